"""What the municipality does in a short walk, by the doors of the apps instead of in a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.decisions.hearing import Exemption
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Employee

FACT = "O10"


@contextmanager
def _as(login: str, at: datetime) -> Iterator[Actor]:
    by = organisation.actor_for(employee_id=Employee.objects.get(login=login).pk, on=at.date())
    with acting_as(by, purpose=Purpose.CASEWORK, at=at):
        yield by


def take_and_ask(number: str, at: datetime) -> None:
    """Take the case, and ask the citizen for a letter; the case waits."""
    with _as("karlin", at) as by:
        case = casework.find(number=number, by=by, at=at)
        casework.take(case_id=case.pk, by=by, at=at)
        _go(case, Step.ACCEPT, by, at)
        ask = assessment.Ask(
            facts=[FACT], source=Source.CITIZEN, whom="borgeren", due=at.date() + timedelta(days=14), pause=True
        )
        refused = assessment.ask(case_id=case.pk, ask=ask, by=by, at=at)
        assert refused is None, refused


def refuse(number: str, at: datetime) -> None:
    """Fill the list, assess, and refuse; a colleague reads along. The party knows everything already."""
    with _as("karlin", at) as by:
        case = casework.find(number=number, by=by, at=at)
        for fact in case.type_version.spec.information:
            known = assessment.Known(
                kind="note", value=f"Det, vi ved: {fact.title.da}", source="samtale", as_of=at.date()
            )
            assert assessment.record(case_id=case.pk, fact=fact.key, known=known, by=by, at=at) is None
        for step in (Step.BEGIN_ASSESSMENT, Step.BEGIN_DECISION):
            _go(case, step, by, at)
        why = "Borgeren har selv fortalt det hele."
        exempted = decisions.exempt_hearing(case_id=case.pk, ground=Exemption.HARMLESS, why=why, by=by, at=at)
        assert not isinstance(exempted, Refusal), exempted
        decision, version = _drafted(case, by, at)
    with _as("birsol", at) as leader:
        approved = decisions.approve(decision_id=decision, version=version, by=leader, at=at)
        assert isinstance(approved, int), approved
    with _as("karlin", at) as by:
        sent = decisions.issue(decision_id=decision, version=approved, by=by, at=at)
        assert not isinstance(sent, Refusal), sent


def _drafted(case: Case, by: Actor, at: datetime) -> tuple[int, int]:
    """A draft that waits for its reader, with its version."""
    new = decisions.NewDraft(outcome=Outcome.REFUSED, applied_for="støtte i hverdagen")
    decision = decisions.start_draft(case_id=case.pk, new=new, by=by, at=at)
    assert isinstance(decision, int), decision
    reasons = decisions.propose_again(decision_id=decision, by=by, at=at)
    content = decisions.DraftContent(
        outcome=Outcome.REFUSED,
        applied_for="støtte i hverdagen",
        granted="",
        refused="støtte i hverdagen",
        starts=None,
        ends=None,
        provider="",
        rules=reasons.rules,
        considerations="\n".join(
            f"{line} andre tilbud er nok." if line.endswith("fordi") else line
            for line in reasons.considerations.splitlines()
        ),
        facts=reasons.facts,
    )
    saved = decisions.save_draft(decision_id=decision, version=1, content=content, by=by, at=at)
    assert isinstance(saved, int), saved
    version = decisions.send_to_approval(decision_id=decision, version=saved, approver=None, by=by, at=at)
    assert isinstance(version, int), version
    return decision, version


def _go(case: Case, step: Step, by: Actor, at: datetime) -> None:
    refused = casework.take_step(case_id=case.pk, step=step, by=by, at=at)
    assert refused is None, refused
