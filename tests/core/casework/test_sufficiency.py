"""Is the case informed? Each fact as it stands, and the refusal that names what is missing."""

from datetime import date

import pytest

from borgerfokus.core.casework.ball import CITIZEN, Ball
from borgerfokus.core.casework.casetype import load_shipped
from borgerfokus.core.casework.sufficiency import (
    Evidence,
    EvidenceKind,
    FactRequirement,
    FactStatus,
    OnFile,
    Requested,
    RuledOut,
    Sufficiency,
    UnknownFact,
    requirements_of,
    sufficiency,
)
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.texts import Text

ON = date(2026, 11, 23)
ALL = frozenset(Outcome)
DOCTOR = Text(da="egen læge", en="the doctor")


def fact(key: str, *, months: int | None = None, needed: frozenset[Outcome] = ALL) -> FactRequirement:
    return FactRequirement(
        key=key,
        title=Text(da=f"Fakta {key}", en=f"Fact {key}"),
        used_for=Text(da="omfang", en="extent"),
        sources=("citizen",),
        needed_for=needed,
        max_age_months=months,
    )


def evidence(key: str, as_of: date) -> Evidence:
    return Evidence(requirement_key=key, kind=EvidenceKind.NOTE, ref="note:1", as_of=as_of, value="nedsat")


def asked(key: str, whom: Ball) -> Requested:
    name = CITIZEN if whom is Ball.YOU else DOCTOR
    return Requested(key=key, whom=whom, name=name, asked_on=date(2026, 11, 16), due=date(2026, 11, 30))


def judged(
    requirement: FactRequirement, on_file: OnFile, *, outcome: Outcome | None = None, on: date = ON
) -> Sufficiency:
    return sufficiency(requirements=[requirement], on_file=on_file, outcome=outcome, on=on)


O7 = fact("O7", months=6)
OUT = RuledOut(key="O7", reason="Borgeren bor på et botilbud", by="employee:1", at=ON)
NEW, OLD = evidence("O7", date(2026, 11, 12)), evidence("O7", date(2026, 3, 18))

STANDS = (
    # what is on file, how the fact stands, may be decided
    (OnFile(), FactStatus.MISSING, False),
    (OnFile(evidence=[NEW]), FactStatus.MET, True),
    (OnFile(evidence=[OLD]), FactStatus.TOO_OLD, False),
    (OnFile(evidence=[OLD, NEW]), FactStatus.MET, True),
    (OnFile(requested=[asked("O7", Ball.YOU)]), FactStatus.WITH_CITIZEN, False),
    (OnFile(requested=[asked("O7", Ball.OTHER)]), FactStatus.WITH_OTHER, False),
    (OnFile(evidence=[OLD], requested=[asked("O7", Ball.YOU)]), FactStatus.WITH_CITIZEN, False),
    (OnFile(evidence=[NEW], requested=[asked("O7", Ball.YOU)]), FactStatus.MET, True),
    (OnFile(ruled_out=[OUT]), FactStatus.RULED_OUT, True),
    (OnFile(evidence=[OLD], ruled_out=[OUT]), FactStatus.RULED_OUT, True),
)


@pytest.mark.parametrize(("on_file", "status", "ready"), STANDS, ids=str)
def test_where_a_fact_stands(on_file: OnFile, status: FactStatus, ready: bool) -> None:
    found = judged(O7, on_file)
    assert (found.rows[0].status, found.ready, found.refusal() is None) == (status, ready, ready)


def test_the_last_day_that_a_fact_is_good_for() -> None:
    on_file = OnFile(evidence=[evidence("O7", date(2026, 5, 23))])
    assert judged(O7, on_file, on=date(2026, 11, 23)).ready
    assert not judged(O7, on_file, on=date(2026, 11, 24)).ready


def test_a_fact_that_the_outcome_does_not_rest_on_is_not_waited_for() -> None:
    only_granting = fact("O9", needed=frozenset({Outcome.GRANTED}))
    assert judged(only_granting, OnFile(), outcome=Outcome.REFUSED).ready
    assert not judged(only_granting, OnFile(), outcome=Outcome.GRANTED).ready
    assert not judged(only_granting, OnFile()).ready


def test_the_refusal_names_the_facts_and_the_article() -> None:
    found = sufficiency(
        requirements=[fact("O1"), fact("O2"), fact("O3")],
        on_file=OnFile(evidence=[evidence("O2", ON)]),
        outcome=Outcome.GRANTED,
        on=ON,
    )
    refusal = found.refusal()
    assert refusal is not None
    assert refusal.article == "retssikkerhedsloven § 10"
    assert "Fakta O1, Fakta O3" in refusal.text.da
    assert [row.key for row in found.rows] == ["O1", "O3", "O2"]
    assert (len(found.met), len(found.missing)) == (1, 2)


def test_what_is_recorded_belongs_to_the_list_and_has_a_reason() -> None:
    with pytest.raises(UnknownFact, match="O8"):
        judged(O7, OnFile(evidence=[evidence("O8", ON)]))
    with pytest.raises(ValueError, match="without a reason"):
        RuledOut(key="O7", reason=" ", by="employee:1", at=ON)


def test_every_shipped_case_type_starts_with_everything_missing() -> None:
    for case_type in load_shipped():
        listed = requirements_of(case_type)
        found = sufficiency(requirements=listed, on_file=OnFile(), outcome=None, on=ON)
        assert len(found.missing) == len(listed) == len(case_type.information)
