"""Questions from either side of an order, documents from the partner, search, and the partner's own users."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.apps.interventions.helped import Helped
from tests.foundation.files.builders import PDF
from tests.web.partner.conftest import LogIn

from borgerfokus.apps.casework.models import Case, Event, Task
from borgerfokus.apps.interventions import jobs
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.actions import refusals
from borgerfokus.apps.interventions.models import OrderDocument, OrderQuestion
from borgerfokus.apps.journal.models import DocumentVersion
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Lookup
from borgerfokus.foundation.organisation import partnering
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Engagement, Unit
from borgerfokus.foundation.organisation.partnering import NewUser

SYSTEM = system("test")


def ask(helped: Helped, by: Actor, order: int, text: str = "Hvornår kan I begynde?") -> int:
    with helped.as_(by):
        new = interventions.NewQuestion(text, helped.at.date() + timedelta(days=3))
        asked = interventions.ask(order_id=order, new=new, by=by, at=helped.at)
    assert isinstance(asked, int), asked
    return asked


def answer(helped: Helped, by: Actor, question: int, text: str = "På mandag.") -> object:
    with helped.as_(by):
        return interventions.answer(question_id=question, text=text, by=by, at=helped.at)


def tasks(helped: Helped, kind: str) -> list[Task]:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        return list(Task.objects.filter(kind=kind, done_at__isnull=True))


def test_the_partner_asks_and_the_caseworker_answers_once(helped: Helped) -> None:
    question = ask(helped, helped.bo, helped.order())
    assert len(tasks(helped, "order_question")) == 1
    with pytest.raises(Hidden):
        answer(helped, helped.bo, question)
    assert answer(helped, helped.karen, question) is None
    assert tasks(helped, "order_question") == []
    assert answer(helped, helped.karen, question) == refusals.QUESTION_ANSWERED
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        kinds = list(Event.objects.filter(kind__in=("order.asked", "order.replied")).values_list("kind", flat=True))
        assert OrderQuestion.objects.get().answer == "På mandag."
    assert kinds == ["order.asked", "order.replied"]


def test_a_partner_that_does_not_answer_is_on_the_caseworkers_list_once(helped: Helped) -> None:
    ask(helped, helped.karen, helped.order())
    for days in (3, 4, 5):
        jobs.remind(at=helped.at + timedelta(days=days))
    assert len(tasks(helped, "order_question_late")) == 1


def test_the_thread_on_both_pages(helped: Helped, as_: LogIn) -> None:
    order = helped.order()
    question = ask(helped, helped.karen, order, "Har I fået nøglen?")
    client, address = as_(helped.bo), reverse("partner:order", args=[order])
    assert "Har I fået nøglen?" in client.get(address).content.decode()
    assert client.post(address, {"act": f"reply-{question}", "text": ""}).status_code == 422
    assert client.post(address, {"act": f"reply-{question}", "text": "Ja, i går."}).status_code == 302
    asked = {"act": "ask", "text": "Må vi ringe til hans mor?", "answer_by": "2026-12-01"}
    assert client.post(address, asked).status_code == 302
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        number = Case.objects.get(pk=helped.case_id).number
    told = as_(helped.karen).get(reverse("staff:help", args=[number])).content.decode()
    for words in ("Har I fået nøglen?", "Ja, i går.", "Må vi ringe til hans mor?"):
        assert words in told


def test_a_document_lies_in_the_case_as_from_the_partner(helped: Helped, as_: LogIn) -> None:
    order = helped.order()
    client, address = as_(helped.bo), reverse("partner:order", args=[order])
    upload = SimpleUploadedFile("rapport.pdf", PDF)
    assert client.post(address, {"act": "upload", "title": "Statusrapport", "file": upload}).status_code == 302
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        sent = OrderDocument.objects.get()
        version = DocumentVersion.objects.get(file_id=sent.file_id)
        assert (version.direction, version.entry.case_id) == ("in", helped.case_id)
    assert "Statusrapport" in client.get(address).content.decode()
    assert client.get(reverse("partner:document", args=[order, sent.file_id])).status_code in {200, 302}
    bad = SimpleUploadedFile("virus.exe", b"MZ\x90")
    assert client.post(address, {"act": "upload", "title": "x", "file": bad}).status_code == 422


def test_orders_are_searched_and_every_name_shown_is_logged(helped: Helped, as_: LogIn) -> None:
    helped.order()
    client = as_(helped.bo)
    for query, there in (("mads", True), ("findes ikke", False)):
        told = client.get(reverse("partner:orders"), {"q": query, "orden": "borger"}).content.decode()
        assert ("Mads Ellekjær" in told) is there
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        assert Lookup.objects.filter(subject=helped.bo.subject, purpose="order").exists()


def test_what_runs_is_shown_a_page_at_a_time(
    helped: Helped, as_: LogIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("borgerfokus.web.partner.views.orders._PER_PAGE", 1)
    begun = [f"Bestilling {helped.started()}<", f"Bestilling {helped.started()}<"]
    client, here = as_(helped.bo), reverse("partner:orders")
    pages = [client.get(here, {"side": side}).content.decode() for side in (1, 2)]
    assert [[one in page for one in begun] for page in pages] == [[False, True], [True, False]]
    assert "Side 1 af 2" in pages[0]
    assert begun[0] in client.get(here, {"q": "mads", "side": 2}).content.decode()


def _new(login: str = "pia-1", role: Role = Role.EMPLOYEE) -> NewUser:
    return NewUser(name="Pia Ravn", email="pia@example.dk", login=login, title="Terapeut", role=role)


def test_a_partner_keeps_its_own_users(helped: Helped, as_: LogIn) -> None:
    world, day = helped.world, helped.at.date()
    boss = world.employee("Pernille", unit="nabosund-hjaelpemidler", role=Role.PARTNER_ADMINISTRATOR)
    Unit.objects.filter(pk=helped.unit).update(partner_kind="provider")
    client, address = as_(boss), reverse("partner:users")
    typed = {"act": "invite", "name": "Pia Ravn", "email": "pia@example.dk", "login": "pia-1", "title": "Terapeut"}
    assert client.post(address, {**typed, "role": "employee", "email": "pia"}).status_code == 422
    assert client.post(address, {**typed, "role": "employee"}).status_code == 302
    made = Engagement.objects.get(employee__login="pia-1")
    pia = organisation.actor_for(employee_id=made.employee_id, on=day)
    order = helped.order()
    assert as_(pia).get(reverse("partner:order", args=[order])).status_code == 200
    assert as_(boss).post(address, {"act": "end", "user": str(made.pk)}).status_code == 302
    with pytest.raises(organisation.NotEngaged):
        organisation.actor_for(employee_id=made.employee_id, on=day)


def test_who_keeps_a_partners_users_begins_there(helped: Helped, as_: LogIn) -> None:
    keeper = helped.world.employee("Pernille", unit="nabosund-hjaelpemidler", role=Role.PARTNER_ADMINISTRATOR)
    assert as_(keeper).get("/sag/").headers["Location"] == reverse("partner:users")


def test_nobody_keeps_the_users_of_another(helped: Helped) -> None:
    world, day, at = helped.world, helped.at.date(), helped.at
    boss = world.employee("Pernille", unit="nabosund-hjaelpemidler", role=Role.PARTNER_ADMINISTRATOR)
    other = world.units["nabosund-genoptraening"].pk
    mine = Engagement.objects.get(employee_id=boss.id)
    for unit in (other, world.units["voksenteamet"].pk):
        with pytest.raises(Hidden):
            partnering.invite(unit_id=unit, new=_new(), by=boss, on=day, at=at)
    with pytest.raises(Hidden):
        partnering.units_of(helped.bo, on=day)
    assert partnering.end(engagement_id=mine.pk, by=boss, on=day, at=at) == partnering.NOT_YOURSELF
    karen = Engagement.objects.get(employee_id=helped.karen.id)
    with pytest.raises(Hidden):
        partnering.end(engagement_id=karen.pk, by=boss, on=day, at=at)
    taken = _new(karen.employee.login)
    assert partnering.invite(unit_id=helped.unit, new=taken, by=boss, on=day, at=at) == partnering.LOGIN_TAKEN
    assert isinstance(partnering.invite(unit_id=helped.unit, new=_new(), by=boss, on=day, at=at), int)
    assert partnering.invite(unit_id=helped.unit, new=_new(), by=boss, on=day, at=at) == partnering.THERE
