"""The post of the demo, by the real actions: ways that two citizens have chosen, and three letters to many."""

from datetime import datetime, timedelta
from typing import Final

from borgerfokus.apps.casework.models import Case
from borgerfokus.cli.demo.done import done
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Employee
from borgerfokus.foundation.outbox import batches, ways
from borgerfokus.foundation.outbox.codes import code_of
from borgerfokus.foundation.outbox.models import LetterBatch, WayKind
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.models import Person

_MOST: Final = 300
_HOURS: Final = batches.Written(
    "Borgerservice får nye åbningstider",
    "Kære {navn}\n\nFra den 4. januar har Borgerservice åbent mandag til torsdag fra 9 til 15 og fredag fra 9 til 12."
    "\n\nDu kan stadig ringe til os i de samme timer. Du skal ikke gøre noget.",
    "09 99 00 10",
)
_TRANSPORT: Final = batches.Written(
    "Kørslen får en ny rute",
    "Kære {navn}\n\nFra den 11. januar kører bussen en ny rute. Du bliver hentet på samme tid som før.\n\n"
    "Passer det ikke, så ring til os, så finder vi en løsning.",
    "09 99 00 10",
)
_QUESTIONS: Final = batches.Written(
    "Vil du svare på fem spørgsmål?", "Kære {navn}\n\nVi vil gerne vide, hvordan du synes, det går med din hjælp."
)


def build(*, now: datetime) -> None:
    """Everything of the post that no case brings along. In the scope of the loading."""
    _choose("Rosa", "Winther", now=now)
    _choose("Lene", "Overgaard", now=now, is_confirmed=False)
    reception, head = _named("Sanne Toftegård", now), _named("Henny Refsgård", now)
    _mailing(_HOURS, reception, now - timedelta(days=1), approved_by=head, approved_at=now - timedelta(minutes=1))
    _mailing(_TRANSPORT, reception, now - timedelta(hours=3), is_submitted=True)
    _mailing(_QUESTIONS, head, now - timedelta(hours=1))


def _choose(given: str, family: str, *, now: datetime, is_confirmed: bool = True) -> None:
    """A telephone before and an e-mail now; of who has not typed the code, the e-mail waits."""
    person = Person.objects.get(given_name=given, family_name=family)
    by = people.actor_for(person_id=person.pk, name=f"{given} {family}", at=now)
    first, later = now - timedelta(days=40), now - timedelta(minutes=20)
    old = done(ways.choose(channel=WayKind.SMS, address="20 00 00 17", by=by, at=first))
    done(ways.confirm(way_id=old.pk, code=code_of(old), by=by, at=first))
    if is_confirmed:
        ways.stop(way_id=old.pk, by=by, at=later)
    new = done(ways.choose(channel=WayKind.EMAIL, address=f"{given.lower()}@example.dk", by=by, at=later))
    if is_confirmed:
        done(ways.confirm(way_id=new.pk, code=code_of(new), by=by, at=later))


def _mailing(
    written: batches.Written,
    by: Actor,
    at: datetime,
    *,
    is_submitted: bool = False,
    approved_by: Actor | None = None,
    approved_at: datetime | None = None,
) -> None:
    batch: LetterBatch = done(batches.begin(written=written, sender="Borgerservice", by=by, at=at))
    citizens = Case.objects.filter(closed_at__isnull=True).order_by("citizen_id").values_list("citizen_id", flat=True)
    receivers = [batches.Receiver(number) for number in citizens.distinct()[:_MOST]]
    done(batches.give(batch_id=batch.pk, receivers=receivers, columns=(), source="borgere.csv", by=by, at=at))
    if is_submitted or approved_by:
        done(batches.submit(batch_id=batch.pk, by=by, at=at))
    if approved_by and approved_at:
        version = LetterBatch.objects.get(pk=batch.pk).version
        done(batches.approve(batch_id=batch.pk, version=version, by=approved_by, at=approved_at))


def _named(name: str, now: datetime) -> Actor:
    return organisation.actor_for(employee_id=Employee.objects.get(name=name).pk, on=day_of(now))
