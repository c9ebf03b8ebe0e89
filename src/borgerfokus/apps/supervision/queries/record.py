"""What the data of one case says to the questions of the form."""

from datetime import datetime

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.supervision.queries.facts import facts_of, limits
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.supervision.form import Form
from borgerfokus.core.supervision.measures import Informed, Prefill, Record, prefill


def prefills(*, case: Case, form: Form, at: datetime) -> dict[str, Prefill]:
    """The answers of the data by question, the facts as old as they were at the decision. Two queries."""
    found = facts_of([case.pk], at=at)[case.pk]
    decided = case.decided_at or at
    outcome = Outcome(case.outcome) if case.outcome else None
    listed = assessment.of_case(case=case, at=decided, outcome=outcome).result
    needed = [row for row in listed.rows if row.requirement.required and row.status != "not_needed"]
    informed = Informed(met=sum(row.status.lets_decide for row in needed), needed=len(needed))
    record = Record(facts=found, limits=limits(on=day_of(at)), informed=informed)
    return {one.key: prefill(one.prefill, record) for one in form.questions}
