"""Documents: uploaded with clear errors, versions kept, an unchecked file opened only after a warning."""

from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import act, text

from borgerfokus.apps.casework.models import Case
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.files.models import StoredFile

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
FORM = {"title": "Statusattest", "direction": "in", "with_whom": "Egen læge"}


@pytest.fixture
def karen(world: World) -> Actor:
    return world.employee("Karen")


@pytest.fixture
def page(world: World, karen: Actor) -> str:
    case = world.case(citizen_id=world.person("Lene", "Overgaard"), caseworker=karen)
    return f"/sag/{case.number}/dokumenter/"


@pytest.fixture
def client_of(as_: LogIn, karen: Actor) -> Client:
    return as_(karen)


def upload(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/octet-stream")


def files(karen: Actor, now: datetime) -> list[StoredFile]:
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        return list(StoredFile.objects.order_by("id"))


def test_a_document_is_listed_with_its_checksum_and_opened_after_a_warning(
    page: str, client_of: Client, karen: Actor, now: datetime
) -> None:
    assert act(client_of, page, "upload", **FORM, file=upload(PDF, "attest.pdf")).status_code == 302
    stored = files(karen, now)[0]
    shown = text(client_of.get(page))
    assert "Statusattest Egen læge" in shown
    assert stored.sha256[:12] in shown
    assert "Ikke undersøgt endnu" in shown
    where = f"{page}{stored.pk}/"
    held = client_of.get(where)
    assert "Filen er ikke undersøgt for skadeligt indhold." in text(held)
    opened = client_of.post(where)
    assert opened.content == PDF
    assert "attachment" in opened.headers["Content-Disposition"]


@pytest.mark.parametrize(
    "refused",
    [
        (b"", "tom.pdf", "Filen er tom."),
        (b"MZ\x90\x00program", "program.exe", "Vi kan ikke tage imod denne slags fil."),
        (b"MZ\x90\x00program", "brev.pdf", "Vi kan ikke tage imod denne slags fil."),
    ],
)
def test_a_refused_file_says_why_and_nothing_is_kept(
    page: str, client_of: Client, refused: tuple[bytes, str, str], karen: Actor, now: datetime
) -> None:
    content, name, why = refused
    answer = act(client_of, page, "upload", **FORM, file=upload(content, name))
    assert answer.status_code == 422
    assert why in text(answer)
    assert "Statusattest" in answer.content.decode()
    assert files(karen, now) == []


def test_a_new_version_keeps_the_old_one(page: str, client_of: Client, karen: Actor, now: datetime) -> None:
    act(client_of, page, "upload", **FORM, file=upload(PDF, "attest.pdf"))
    entry = client_of.get(page).content.decode().split("?dokument=")[1].split("#")[0]
    assert act(client_of, page, "version", entry=entry, file=upload(PDF + b"%2\n", "attest2.pdf")).status_code == 302
    shown = text(client_of.get(f"{page}?dokument={entry}"))
    assert "Udgave 2" in shown
    assert "attest2.pdf" in shown
    old = files(karen, now)[0]
    assert client_of.post(f"{page}{old.pk}/").content == PDF


def test_a_file_of_another_case_is_not_there(
    world: World, page: str, client_of: Client, karen: Actor, now: datetime
) -> None:
    act(client_of, page, "upload", **FORM, file=upload(PDF, "attest.pdf"))
    other: Case = world.case(citizen_id=world.person(), caseworker=karen)
    assert client_of.post(f"/sag/{other.number}/dokumenter/{files(karen, now)[0].pk}/").status_code == 404
