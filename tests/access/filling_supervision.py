"""Filling a case with what a leaders' review leaves: drawn, reviewed with findings, and followed up."""

from datetime import timedelta

from borgerfokus.apps.supervision.models import (
    ActionPoint,
    Campaign,
    Judgement,
    Reviewer,
    ReviewForm,
    SampledCase,
    SampleStratum,
)
from borgerfokus.foundation.access.scope import Purpose, acting_as
from tests.access.filling import Filling
from tests.access.scene import SYSTEM, Subject

LEADERS = {"foreign": "other_leader"}


def supervise(filling: Filling, subject: Subject) -> None:
    """A campaign that runs, whose review of this case is done, and one whose time is up."""
    scene, key = filling.scene, filling.key
    unit = scene.world.units["ydelsesteamet" if key == "foreign" else "voksenteamet"].pk
    leader = scene.actors[LEADERS.get(key, "leader")]
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=filling.at):
        for name, reviewer, days in (("sampled", "reviewer", 7), ("sampled_over", "reviewer_ended", -2)):
            campaign = _campaign(filling, unit=unit, leader=leader.id, days=days)
            employee = scene.actors[reviewer].id
            Reviewer.objects.create(campaign=campaign, employee_id=employee)
            subject.ids[name] = _reviewed(filling, campaign, employee)
            subject.ids.setdefault("campaign", campaign.pk)
        follow_up = ActionPoint.objects.create(
            campaign_id=subject.ids["campaign"],
            text="Hold et oplæg",
            owner_id=filling.karen.id,
            due=(filling.at + timedelta(days=14)).date(),
            created_at=filling.at,
            created_by=leader.subject,
        )
        subject.ids["follow_up"] = follow_up.pk
        scene.ids.setdefault("review_form", ReviewForm.objects.get(state="published").pk)


def _campaign(filling: Filling, *, unit: int, leader: int, days: int) -> Campaign:
    at = filling.at
    return Campaign.objects.create(
        title="Begrundelser",
        led_by_id=leader,
        case_types=["sel-85"],
        units=[unit],
        starts=(at - timedelta(days=90)).date(),
        ends=at.date(),
        size=1,
        review_until=(at + timedelta(days=days)).date(),
        form=ReviewForm.objects.get(state="published"),
        seed="0123456789abcdef",
        state="running",
        population=1,
        created_at=at,
        created_by="system:0",
        drawn_at=at,
        begun_at=at,
    )


def _reviewed(filling: Filling, campaign: Campaign, reviewer: int) -> int:
    stratum = SampleStratum.objects.create(
        campaign=campaign, name="all", numbers=["2026-000001"], size=1, taken=1
    )
    row = SampledCase.objects.create(
        campaign=campaign,
        case_id=filling.case_id,
        stratum=stratum,
        rank=1,
        reviewer_id=reviewer,
        state="done",
        swapped_why=filling.word("sampled.swapped_why", "staff"),
        note=filling.word("sampled.note", "staff"),
        done_at=filling.at,
    )
    for question, verdict in (("reasons", "not_met"), ("informed", "met")):
        Judgement.objects.create(
            sampled=row,
            case_id=filling.case_id,
            question=question,
            prefill="yes",
            source="Regler, hovedhensyn og fakta er skrevet.",
            source_en="Rules, considerations and facts.",
            verdict=verdict,
            note=filling.word(f"judgement.note {question}", "staff"),
            response_text=filling.word(f"judgement.response_text {question}", "staff"),
        )
    return row.pk
