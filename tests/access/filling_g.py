"""Filling a case with what belongs to the citizen's page: consents, own notes and numbers, a code, complaints."""

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from borgerfokus.apps.assessment.models import Consent
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.dialogue.models import Complaint, OwnMeasure, OwnNote, OwnSeries, Request
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.people import cipher
from borgerfokus.foundation.people.models import OneTimeHelp
from tests.access.scene import SYSTEM, Subject

if TYPE_CHECKING:
    from tests.access.filling import Filling


def fill_page(filling: "Filling", subject: Subject) -> None:
    """Everything of the citizen's page on one case."""
    _consents(filling, subject)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=filling.at):
        _own(filling, subject)
        _acting(filling, subject)
        _complaints(filling, subject)
        Request.objects.filter(case_id=filling.case_id).update(told_by=filling.word("request.told_by"))


def _consents(filling: "Filling", subject: Subject) -> None:
    """One that is asked for, and one that is given; for sources that nothing else in the scene asks."""
    karen, at = filling.karen, filling.at
    with filling.as_(karen):
        due = date(2026, 12, 18)
        task = casework.NewTask(kind="consent", title="Må vi spørge skolen?", due=due, reference="school")
        task_id = casework.give(case_id=filling.case_id, task=task, by=karen, at=at)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        asked = Consent.objects.create(
            case_id=filling.case_id, source="school", asked_at=at, asked_by=karen.subject, task_id=task_id
        )
        given = Consent.objects.create(
            case_id=filling.case_id,
            source="provider",
            given_at=at,
            answered_by=karen.subject,
            how=filling.word("consent given.how"),
        )
    subject.ids["consent_asked"], subject.ids["consent_given"] = asked.pk, given.pk


def _own(filling: "Filling", subject: Subject) -> None:
    at, me = filling.at, subject.citizen
    series = OwnSeries.objects.create(
        subject=filling.citizen.subject,
        case_id=filling.case_id,
        title=filling.own(me, "own_series.title"),
        unit=filling.own(me, "own_series.unit"),
        made_at=at,
    )
    number = OwnMeasure.objects.create(
        series=series, on=at.date(), value=Decimal("7.5"), note=filling.own(me, "own_measure.note")
    )
    note = OwnNote.objects.create(
        subject=filling.citizen.subject, case_id=filling.case_id, text=filling.own(me, "own_note.text"), written_at=at
    )
    subject.ids["own_case"] = filling.case_id
    subject.ids["own_series"], subject.ids["own_measure"], subject.ids["own_note"] = series.pk, number.pk, note.pk


def _acting(filling: "Filling", subject: Subject) -> None:
    """A code that waits, and help that is over."""
    at = filling.at
    code = OneTimeHelp.objects.create(
        person_id=filling.citizen.id,
        code_sealed=cipher.seal_text("KODE2345"),
        code_index=cipher.blind_text(f"{filling.key} code"),
        made_at=at,
        code_until=at + timedelta(minutes=15),
    )
    OneTimeHelp.objects.create(
        person_id=filling.citizen.id,
        code_sealed=cipher.seal_text("KODE6789"),
        code_index=cipher.blind_text(f"{filling.key} used"),
        made_at=at - timedelta(days=2),
        code_until=at - timedelta(days=2),
        helper_id=filling.scene.persons["relative"],
        started_at=at - timedelta(days=2),
        ends_at=at - timedelta(days=2) + timedelta(minutes=30),
    )
    subject.ids["one_time_code"] = code.pk


def _complaints(filling: "Filling", subject: Subject) -> None:
    """One that waits for the leader, one that is answered, and word of what is hard to use."""
    at, mint = filling.at, filling.scene.canaries.mint
    owner = f"complaint:{filling.key}"
    waiting = Complaint.objects.create(
        kind="conduct",
        person_id=filling.citizen.id,
        case_id=filling.case_id,
        unit_id=casework.Case.objects.values_list("unit_id", flat=True).get(pk=filling.case_id),
        text=mint(owner, "complaint.text"),
        made_at=at,
        due=date(2026, 12, 7),
    )
    Complaint.objects.create(
        kind="waiting",
        person_id=filling.citizen.id,
        case_id=filling.case_id,
        unit_id=waiting.unit_id,
        text=mint(owner, "complaint answered.text"),
        made_at=at,
        due=date(2026, 12, 7),
        answer=mint(owner, "complaint.answer"),
        answered_at=at,
        answered_by=filling.karen.subject,
    )
    hard = Complaint.objects.create(
        kind="accessibility", person_id=filling.citizen.id, text="Knappen er lille", made_at=at, due=date(2026, 12, 7)
    )
    subject.ids["complaint"], subject.ids["feedback"] = waiting.pk, hard.pk
