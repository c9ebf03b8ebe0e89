"""A case at the desk: find or register the citizen, then write the case; once, however often it is sent."""

import re
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.factories.world import World, next_cpr
from tests.foundation.files.builders import PDF
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import Answer, text

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, CaseTypeVersion
from borgerfokus.apps.dialogue.models import Notice, Request
from borgerfokus.core.access import Role
from borgerfokus.core.casework.casetype import FormField
from borgerfokus.core.casework.casetype.vocabulary import FieldKind
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.files.models import StoredFile

REGISTER = {"step": "register", "given_name": "Aida", "family_name": "Mustafić"}


@pytest.fixture
def karen(world: World) -> Actor:
    return world.employee("Karen")


def token(answer: Answer) -> str:
    return answer.content.decode().split('name="citizen" value="')[1].split('"')[0]


def opening(citizen: str, **changes: str) -> dict[str, str]:
    return {
        "step": "open",
        "citizen": citizen,
        "once": str(uuid4()),
        "type_key": "sel-85",
        "need": "Jeg kan ikke overskue min post.",
        "source": "desk",
        "received_on": "2026-11-23",
        **changes,
    }


def registered(client: Client) -> str:
    return token(client.post("/sag/ny/", {**REGISTER, "cpr": next_cpr().digits}))


def test_an_unknown_citizen_is_registered_and_gets_a_case(
    world: World, karen: Actor, as_: LogIn, now: datetime
) -> None:
    client, cpr = as_(karen), next_cpr().digits
    unknown = client.post("/sag/ny/", {"step": "find", "cpr": cpr})
    assert "Vi kender ikke borgeren endnu" in text(unknown)
    citizen = token(client.post("/sag/ny/", {**REGISTER, "cpr": cpr}))
    known = client.post("/sag/ny/", {"step": "find", "cpr": cpr})
    assert "Ny sag for Aida Mustafić" in text(known)
    opened = client.post("/sag/ny/", opening(citizen), follow=True)
    shown = text(opened)
    assert "Sagen er oprettet med nummer" in shown
    assert "Jeg kan ikke overskue min post." in shown
    assert cpr[6:] not in opened.content.decode()


def test_the_form_sent_twice_opens_one_case(world: World, karen: Actor, as_: LogIn, now: datetime) -> None:
    client = as_(karen)
    form = opening(registered(client))
    client.post("/sag/ny/", form)
    assert "Sagen er allerede oprettet." in text(client.post("/sag/ny/", form, follow=True))
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        assert Case.objects.count() == 1


def test_what_was_typed_stays_when_something_is_missing(world: World, karen: Actor, as_: LogIn) -> None:
    client = as_(karen)
    answer = client.post("/sag/ny/", opening(registered(client), type_key=""))
    assert answer.status_code == 422
    assert "Jeg kan ikke overskue min post." in answer.content.decode()


def test_a_citizen_cannot_be_named_by_guessing(world: World, karen: Actor, as_: LogIn) -> None:
    person = world.person()
    assert as_(karen).post("/sag/ny/", opening(str(person))).status_code == 404


def test_reception_opens_a_case_that_it_then_does_not_see(world: World, as_: LogIn) -> None:
    reception = world.employee("Rie", role=Role.RECEPTION)
    client = as_(reception)
    assert client.get("/sag/").headers["Location"] == "/sag/ny/"
    cpr = next_cpr().digits
    assert "En sagsbehandler kan oprette borgeren." in text(client.post("/sag/ny/", {"step": "find", "cpr": cpr}))
    citizen = registered(as_(world.employee("Karen")))
    answer = as_(reception).post("/sag/ny/", opening(citizen))
    assert (answer.status_code, answer.headers["Location"]) == (302, "/sag/ny/")


def test_the_whole_form_is_filled_in_at_the_desk(world: World, karen: Actor, as_: LogIn, now: datetime) -> None:
    client = as_(karen)
    written = opening(registered(client), step="form")
    page = client.post("/sag/ny/", written)
    assert page.status_code == 200
    assert "Jeg kan ikke overskue min post." in page.content.decode()
    spec = version("sel-85", now).spec
    asked = [field.key for field in spec.fields if field.kind is not FieldKind.FILE]
    empty = client.post("/sag/ny/", {**written, "step": "submit", "asked": asked})
    assert empty.status_code == 422
    answers = {field.key: answer(field) for field in spec.fields if field.required and field.show_if is None}
    sent = client.post("/sag/ny/", {**written, "step": "submit", "once": "fast", "asked": asked, **answers})
    assert sent.status_code == 302, text(sent)
    again = client.post("/sag/ny/", {**written, "step": "submit", "once": "fast", "asked": asked, **answers})
    assert again.headers["Location"] == sent.headers["Location"]
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        assert Case.objects.count() == 1
        assert Case.objects.get().source == "desk"


