"""Reviewing a drawn case: what the data says is kept beside what the reviewer judges, and a serious fault is told of
at once.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.supervision.actions import refusals
from borgerfokus.apps.supervision.events import SeriousFaultFound, SupervisionReviewed
from borgerfokus.apps.supervision.models import Judgement, ReviewState, SampledCase, Verdict
from borgerfokus.apps.supervision.queries.campaigns import find_to_review, judgements_of
from borgerfokus.apps.supervision.queries.involved import involved
from borgerfokus.apps.supervision.queries.record import prefills
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import calendar_for, day_of
from borgerfokus.core.supervision.form import Form
from borgerfokus.core.supervision.measures import Answer
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.parameters import service as parameters

ANSWER_TASK = "supervision.answer"
SERIOUS_TASK = "supervision.serious"
_SOURCE = 300


@dataclass(frozen=True)
class NewJudgement:
    """What the reviewer judges of one question; `verdict` is "" while it is open."""

    verdict: str
    note: str = ""
    serious: bool = False


@transaction.atomic
def open_review(*, sampled_id: int, by: Actor, at: datetime) -> SampledCase:
    """Open the review of a case: the first time, what the data says is kept for each question. Raises Hidden."""
    sampled = find_to_review(sampled_id=sampled_id, by=by, at=at)
    if sampled.state != ReviewState.WAITING:
        return sampled
    sampled = _locked(sampled_id, by, at)
    if sampled.state == ReviewState.WAITING:
        found = prefills(case=sampled.case, form=sampled.campaign.form.form, at=at)
        Judgement.objects.bulk_create(
            Judgement(
                sampled=sampled,
                case_id=sampled.case_id,
                question=key,
                prefill=one.answer,
                source=one.source.da[:_SOURCE],
                source_en=one.source.en[:_SOURCE],
            )
            for key, one in found.items()
        )
        sampled.state = ReviewState.BEGUN
        _keep(sampled)
        audit.record(action="supervision.open", by=by, at=at, case_id=sampled.case_id, about=f"sampled:{sampled.pk}")
    return sampled


@dataclass(frozen=True)
class Review:
    """A review as it is saved: a judgement for each question, a note on the whole, and whether it is finished."""

    judgements: Mapping[str, NewJudgement]
    note: str
    done: bool
    version: int


@transaction.atomic
def save(*, sampled_id: int, review: Review, by: Actor, at: datetime) -> int | Refusal:
    """Save the review of a case. Returns its next version.

    What is typed is kept also when the review cannot be finished yet. A fault that is newly flagged as serious gives
    the case's caseworker and leaders a task at once.
    """
    sampled = _locked(sampled_id, by, at)
    if by.id in involved([sampled.case_id], reviewers=[by.id])[sampled.case_id]:
        return refusals.OWN_CASE
    if sampled.version != review.version:
        return refusals.CHANGED
    if sampled.state == ReviewState.ANSWERED or Judgement.objects.filter(sampled=sampled).exclude(response="").exists():
        return refusals.ANSWERED_ALREADY
    known = judgements_of(sampled_id=sampled.pk)
    if any(one.serious and not _explained(one) for one in review.judgements.values()):
        return refusals.SERIOUS_NEEDS_NOTE
    fresh = _write(known, review.judgements, sampled.campaign.form.form)
    sampled.note = review.note.strip()
    if fresh:
        _tell_of_serious(sampled, fresh, by=by, at=at)
    refused = _not_finished(known.values()) if review.done else None
    if review.done and refused is None:
        _finish(sampled, known.values(), by=by, at=at)
    _keep(sampled)
    return refused or sampled.version


def _locked(sampled_id: int, by: Actor, at: datetime) -> SampledCase:
    if not SampledCase.objects.select_for_update(of=("self",)).filter(pk=sampled_id).exists():
        raise Hidden(f"sampled case {sampled_id}")
    return find_to_review(sampled_id=sampled_id, by=by, at=at)


def _keep(sampled: SampledCase) -> None:
    sampled.version += 1
    sampled.save(update_fields=["state", "note", "done_at", "answer_task", "version"])


def _explained(one: NewJudgement) -> bool:
    return one.verdict == Verdict.NOT_MET and bool(one.note.strip())


def _write(known: Mapping[str, Judgement], new: Mapping[str, NewJudgement], form: Form) -> list[Judgement]:
    """Put the judgements down. Returns those that are newly serious."""
    fresh = []
    for key, judgement in new.items():
        row, question = known.get(key), form.question(key)
        if row is None or question is None:
            continue
        serious = judgement.serious and question.serious
        if serious and not row.serious:
            fresh.append(row)
        row.verdict, row.note, row.serious = judgement.verdict, judgement.note.strip(), serious
    Judgement.objects.bulk_update(known.values(), ["verdict", "note", "serious"])
    return fresh


def _not_finished(rows: Collection[Judgement]) -> Refusal | None:
    if any(not row.verdict for row in rows):
        return refusals.NOT_ALL
    if any(not row.note and (row.verdict == Verdict.NOT_MET or differs(row)) for row in rows):
        return refusals.NO_NOTE
    return None


def differs(row: Judgement) -> bool:
    """Whether the reviewer sees something else than the data says. What the data cannot tell differs from nothing."""
    said = {Answer.YES: Verdict.MET, Answer.NO: Verdict.NOT_MET, Answer.NOT_RELEVANT: Verdict.NOT_RELEVANT}
    expected = said.get(Answer(row.prefill))
    return expected is not None and bool(row.verdict) and row.verdict != expected


def _tell_of_serious(sampled: SampledCase, rows: list[Judgement], *, by: Actor, at: datetime) -> None:
    case, today = sampled.case, day_of(at)
    leaders = set(organisation.leaders_of(unit_id=case.unit_id, on=today))
    owners: list[dict[str, int]] = (
        [{"employee": case.caseworker_id}] if case.caseworker_id else [{"unit": case.unit_id}]
    )
    owners += [{"employee": leader} for leader in sorted(leaders - {case.caseworker_id or 0})]
    form = sampled.campaign.form.form
    with casework.changing(case_id=case.pk, verb=Verb.CASE_SEE, by=by, at=at, action="supervision.serious") as opened:
        for row in rows:
            question = form.question(row.question)
            opened.append(SeriousFaultFound(campaign=sampled.campaign_id, question=row.question))
            for owner in owners:
                task = casework.NewTask(
                    kind=SERIOUS_TASK,
                    title="Alvorlig fejl fundet i ledelsestilsyn: se, om sagen skal genoptages",
                    detail=f"{question.text.da if question else row.question} {row.note}",
                    due=_working_days(today, 1),
                    reference=f"sampled:{sampled.pk}",
                    **owner,
                )
                casework.give_in(opened, task=task)


def _finish(sampled: SampledCase, rows: Collection[Judgement], *, by: Actor, at: datetime) -> None:
    findings = sum(row.verdict == Verdict.NOT_MET for row in rows)
    first = sampled.done_at is None
    sampled.done_at = sampled.done_at or at
    sampled.state = ReviewState.DONE if findings else ReviewState.ANSWERED
    if not first and not (findings and sampled.answer_task_id is None):
        return
    with casework.changing(
        case_id=sampled.case_id, verb=Verb.CASE_SEE, by=by, at=at, action="supervision.review"
    ) as opened:
        opened.append(SupervisionReviewed(campaign=sampled.campaign_id, findings=findings))
        if findings and sampled.answer_task_id is None:
            days = parameters.at("own.findings_answer", on=day_of(at)).number
            task = casework.NewTask(
                kind=ANSWER_TASK,
                title="Svar på ledelsestilsynets bemærkninger",
                due=_working_days(day_of(at), days),
                reference=f"sampled:{sampled.pk}",
                **casework.owner_of_work(opened),  # type: ignore[arg-type]  # one of two names
            )
            sampled.answer_task_id = casework.give_in(opened, task=task)


def _working_days(day: date, number: int) -> date:
    calendar = calendar_for([day.year, day.year + 1], parameters.parameters())
    return calendar.add_working_days(day, number)
