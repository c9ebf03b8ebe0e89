"""A file in each row of a group: kept, resumed, moved along with its row, refused when bad, and shown under its row."""

import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.citizen.scene import PDF, Scene
from tests.web.citizen.test_repeated_groups import CREAM, FORM, TAXI, _hidden, _post

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.journal.models import DocumentVersion
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.files.models import StoredFile

FIRST = {"kinds": ["medicine"], **CREAM}
BOTH = {**FIRST, **TAXI, "costs.2.cost_note": "kun om vinteren"}
ONE, TWO = "costs.1.cost_receipt", "costs.2.cost_receipt"


def pdf(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF)


def page(client: Client, step: int = 1) -> str:
    return str(client.get(f"{FORM}?trin={step}").content.decode())


def two_rows(mads: Client) -> None:
    """Two costs, each with its receipt."""
    _post(mads, 1, {**FIRST, ONE: pdf("creme.pdf")}, do="add:costs")
    _post(mads, 1, {**BOTH, TWO: pdf("taxa.pdf")}, do="later")


def rows_of(body: str) -> list[str]:
    return body.split('class="bf-rows__one"')[1:]


def hand_in(mads: Client) -> str:
    body = page(mads, 2)
    asked = {name: "yes" for name in _hidden(body, "asked") if name.startswith("ask")}
    _post(mads, 2, {"reason": "Min hud tåler ikke andet", "lasting": "yes", **asked})
    through = page(mads, 3)
    sent = mads.post(f"{FORM}?trin=3", {"do": "send", "key": _hidden(through, "key")[0]})
    assert sent.status_code == 302, sent.content.decode()
    return str(sent["Location"]).rstrip("/").rpartition("/")[2]


def test_kept_and_there_on_return_each_in_its_row(mads: Client) -> None:
    two_rows(mads)
    first, second = rows_of(page(mads))
    assert "creme.pdf" in first
    assert "taxa.pdf" not in first
    assert "taxa.pdf" in second


def test_saving_by_itself_keeps_the_files(mads: Client) -> None:
    two_rows(mads)
    body = page(mads)
    found = re.search(r'data-autosave="([^"]+)"', body)
    assert found
    post: dict[str, Any] = {
        "version": _hidden(body, "version")[0],
        "window": _hidden(body, "window")[0],
        "asked": _hidden(body, "asked"),
        "rows.costs": "2",
        **BOTH,
    }
    assert mads.post(found[1].replace("&amp;", "&"), post).status_code < 300
    assert [("creme.pdf" in one, "taxa.pdf" in one) for one in rows_of(page(mads))] == [(True, False), (False, True)]


def test_a_row_takes_its_file_along_when_it_goes_and_the_others_keep_theirs(mads: Client) -> None:
    two_rows(mads)
    _post(mads, 1, BOTH, do="drop:costs:1")
    (left,) = rows_of(page(mads))
    assert "taxa.pdf" in left
    assert "creme.pdf" not in left


def test_one_is_removed_again(mads: Client) -> None:
    two_rows(mads)
    [kept] = [one for one in _hidden(page(mads), "remove") if one.startswith(f"{TWO}:")]
    body = _post(mads, 1, {**BOTH, "remove": kept}).content.decode()
    assert "taxa.pdf" not in body
    assert "creme.pdf" in body


def test_a_bad_file_is_told_at_its_row_and_nothing_of_it_is_kept(scene: Scene, mads: Client) -> None:
    _post(mads, 1, FIRST, do="add:costs")
    answer = _post(mads, 1, {**BOTH, TWO: SimpleUploadedFile("virus.exe", b"MZ..")})
    body = answer.content.decode()
    assert answer.status_code == 422
    assert f'href="#{TWO}"' in body
    assert "Udgift 2: Har du en kvittering for den?" in body
    assert "virus.exe: Vi kan ikke tage imod denne slags fil." in body
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=scene.at):
        assert not StoredFile.objects.filter(name="virus.exe").exists()


def test_a_file_of_somebody_else_is_refused_at_its_row(scene: Scene, mads: Client) -> None:
    two_rows(mads)
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=scene.at):
        StoredFile.objects.filter(name="taxa.pdf").update(owner_subject="person:999999")
    body = page(mads, 2)
    asked = {name: "yes" for name in _hidden(body, "asked") if name.startswith("ask")}
    _post(mads, 2, {"reason": "Min hud tåler ikke andet", "lasting": "yes", **asked})
    told = mads.post(f"{FORM}?trin=3", {"do": "send", "key": "k" * 20})
    assert told.status_code == 422
    assert "Udgift 2: Har du en kvittering for den?" in told.content.decode()


def test_the_caseworker_sees_each_under_its_row_and_as_a_document(scene: Scene, mads: Client) -> None:
    two_rows(mads)
    assert "creme.pdf" in page(mads, 3)
    number = hand_in(mads)
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=scene.at):
        case = Case.objects.get(number=number)
        Case.objects.filter(pk=case.pk).update(caseworker=scene.karen.id, unit=scene.case.unit_id)
        sent = DocumentVersion.objects.filter(entry__case=case, file__name__in=("creme.pdf", "taxa.pdf"))
        files = list(sent.select_related("file"))
        assert {one.file.name for one in files} == {"creme.pdf", "taxa.pdf"}
        assert {one.file.case_id for one in files} == {case.pk}, "it is the case's, and is erased with it"
    shown = scene.client(scene.karen).get(f"/sag/{number}/").content.decode()
    cream, taxi = shown.index("creme.pdf"), shown.index("taxa.pdf")
    assert shown.index("Udgift 1") < cream < shown.index("Udgift 2") < taxi
    documents = scene.client(scene.karen).get(f"/sag/{number}/dokumenter/").content.decode()
    assert "creme.pdf" in documents