def test_a_file_is_handed_in_at_the_desk_and_kept_while_the_form_is_mended(
    karen: Actor, as_: LogIn, now: datetime, settings: LazySettings, tmp_path: Path
) -> None:
    settings.FILES_ROOT = tmp_path
    client = as_(karen)
    written = opening(registered(client), step="submit")
    spec = version("sel-85", now).spec
    question = next(field.key for field in spec.fields if field.kind is FieldKind.FILE)
    asked = [field.key for field in spec.fields]
    letter = SimpleUploadedFile("brev.pdf", PDF, "application/pdf")
    page = client.post("/sag/ny/", {**written, "asked": asked, "admitted": "yes", question: letter})
    assert page.status_code == 422
    found = re.search(rf'name="{question}-kept" value="(\d+)"', page.content.decode())
    assert found is not None
    answers = {field.key: answer(field) for field in spec.fields if field.required and field.show_if is None}
    kept = {f"{question}-kept": found.group(1), "asked": asked, **answers, "admitted": "yes"}
    sent = client.post("/sag/ny/", {**written, **kept, "once": "med-fil"})
    assert sent.status_code == 302, text(sent)
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        assert StoredFile.objects.get(pk=int(found.group(1))).case_id == Case.objects.get().pk


def test_on_the_phone_the_rows_of_a_group_are_written_and_who_told_it(
    world: World, karen: Actor, as_: LogIn, now: datetime
) -> None:
    client = as_(karen)
    told = {"type_key": "sel-100", "source": "phone", "told_by": "Ida, datter"}
    written = opening(registered(client), step="submit", **told)
    spec = version("sel-100", now).spec
    rows = ("cost_what", "cost_amount", "cost_often")
    asked = [field.key for field in spec.fields if field.kind is not FieldKind.FILE]
    row = {"asked": [*asked, *(f"costs.1.{key}" for key in rows)], "rows.costs": "1"}
    more = client.post("/sag/ny/", {**written, **row, "costs.1.cost_what": "Creme", "do": "add:costs"})
    assert more.status_code == 200
    assert "Udgift 2" in text(more)
    assert 'value="Creme"' in more.content.decode()
    answers = {field.key: answer(field) for field in spec.fields if field.required and field.show_if is None}
    costs = {"costs.1.cost_what": "Creme", "costs.1.cost_amount": "140", "costs.1.cost_often": "month"}
    shown = text(client.post("/sag/ny/", {**written, **row, **answers, **costs}, follow=True))
    assert "Sagen er oprettet med nummer" in shown
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        request = Request.objects.get()
        assert (request.relation, request.channel, request.told_by) == ("staff", "phone", "Ida, datter")
        assert request.answers["costs"] == [{"cost_what": "Creme", "cost_amount": "140", "cost_often": "month"}]
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        receipt = Notice.objects.get(case_id=request.case_id)
        assert (receipt.kind, receipt.person_id) == ("receipt", request.citizen_id)


def version(key: str, now: datetime) -> CaseTypeVersion:
    found = casework.version_for(key=key, on=now.date())
    assert found is not None
    return found


def answer(field: FormField) -> str | list[str]:
    if field.kind is FieldKind.YES_NO:
        return "no"
    if field.kind is FieldKind.CHOICE:
        return field.choices[0].key
    if field.kind is FieldKind.CHOICES:
        return [field.choices[0].key]
    return {FieldKind.DATE: "2026-11-01", FieldKind.NUMBER: "2"}.get(field.kind, "Et svar i ord.")


def test_a_question_says_which_answer_it_belongs_to_and_one_can_choose_another_kind_of_help(
    world: World, karen: Actor, as_: LogIn, now: datetime
) -> None:
    client = as_(karen)
    written = opening(registered(client), step="form")
    page = client.post("/sag/ny/", written)
    field = next(one for one in version("sel-85", now).spec.fields if one.show_if is not None)
    assert field.show_if is not None
    assert text(page).count("Kun ved svaret »") == 1
    assert re.search(r'name="step" value="narrow" formnovalidate', page.content.decode())
    back = client.post("/sag/ny/", {**written, "step": "narrow"}).content.decode()
    assert "Jeg kan ikke overskue min post." in back
