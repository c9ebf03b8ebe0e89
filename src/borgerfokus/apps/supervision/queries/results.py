"""What the judgements of a campaign say of all its cases: for each question and step, in all and by unit."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from borgerfokus.apps.supervision.models import (
    Campaign,
    CampaignResult,
    CampaignState,
    Judgement,
    SampledCase,
    Verdict,
)
from borgerfokus.apps.supervision.queries.campaigns import led_by
from borgerfokus.apps.supervision.queries.telling import By, Telling, Told, told
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.supervision.form import Form
from borgerfokus.core.supervision.measures import Answer
from borgerfokus.core.supervision.statistics import Estimate, Judged, agreement, estimate
from borgerfokus.foundation.access.actor import Actor

STEP = "step:"
WHOLE = "step:all"
_DATA_SAYS = {Answer.YES: True, Answer.NO: False}


@dataclass(frozen=True)
class Figure:
    """The share of one question, or of a step of the case ("step:letter"): in all, or in one unit.

    A step is met in a case when everything that applies in it is; `step:all` when everything in the case is.
    `alike` of `compared` judgements were as the data had said.
    """

    question: str
    unit_id: int | None
    estimate: Estimate
    alike: int = 0
    compared: int = 0
    told: Told | None = None

    def stored(self) -> dict[str, Any]:
        """As a row of `CampaignResult`."""
        found = self.estimate
        return {
            "question": self.question,
            "unit_id": self.unit_id,
            "met": found.met,
            "judged": found.judged,
            "share": found.share,
            "low": found.interval.low,
            "high": found.interval.high,
            "alike": self.alike,
            "compared": self.compared,
            "told_percent": self.told.percent if self.told else None,
            "told_cases": self.told.cases if self.told else None,
        }


@dataclass(frozen=True)
class Reviewed:
    """A reviewed case: whose it is, how many others it stands for, where it lies, and what was judged."""

    person: int
    weight: float
    unit_id: int
    verdicts: Mapping[str, str]
    data: Mapping[str, str]


def figures_of(campaign: Campaign, *, telling: Telling | None = None) -> list[Figure]:
    """The figures of a campaign, reckoned from the reviews that are done. Two queries; the caller leads it."""
    return list(reckon(_cases(campaign), campaign.form.form, telling=telling))


def reckon(cases: Sequence[Reviewed], form: Form, *, telling: Telling | None) -> Iterator[Figure]:
    """The figures of reviewed cases, in all and by unit; nothing of a question that applied nowhere.

    With `telling` those in all carry what is told outside.
    """
    units: dict[int | None, list[Reviewed]] = defaultdict(list)
    for one in cases:
        units[None].append(one)
        units[one.unit_id].append(one)
    for unit_id, group in units.items():
        outside = telling if unit_id is None else None
        for question in form.questions:
            judged = [
                (one.person, Judged(one.verdicts[question.key] == Verdict.MET, one.weight))
                for one in _applies(group, question.key)
            ]
            found = estimate([one for _person, one in judged])
            if found is not None:
                alike, compared, _kappa = agreement(_pairs(group, question.key))
                yield Figure(question.key, unit_id, found, alike, compared, _told(question.key, judged, outside))
        parts = {f"{STEP}{step.key}": [one.key for one in step.questions] for step in form.steps}
        for name, keys in {**parts, WHOLE: [one.key for one in form.questions]}.items():
            judged = list(_together(group, keys))
            found = estimate([one for _person, one in judged])
            if found is not None:
                yield Figure(name, unit_id, found, told=_told(name, judged, outside))


def _told(question: str, judged: Sequence[By], telling: Telling | None) -> Told | None:
    return None if telling is None else told(question, judged, by=telling)


def kappa_of(campaign: Campaign) -> float | None:
    """How far data and reviewers agree beyond chance, over all questions. Two queries."""
    cases = _cases(campaign)
    pairs = [pair for one in campaign.form.form.questions for pair in _pairs(cases, one.key)]
    return agreement(pairs)[2]


def kept_figures(campaign: Campaign) -> list[CampaignResult]:
    """The figures of a closed campaign as they were kept. One query."""
    return list(CampaignResult.objects.filter(campaign=campaign).order_by("pk"))


def shown_figures(campaign: Campaign) -> list[CampaignResult]:
    """The figures to show: as kept for a closed campaign, as they stand for a running one."""
    if campaign.state == CampaignState.CLOSED:
        return kept_figures(campaign)
    return [CampaignResult(campaign=campaign, **one.stored()) for one in figures_of(campaign)]


def by_unit(figures: Iterable[CampaignResult], *, question: str, rule: Rule) -> list[CampaignResult]:
    """The figures of a question by unit that may be shown, best first.

    A unit with too few reviewed cases is left out; and where that is a single one, the next smallest too, or the one
    left out could be told from the whole.
    """
    rows = [one for one in figures if one.question == question and one.unit_id is not None]
    shown = [one for one in rows if one.judged > rule.suppress_up_to]
    if len(rows) - len(shown) == 1 and shown:
        shown.remove(min(shown, key=lambda one: (one.judged, one.unit_id)))
    return sorted(shown, key=lambda one: (-one.share, one.unit_id))


def earlier(campaign: Campaign, *, by: Actor) -> list[tuple[Campaign, list[CampaignResult]]]:
    """The closed campaigns before and with this one that share a case type and a unit, oldest first, with the figures
    of each in all. Two queries.
    """
    rows = led_by(by).filter(
        state=CampaignState.CLOSED,
        case_types__overlap=campaign.case_types,
        units__overlap=campaign.units,
        ends__lte=campaign.ends,
    )
    found = {one.pk: one for one in rows.order_by("ends", "pk")}
    kept: dict[int, list[CampaignResult]] = defaultdict(list)
    for one in CampaignResult.objects.filter(campaign__in=found, unit__isnull=True).order_by("pk"):
        kept[one.campaign_id].append(one)
    return [(one, kept[one.pk]) for one in found.values()]


def _cases(campaign: Campaign) -> list[Reviewed]:
    """The reviewed cases. Each stands for its share of the stratum among those reviewed so far, or half a campaign
    would be told as if nothing were uncertain."""
    sampled = SampledCase.objects.filter(campaign=campaign, done_at__isnull=False).select_related("stratum", "case")
    found = list(sampled.only("pk", "campaign_id", "case__unit_id", "case__citizen_id", "stratum__size"))
    reviewed = Counter(one.stratum_id for one in found)
    verdicts: dict[int, dict[str, str]] = defaultdict(dict)
    data: dict[int, dict[str, str]] = defaultdict(dict)
    rows = Judgement.objects.filter(sampled__in=found).values_list("sampled_id", "question", "verdict", "prefill")
    for sampled_id, question, verdict, said in rows:
        verdicts[sampled_id][question], data[sampled_id][question] = verdict, said
    return [
        Reviewed(
            person=one.case.citizen_id,
            weight=one.stratum.size / reviewed[one.stratum_id],
            unit_id=one.case.unit_id,
            verdicts=verdicts[one.pk],
            data=data[one.pk],
        )
        for one in found
    ]


def _applies(cases: Iterable[Reviewed], key: str) -> list[Reviewed]:
    judged = (Verdict.MET, Verdict.NOT_MET)
    return [one for one in cases if one.verdicts.get(key) in judged]


def _pairs(cases: Iterable[Reviewed], key: str) -> list[tuple[bool, bool]]:
    return [
        (_DATA_SAYS[Answer(one.data[key])], one.verdicts[key] == Verdict.MET)
        for one in _applies(cases, key)
        if one.data.get(key) in _DATA_SAYS
    ]


def _together(cases: Iterable[Reviewed], keys: Sequence[str]) -> Iterator[By]:
    for one in cases:
        said = [one.verdicts.get(key) for key in keys]
        if Verdict.MET in said or Verdict.NOT_MET in said:
            yield one.person, Judged(Verdict.NOT_MET not in said, one.weight)
