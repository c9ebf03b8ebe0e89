"""Runs of the print house: one package with a manifest that names nobody, posted once or undone."""

import csv
import hashlib
import zipfile
from io import BytesIO, StringIO

import pytest
from pypdf import PdfReader
from tests.foundation.outbox.conftest import SYSTEM, Post

from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox import printing, service
from borgerfokus.foundation.outbox.models import MessageState
from borgerfokus.foundation.people.models import Person


def package_of(post: Post) -> dict[str, bytes]:
    """Make a run of what waits, and open its package."""
    with acting_as(post.printer, purpose=Purpose.ADMINISTRATION, at=post.at):
        run = printing.make_run(by=post.printer, at=post.at)
        assert run is not None
        packed = printing.packed(run_id=run.pk, by=post.printer, at=post.at)
    with zipfile.ZipFile(BytesIO(packed)) as package:
        return {name: package.read(name) for name in package.namelist()}


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def exempt(post: Post) -> None:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=post.at):
        Person.objects.filter(pk=post.citizen.id).update(digital_post_exempt=True)


def test_a_run_is_packed_posted_and_done(post: Post):
    exempt(post)
    letters = [post.queue(number=number).message_id for number in range(3)]
    files = package_of(post)
    manifest = list(csv.DictReader(StringIO(files.pop("manifest.csv").decode()), delimiter=";"))
    assert {line["message_id"] for line in manifest} == {str(one) for one in letters}
    for line in manifest:
        assert hashlib.sha256(files[line["fil"]]).hexdigest() == line["sha256"]
    assert "Mads" not in str(manifest)
    with acting_as(post.printer, purpose=Purpose.ADMINISTRATION, at=post.at):
        assert service.print_queue(by=post.printer) == []
        assert service.mark_printed(message_ids=letters, by=post.printer, at=post.at) == 0
        [run] = printing.runs(by=post.printer, newest=5)
        assert printing.send_run(run_id=run.pk, by=post.printer, at=post.at) == 3
        with pytest.raises(Hidden):
            printing.send_run(run_id=run.pk, by=post.printer, at=post.at)
    assert {post.message(one).state for one in letters} == {MessageState.SENT}


def test_undone_its_letters_lie_in_the_queue_again(post: Post):
    exempt(post)
    post.queue()
    package_of(post)
    with acting_as(post.printer, purpose=Purpose.ADMINISTRATION, at=post.at):
        [run] = printing.runs(by=post.printer, newest=5)
        printing.undo_run(run_id=run.pk, by=post.printer, at=post.at)
        assert len(service.print_queue(by=post.printer)) == 1
        with pytest.raises(Hidden):
            printing.packed(run_id=run.pk, by=post.printer, at=post.at)


def test_nothing_waits_and_others_may_not(post: Post):
    with acting_as(post.printer, purpose=Purpose.ADMINISTRATION, at=post.at):
        assert printing.make_run(by=post.printer, at=post.at) is None
    with (
        acting_as(post.citizen, purpose=Purpose.OWN_CASE, at=post.at),
        pytest.raises(service.NotAllowed),
    ):
        printing.make_run(by=post.citizen, at=post.at)
