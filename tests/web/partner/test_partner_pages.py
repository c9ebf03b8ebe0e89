"""The provider's own pages: what is shared, what can be done with it, and nothing when the access is over."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from tests.apps.interventions.helped import Helped
from tests.foundation.files.builders import PDF
from tests.web.partner.conftest import LogIn

from borgerfokus.apps.casework.models import Task
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.models import OrderTrail
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.models import Order, StatusNote
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Lookup
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.files.models import StoredFile

SYSTEM = system("test")


def page(client: Client, order: int) -> str:
    return reverse("partner:order", args=[order])


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.status_code
    return answer.content.decode()


def post(client: Client, order: int, act: str, **data: object) -> int:
    return client.post(page(client, order), {"act": act, **data}).status_code


def test_an_order_from_asked_to_running(helped: Helped, as_: LogIn) -> None:
    order = helped.order()
    client = as_(helped.bo)
    assert "Mads Ellekjær" in text(client, reverse("partner:orders"))
    told = text(client, page(client, order))
    assert "Ring, før I kommer." in told
    assert "Jeg åbner selv min post hver uge" in told
    assert post(client, order, "accept", starts="2026-12-02") == 302
    assert post(client, order, "start", on="2026-11-23") == 302
    goal = helped.help_().goals[0].pk
    words = {f"level_{goal}": "2", f"text_{goal}": "Åbner halvdelen.", "measure": "WHO-5", "measured": "48"}
    assert post(client, order, "note", text="Det går godt.", **words) == 302
    told = text(client, page(client, order))
    assert "Det går godt." in told
    assert "Åbner halvdelen." in told
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        assert Order.objects.get().start_promised.isoformat() == "2026-12-02"  # type: ignore[union-attr]
        assert StatusNote.objects.get().by == helped.bo.subject


def test_a_no_with_a_reason_ends_the_access_at_once(helped: Helped, as_: LogIn) -> None:
    order = helped.order()
    client = as_(helped.bo)
    assert post(client, order, "refuse", reason="") == 422
    assert post(client, order, "refuse", reason="Vi har ikke plads før til marts.") == 302
    text(client, page(client, order), 404)
    told = text(client, reverse("partner:orders"))
    assert "Mads" not in told
    assert "sagt nej til" in told
    with helped.as_(helped.karen):
        task = Task.objects.get(kind="order_refused")
    assert (task.employee_id, task.due.isoformat()) == (helped.karen.id, "2026-12-01")
    assert "kan ikke give hjælpen" in text(as_(helped.karen), reverse("staff:inbox"))


def test_what_the_partner_tells_reaches_the_caseworkers_inbox(helped: Helped, as_: LogIn) -> None:
    order = helped.order()
    client = as_(helped.bo)
    assert post(client, order, "accept", starts="2026-12-02") == 302
    assert post(client, order, "start", on="2026-11-23") == 302
    assert post(client, order, "note", text="Det går godt.") == 302
    inbox = text(as_(helped.karen), reverse("staff:inbox"))
    assert "er begyndt på hjælpen" in inbox or "har fortalt, hvordan det går" in inbox
    assert "/indsats/" in inbox


def test_nothing_but_what_is_shared(helped: Helped, as_: LogIn) -> None:
    order = helped.order()
    with helped.as_(helped.karen):
        note = journal.NewEntry(title="Samtale med lægen", body="Hemmeligt for udføreren.", channel="phone")
        journal.write_note(case_id=helped.case_id, note=note, by=helped.karen, at=helped.at)
    client = as_(helped.bo)
    told = text(client, page(client, order))
    assert "Hemmeligt" not in told
    assert "Bor alene" not in told, "the plan itself is not shared"
    text(client, reverse("staff:list"), 404)


def test_the_look_up_is_logged_with_the_unit(helped: Helped, as_: LogIn) -> None:
    order = helped.order()
    client = as_(helped.bo)
    text(client, page(client, order))
    with acting_as(helped.citizen, purpose=Purpose.OWN_CASE, at=helped.at):
        row = Lookup.objects.get(subject=helped.bo.subject)
        assert (row.unit_id, row.purpose, row.person_id) == (helped.unit, "order", helped.citizen.id)


def test_access_that_has_expired_is_refused_at_the_next_request(helped: Helped, as_: LogIn) -> None:
    order = helped.order()
    client = as_(helped.bo)
    text(client, page(client, order))
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        Order.objects.filter(pk=order).update(access_ends=helped.at - timedelta(minutes=1))
    text(client, page(client, order), 404)
    assert post(client, order, "accept", starts="2026-12-02") == 404


def test_a_grant_that_has_ended_is_refused_by_the_database_alone(helped: Helped, as_: LogIn) -> None:
    """Sabotage: the first wall says yes (the order is open and its day has not come), and yet nothing is shown."""
    from borgerfokus.foundation.access.models import Grant

    order = helped.order()
    client = as_(helped.bo)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        Grant.objects.filter(ground="partner").update(ends=helped.at)
    text(client, page(client, order), 404)


def test_an_order_that_is_ended_leaves_a_trail_without_a_name(helped: Helped, as_: LogIn) -> None:
    order = helped.started()
    with helped.as_(helped.karen):
        interventions.end_order(order_id=order, why="Slut.", by=helped.karen, at=helped.at)
    client = as_(helped.bo)
    told = text(client, reverse("partner:orders"))
    assert str(order) in told
    assert "Mads" not in told
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        assert OrderTrail.objects.get().started_on == helped.at.date()


def test_another_unit_sees_nothing(helped: Helped, as_: LogIn) -> None:
    order = helped.order()
    other = helped.world.employee("Ib", unit="nabosund-genoptraening", role=Role.EMPLOYEE)
    client = as_(other)
    text(client, page(client, order), 404)
    assert "Mads" not in text(client, reverse("partner:orders"))


def test_a_protected_address_is_not_told(helped: Helped, as_: LogIn) -> None:
    from borgerfokus.foundation.people.models import Address, Person

    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        Address.objects.create(person_id=helped.citizen.id, street="Havnegade 4", postcode="9990", city="Fjordby",
                               municipality="9990", starts=helped.at.date())  # fmt: skip
    order = helped.order()
    client = as_(helped.bo)
    assert "Havnegade 4" in text(client, page(client, order))
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        Person.objects.filter(pk=helped.citizen.id).update(protected=True)
    told = text(client, page(client, order))
    assert "Havnegade 4" not in told
    assert "Beskyttet" in told


def document(helped: Helped) -> tuple[int, int]:
    """A document on the case. Returns the ids of entry and file."""
    from io import BytesIO

    with helped.as_(helped.karen):
        stored = files.store(content=BytesIO(PDF), name="plan.pdf", by=helped.karen, at=helped.at)
        assert isinstance(stored, files.Stored)
        new = journal.NewDocument(file_id=stored.id, title="Træningsplan", direction="in", with_whom="fysioterapeut")
        entry = journal.add_document(case_id=helped.case_id, document=new, by=helped.karen, at=helped.at)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        StoredFile.objects.filter(pk=stored.id).update(state="clean", checked_at=helped.at)
    return entry, stored.id


def test_a_document_is_read_while_it_is_shared(helped: Helped, as_: LogIn) -> None:
    order = helped.order()
    entry, file_id = document(helped)
    there = reverse("partner:document", args=[order, file_id])
    client = as_(helped.bo)
    text(client, there, 404)
    with helped.as_(helped.karen):
        share = {"case_id": helped.case_id, "by": helped.karen, "at": helped.at}
        assert dialogue.share_document(order=order, entry=entry, **share) is None
        assert dialogue.share_document(order=order, entry=entry, **share) is None, "twice is once"
    assert "Træningsplan" in text(client, page(client, order))
    assert client.get(there).status_code == 200
    with helped.as_(helped.karen):
        (one,) = dialogue.shared_in(case_id=helped.case_id)
        dialogue.unshare_document(shared=one.id, **share)
    text(client, there, 404)


def test_the_caseworker_shares_it_on_the_tab_of_documents(helped: Helped, as_: LogIn) -> None:
    order = helped.order()
    entry, _file = document(helped)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        number = Order.objects.get(pk=order).case.number
    there = reverse("staff:documents", args=[number])
    client = as_(helped.karen)
    assert "Del et dokument" in text(client, there)
    assert client.post(there, {"act": "share", "document": entry, "order": order}).status_code == 302
    assert "Kan læses af Nabosund-Hjaelpemidler" in text(client, there)
    with helped.as_(helped.karen):
        (one,) = dialogue.shared_in(case_id=helped.case_id)
    assert client.post(there, {"act": "unshare", "shared": one.id}).status_code == 302
    assert "Kan læses af" not in text(client, there)


def test_what_is_withheld_from_the_citizen_is_not_shared(helped: Helped) -> None:
    from datetime import date

    order = helped.order()
    entry, _file = document(helped)
    with helped.as_(helped.karen):
        why = journal.Withholding(ground="hensyn", article="forvaltningsloven § 15 b", review_on=date(2027, 1, 4))
        assert journal.withhold(entry_id=entry, why=why, by=helped.karen, at=helped.at) is None
        refusal = dialogue.share_document(
            case_id=helped.case_id, order=order, entry=entry, by=helped.karen, at=helped.at
        )
    assert refusal is not None
    assert refusal.code == "order.withheld"
