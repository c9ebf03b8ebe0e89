"""A partner books with the caseworker and measures goals, for the help that it gives and while that lasts."""

from datetime import timedelta
from decimal import Decimal

from django.conf import LazySettings
from django.core import mail as django_mail
from django.urls import reverse
from tests.apps.interventions.helped import Helped
from tests.factories.booking import fill_reasons, open_hours
from tests.web.partner.conftest import LogIn
from tests.web.partner.test_partner_pages import page, post, text

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.models import Appointment
from borgerfokus.apps.dialogue.models import Notice
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.models import StatusNote, StatusNoteGoal
from borgerfokus.core.access import Role
from borgerfokus.core.booking.words import Place
from borgerfokus.core.interventions.moving import Movement
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox import mail

SYSTEM = system("test")


def ready(helped: Helped) -> int:
    """An order whose help runs, and a caseworker one can book with."""
    fill_reasons(at=helped.at)
    open_hours(helped.karen, at=helped.at)
    return helped.started()


def new_at(order: int, key: str = "opfoelgning") -> str:
    return reverse("partner:appointment-new", args=[order, key])


def first_free(helped: Helped) -> str:
    with helped.as_(helped.karen):
        asked = booking.Asked(
            reason=booking.reason(key="opfoelgning"),
            employees=frozenset({helped.karen.id}),
            place=Place.PHONE,
            unit_id=helped.karen.unit_id or 0,
        )
        return booking.times(asked=asked, at=helped.at)[0].span.starts.isoformat()


def test_a_partner_books_moves_and_cancels_with_the_caseworker(helped: Helped, as_: LogIn) -> None:
    order = ready(helped)
    client = as_(helped.bo)
    assert new_at(order) in text(client, page(client, order))
    told = text(client, new_at(order) + "?sted=phone")
    starts = first_free(helped)
    assert starts in told
    answer = client.post(new_at(order), {"place": "phone", "starts": starts})
    assert answer.status_code == 302, answer.content.decode()
    row = Appointment.objects.none()
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        row = Appointment.objects.get()
        assert row.booked_by == helped.bo.subject
        assert Notice.objects.filter(kind="appointment").count() == 1
    assert "Mads Ellekjær" in text(client, reverse("partner:appointments"))
    here = reverse("partner:appointment", args=[row.pk])
    assert "Aflys" in text(client, here)
    later = (row.starts + timedelta(days=1)).isoformat()
    assert client.post(here, {"do": "move", "starts": later, "version": "1"}).status_code == 302
    assert client.post(here, {"do": "cancel", "why": "", "version": "2"}).status_code == 422
    assert client.post(here, {"do": "cancel", "why": "Vi er syge.", "version": "2"}).status_code == 302
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        assert Appointment.objects.get().state == "cancelled"


def test_nothing_but_its_own_appointments_and_only_while_the_order_lasts(helped: Helped, as_: LogIn) -> None:
    order = ready(helped)
    with helped.as_(helped.karen):
        wanted = booking.NewAppointment(
            reason="misbrug",
            starts=helped.at + timedelta(days=5),
            place=Place.PHONE,
            employees=frozenset({helped.karen.id}),
        )
        other = booking.book(case_id=helped.case_id, new=wanted, by=helped.karen, at=helped.at)
    client = as_(helped.bo)
    assert text(client, new_at(order, "misbrug"), 404) is not None
    text(client, reverse("partner:appointment", args=[other]), 404)
    assert "Mads" not in text(client, reverse("partner:appointments"))
    assert client.post(new_at(order), {"place": "phone", "starts": first_free(helped)}).status_code == 302
    with helped.as_(helped.karen):
        interventions.end_order(order_id=order, why="Slut.", by=helped.karen, at=helped.at)
    assert "Mads" not in text(client, reverse("partner:appointments"))
    text(client, new_at(order), 404)


def test_a_measurement_is_one_of_the_goal_and_needs_no_note(helped: Helped, as_: LogIn) -> None:
    order = helped.started()
    goal = helped.help_().goals[0]
    client = as_(helped.bo)
    assert post(client, order, "note", text="") == 422
    assert post(client, order, "note", text="", **{f"measured_{goal.pk}": "0", f"level_{goal.pk}": "2"}) == 302
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        assert StatusNote.objects.get().text == ""
        assert StatusNoteGoal.objects.get().measured == Decimal(0)
    there = helped.help_()
    assert there.way_of(goal).movement is Movement.BETTER
    assert [one.level_now for _note, one in there.measured(goal)] == [2]
    assert "Tal: 0" in text(client, page(client, order))


def test_who_is_invited_gets_an_e_mail_with_the_way_in(
    helped: Helped, as_: LogIn, settings: LazySettings
) -> None:
    settings.MAILER = "smtp"
    helped.order()
    administrator = helped.world.employee("Jonna", unit=_unit(helped), role=Role.PARTNER_ADMINISTRATOR)
    client = as_(administrator)
    user = {"name": "Ib Bo", "title": "Vejleder", "email": "ib@partner.example", "login": "ib", "role": "employee"}
    assert client.post(reverse("partner:users"), {"act": "invite", **user}).status_code == 302
    mail.deliver_due(at=helped.at)
    [sent] = django_mail.outbox
    assert sent.to == ["ib@partner.example"]
    assert reverse("login:choose") in sent.body
    assert "Mads" not in f"{sent.subject} {sent.body}"


def _unit(helped: Helped) -> str:
    return next(key for key, unit in helped.world.units.items() if unit.pk == helped.unit)
