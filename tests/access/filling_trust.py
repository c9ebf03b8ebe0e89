"""Filling the world with a round of log control, a review of rights, an alarm, and sessions."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from borgerfokus.apps.insight.models import FigureSubscription
from borgerfokus.apps.logcontrol.models import (
    ControlItem,
    ControlRound,
    KnownPerson,
    Reconciliation,
    RightsItem,
    RightsReview,
    StaffPerson,
)
from borgerfokus.apps.reminders.models import StaffReminder
from borgerfokus.core.logcontrol import rounds
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.login.models import Device
from borgerfokus.foundation.organisation.models import Engagement
from tests.access.scene import SYSTEM, Subject

if TYPE_CHECKING:
    from tests.access.filling import Filling


def fill_trust(filling: "Filling", subject: Subject) -> None:
    """A look-up of the caseworker that is concluded, one that it is asked about, and what lies around."""
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=filling.at):
        row = _round(filling)
        subject.ids["control_round"] = row.pk
        subject.ids["control"] = _item(filling, row, 1, **_concluded(filling))
        subject.ids["control_asked"] = _item(filling, row, 2, **_asked(filling, "asked"))
        subject.ids["known"] = KnownPerson.objects.create(
            person_id=filling.scene.persons["stranger"],
            why=_word(filling, "known.why", "officer"),
            added_at=filling.at,
            added_by=filling.scene.actors["dpo"].subject,
        ).pk
        StaffPerson.objects.create(
            employee_id=filling.karen.id, person_id=filling.scene.persons["relative"], saved_at=filling.at
        )
        day = filling.at.date() - timedelta(days=1)
        night = Reconciliation.objects.create(day=day, at=filling.at, looked=4, persons=2, missing=1, missing_ids=[1])
        subject.ids["night"] = night.pk
        _rights(filling, subject)
        fill_figures(filling)
        for word, actor in (("session", filling.citizen), ("session_of_staff", filling.karen)):
            subject.ids[word] = Device.objects.create(
                subject=actor.subject, session_key=word, browser="Firefox", system="Linux", begun_at=filling.at
            ).pk


def fill_figures(filling: "Filling") -> None:
    """An employee gets figures and reminders by e-mail."""
    FigureSubscription.objects.get_or_create(
        employee_id=filling.karen.id, rhythm="weekly", language="da", defaults={"begun_at": filling.at}
    )
    StaffReminder.objects.get_or_create(
        employee_id=filling.karen.id,
        ended_at=None,
        defaults={
            "deadlines": True, "appointments": True, "messages": True, "rhythm": "daily", "language": "da",
            "begun_at": filling.at,
        },
    )  # fmt: skip


def _word(filling: "Filling", what: str, owner: str = "judges") -> str:
    return filling.scene.canaries.mint(f"control:{owner}", what, "staff")


def _round(filling: "Filling") -> ControlRound:
    at = filling.at
    return ControlRound.objects.create(
        starts=date(2026, 10, 1),
        ends=date(2026, 11, 1),
        sample_size=2,
        ranked_size=2,
        seed="0123456789abcdef",
        promise=rounds.promise("0123456789abcdef"),
        state="drawn",
        population=2,
        list_sum=rounds.sum_of([1, 2]),
        review_due=(at + timedelta(days=20)).date(),
        planned_at=at,
        planned_by="system:0",
        drawn_at=at,
    )


def _item(filling: "Filling", row: ControlRound, rank: int, **more: object) -> int:
    return ControlItem.objects.create(
        round=row,
        kind="ranked",
        rank=rank,
        lookup_id=rank,
        looked_at=filling.at,
        times=1,
        employee_id=filling.karen.id,
        unit_id=filling.karen.unit_id,
        person_id=filling.citizen.id,
        look="view",
        purpose="casework",
        signals=["no_relation"],
        score=30,
        reviewer_id=filling.bente.id,
        **more,
    ).pk


def _asked(filling: "Filling", state: str) -> dict[str, object]:
    due = (filling.at + timedelta(days=5)).date()
    question = _word(filling, "control.question")
    return {"state": state, "question": question, "asked_at": filling.at, "answer_due": due}


def _concluded(filling: "Filling") -> dict[str, object]:
    at, leader, officer = filling.at, filling.bente.subject, filling.scene.actors["dpo"].subject
    return {
        **_asked(filling, "concluded"),
        "answer": _word(filling, "control.answer"),
        "answered_at": at,
        "note": _word(filling, "control.note"),
        "decided_at": at,
        "decided_by": leader,
        "outcome": "minor",
        "outcome_note": _word(filling, "control.outcome_note"),
        "concluded_at": at,
        "concluded_by": officer,
    }


def _rights(filling: "Filling", subject: Subject) -> None:
    at, scene = filling.at, filling.scene
    review = RightsReview.objects.create(
        starts=date(2026, 7, 1), ends=date(2027, 1, 1), due=date(2026, 12, 20), made_at=at
    )
    for word, key, more in (
        ("right", "caseworker", {}),
        (
            "right_asked",
            "colleague",
            {"state": "asked", "note": "Er flyttet.", "decided_at": at, "decided_by": filling.bente.subject},
        ),
    ):
        engagement = Engagement.objects.get(employee_id=scene.actors[key].id)
        subject.ids[word] = RightsItem.objects.create(
            review=review,
            leader_id=filling.bente.id,
            employee_id=engagement.employee_id,
            unit_id=engagement.unit_id,
            kind="engagement",
            what=engagement.role,
            engagement=engagement,
            since=engagement.starts,
            **more,
        ).pk
