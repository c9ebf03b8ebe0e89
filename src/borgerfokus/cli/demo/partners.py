"""The partners of the demo, by the real actions: their kind, an administrator with a user, questions, and a talk."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.interventions.models import Order
from borgerfokus.apps.interventions.service import (
    NewQuestion,
    NewStatusNote,
    NotedGoal,
    answer,
    ask,
    help_of,
    write_status_note,
)
from borgerfokus.cli.demo.done import done
from borgerfokus.core.access import Role
from borgerfokus.core.booking.words import Place
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.organisation import partnering
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Employee, PartnerKind, Unit, UnitKind
from borgerfokus.foundation.organisation.partnering import NewUser

_UNIT: Final = "nabosund-specialundervisning"
_HEAD: Final = NewUser(
    "Jonna Vesterdal", "jonna@example.dk", "jonna-vesterdal", "Leder", Role.PARTNER_ADMINISTRATOR
)
_TEACHER: Final = NewUser("Kim Ravnholt", "kim@example.dk", "kim-ravnholt", "Speciallærer", Role.EMPLOYEE)


def build(*, now: datetime) -> list[dict[str, str]]:
    """What partners have that no case brings along. Returns whom one can log in as. In the scope of the loading."""
    day = day_of(now)
    Unit.objects.filter(kind=UnitKind.PARTNER).update(partner_kind=PartnerKind.MUNICIPALITY)
    unit = Unit.objects.get(key=_UNIT)
    keeper = organisation.actor_for(employee_id=Employee.objects.get(name="Allan Friborg").pk, on=day)
    done(partnering.invite(unit_id=unit.pk, new=_HEAD, by=keeper, on=day, at=now))
    head = organisation.actor_for(employee_id=Employee.objects.get(login=_HEAD.login).pk, on=day)
    done(partnering.invite(unit_id=unit.pk, new=_TEACHER, by=head, on=day, at=now))
    _ask_the_school(unit, now)
    _talk(now)
    note = "Specialskole i Nabosund: holder styr på sine brugere, og er spurgt om Emil"
    return [{"kind": "employee", "login": _HEAD.login, "name": _HEAD.name, "note": note}]


def _ask_the_school(unit: Unit, now: datetime) -> None:
    """Without an order: Emil's caseworker asks the special school that he goes to."""
    case = Case.objects.filter(citizen__given_name="Emil", citizen__family_name="Raunkjær").order_by("pk").first()
    if case is None or case.caseworker_id is None:
        return
    worker = organisation.actor_for(employee_id=case.caseworker_id, on=day_of(now))
    text = "Hvordan går det med fremmødet, og hvad tænker Emil selv om, hvad der skal ske efter sommerferien?"
    question = casework.Question(unit.pk, text, day_of(now) + timedelta(days=6))
    done(casework.consult(case_id=case.pk, question=question, by=worker, at=now))


def _talk(now: datetime) -> None:
    """Bostøtten asks and is answered; the caseworker asks, and Bostøtten has some days left."""
    running = Order.objects.filter(state="started", unit__key="bostoetten", access_ends__gt=now)
    met = running.filter(case__caseworker__opening_hours__isnull=False) or running
    order = met.filter(case__caseworker__isnull=False).select_related("case").order_by("pk").first()
    if order is None or order.case.caseworker_id is None:
        return
    worker = organisation.actor_for(employee_id=order.case.caseworker_id, on=day_of(now))
    freja = organisation.actor_for(employee_id=Employee.objects.get(name="Freja Lykkegård").pk, on=day_of(now))
    until = day_of(now) + timedelta(days=4)
    question = NewQuestion("Må vi ringe til den pårørende, når vi ikke kan få fat i borgeren?", until)
    asked = done(ask(order_id=order.pk, new=question, by=freja, at=now))
    done(answer(question_id=asked, text="Ja, det har borgeren sagt ja til.", by=worker, at=now))
    back = NewQuestion("Er der brug for flere timer i december?", until)
    done(ask(order_id=order.pk, new=back, by=worker, at=now))
    _meet(order, by=freja, at=now)


def _meet(order: Order, *, by: Actor, at: datetime) -> None:
    """Freja measures the first goal of the order, and books a time with the caseworker."""
    goals = help_of(case_id=order.case_id).goals_of(order)
    if goals:
        seen = NewStatusNote("", [NotedGoal(goals[0].pk, measured=Decimal(3))])
        done(write_status_note(order_id=order.pk, new=seen, by=by, at=at))
    reason = booking.reason(key="kort-samtale")
    employees = frozenset({order.case.caseworker_id or 0})
    asked = booking.Asked(reason=reason, employees=employees, place=Place.PHONE, unit_id=order.case.unit_id)
    free = booking.times(asked=asked, at=at)
    if free:
        new = booking.NewAppointment(
            reason=reason.key, starts=free[0].span.starts, place=Place.PHONE, employees=employees
        )
        done(booking.book(case_id=order.case_id, new=new, by=by, at=at))
