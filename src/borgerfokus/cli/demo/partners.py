"""The partners of the demo, by the real actions: their kind, an administrator with a user, and a talk on an order."""

from datetime import datetime, timedelta
from typing import Final

from borgerfokus.apps.interventions.models import Order
from borgerfokus.apps.interventions.service import NewQuestion, answer, ask
from borgerfokus.cli.demo.done import done
from borgerfokus.core.access import Role
from borgerfokus.core.dates import day_of
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
    _talk(now)
    note = "Partner i Nabosund: holder styr på sine egne brugere"
    return [{"kind": "employee", "login": _HEAD.login, "name": _HEAD.name, "note": note}]


def _talk(now: datetime) -> None:
    """Bostøtten asks and is answered; the caseworker asks, and Bostøtten has some days left."""
    running = Order.objects.filter(state="started", unit__key="bostoetten", access_ends__gt=now)
    order = running.filter(case__caseworker__isnull=False).select_related("case").order_by("pk").first()
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
