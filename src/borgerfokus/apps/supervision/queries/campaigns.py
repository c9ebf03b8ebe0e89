"""Reads of campaigns: those that one leads, those that one reviews for, and how far they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Prefetch, Q, QuerySet

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.supervision.models import (
    ActionPoint,
    ActionPointState,
    Campaign,
    CampaignState,
    Judgement,
    Reviewer,
    ReviewForm,
    ReviewState,
    SampledCase,
    SampleStratum,
    Verdict,
)
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


@dataclass(frozen=True)
class Progress:
    """How many cases were drawn, are begun, reviewed and answered."""

    drawn: int
    begun: int
    reviewed: int
    answered: int


def led_by(actor: Actor) -> QuerySet[Campaign]:
    """The campaigns over units that the actor leads, all of them, newest first."""
    if actor.everything:
        return Campaign.objects.order_by("-created_at", "-pk")
    if not actor.can(Verb.SUPERVISION_LEAD):
        return Campaign.objects.none()
    rows = Campaign.objects.filter(units__contained_by=sorted(actor.led))
    return rows.order_by("-created_at", "-pk")


def find_led(*, campaign_id: int, by: Actor) -> Campaign:
    """A campaign that the actor leads, with its form. Raises Hidden."""
    row = led_by(by).select_related("form", "led_by").filter(pk=campaign_id).first()
    if row is None:
        raise Hidden(f"campaign {campaign_id}")
    return row


def visible_to(actor: Actor, *, at: datetime) -> QuerySet[SampledCase]:
    """The drawn cases that the actor may see: those of led campaigns, those given to it to review, and those on cases
    that it works on. What is drawn and not begun is the leader's alone.
    """
    seen = SampledCase.objects.filter(case__in=casework.visible_to(actor, at=at))
    if actor.everything:
        return seen
    mine = Q(reviewer_id=actor.id, campaign__state=CampaignState.RUNNING, campaign__review_until__gte=day_of(at))
    about_me = Q(case__caseworker_id=actor.id, campaign__begun_at__isnull=False)
    return seen.filter(Q(campaign__in=led_by(actor)) | mine | about_me)


def find_to_review(*, sampled_id: int, by: Actor, at: datetime) -> SampledCase:
    """A case that the actor is to review now. Raises Hidden, also when the campaign is over or its time is up."""
    rows = visible_to(by, at=at).filter(
        pk=sampled_id,
        reviewer_id=by.id,
        campaign__state=CampaignState.RUNNING,
        campaign__review_until__gte=day_of(at),
    )
    row = rows.select_related("campaign__form", "case__type_version", "case__unit", "stratum").first()
    if row is None or not by.can(Verb.SUPERVISION_REVIEW):
        raise Hidden(f"sampled case {sampled_id}")
    return row


def to_review(*, by: Actor, at: datetime) -> list[SampledCase]:
    """The cases that the actor is to review now, those not done first."""
    rows = visible_to(by, at=at).filter(reviewer_id=by.id, campaign__state=CampaignState.RUNNING)
    rows = rows.filter(campaign__review_until__gte=day_of(at)).select_related("campaign", "case__type_version")
    return list(rows.order_by("done_at", "campaign__review_until", "rank", "pk"))


def find_to_answer(*, sampled_id: int, by: Actor, at: datetime) -> SampledCase:
    """A reviewed case that the actor works on, to answer what was found. Raises Hidden."""
    rows = _reviewed(by, at).filter(pk=sampled_id)
    row = rows.select_related("campaign__form", "case__type_version").first()
    if row is None:
        raise Hidden(f"sampled case {sampled_id}")
    return row


def to_answer(*, by: Actor, at: datetime) -> list[SampledCase]:
    """The actor's own cases that have been reviewed, those with unanswered findings first."""
    found = Count("judgements", filter=Q(judgements__verdict=Verdict.NOT_MET))
    rows = _reviewed(by, at).annotate(findings=found).select_related("campaign", "case__type_version")
    return list(rows.order_by("-state", "-done_at", "pk"))


def _reviewed(by: Actor, at: datetime) -> QuerySet[SampledCase]:
    rows = SampledCase.objects.filter(case__in=casework.visible_to(by, at=at), case__caseworker_id=by.id)
    states = (CampaignState.RUNNING, CampaignState.CLOSED)
    return rows.filter(state__in=(ReviewState.DONE, ReviewState.ANSWERED), campaign__state__in=states)


def judgements_of(*, sampled_id: int) -> dict[str, Judgement]:
    """The judgements of a drawn case that the caller may see, by question."""
    return {row.question: row for row in Judgement.objects.filter(sampled_id=sampled_id)}


def sample_of(campaign: Campaign) -> list[SampledCase]:
    """The drawn cases of a campaign in order of the draw, with what was found. Two queries; the caller leads it."""
    found = Judgement.objects.filter(verdict=Verdict.NOT_MET).order_by("pk")
    rows = SampledCase.objects.filter(campaign=campaign).select_related("case__unit", "reviewer", "stratum")
    return list(rows.prefetch_related(Prefetch("judgements", queryset=found, to_attr="found")).order_by("rank"))


def strata_of(campaign: Campaign) -> list[SampleStratum]:
    """What was drawn from, by name."""
    return list(SampleStratum.objects.filter(campaign=campaign).order_by("name"))


def reviewers_of(campaign: Campaign) -> list[int]:
    """The employees who review for a campaign, in order."""
    return list(
        Reviewer.objects.filter(campaign=campaign).order_by("employee_id").values_list("employee_id", flat=True)
    )


def progress(campaigns: Sequence[Campaign]) -> dict[int, Progress]:
    """How far each of these campaigns is. One query."""
    rows = SampledCase.objects.filter(campaign__in=campaigns).values_list("campaign_id", "state").annotate(Count("pk"))
    counted: dict[int, dict[str, int]] = {}
    for campaign_id, state, number in rows:
        counted.setdefault(campaign_id, {})[state] = number
    return {
        one.pk: Progress(
            drawn=sum(counted.get(one.pk, {}).values()),
            begun=counted.get(one.pk, {}).get(ReviewState.BEGUN, 0),
            reviewed=counted.get(one.pk, {}).get(ReviewState.DONE, 0)
            + counted.get(one.pk, {}).get(ReviewState.ANSWERED, 0),
            answered=counted.get(one.pk, {}).get(ReviewState.ANSWERED, 0),
        )
        for one in campaigns
    }


def follow_ups_of(campaign: Campaign) -> list[ActionPoint]:
    """What is followed up after a campaign, open ones first."""
    rows = ActionPoint.objects.filter(campaign=campaign).select_related("owner")
    return sorted(rows, key=lambda one: (one.state != ActionPointState.OPEN, one.due, one.pk))


def follow_ups_for(*, by: Actor) -> list[ActionPoint]:
    """What the actor is to follow up, nearest date first."""
    rows = ActionPoint.objects.filter(owner_id=by.id, state=ActionPointState.OPEN).select_related("campaign")
    return list(rows.order_by("due", "pk"))


def forms() -> list[ReviewForm]:
    """Every version of the review form, newest first."""
    return list(ReviewForm.objects.order_by("-number"))


def form_in_use() -> ReviewForm | None:
    """The version that new campaigns are made with."""
    return ReviewForm.objects.filter(state="published").first()


def is_over(campaign: Campaign, *, today: date) -> bool:
    """Whether the time to review is up."""
    return campaign.state == CampaignState.RUNNING and campaign.review_until < today
