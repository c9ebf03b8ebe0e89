"""Rules held against cases: an independent reckoning of the same made-up logs, event by event."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import ibis
import pyarrow as pa
import pytest

from borgerfokus.core.casework.casetype.packaged import load_shipped
from borgerfokus.core.flow import coding, conformance
from borgerfokus.core.flow.balls import Codes
from borgerfokus.core.flow.columns import DETAILS, NONE
from borgerfokus.core.flow.conformance import Bound, Check, Rule, allowed, bound, broken, reached

RULES = {rule.key: rule for rule in conformance.load_shipped()}
SEL_85 = next(one for one in load_shipped() if one.key == "sel-85")
DAYS = {"rsl.reassessment_deadline": 28}
ACTIVITIES = (
    "phase.intake", "phase.information", "phase.assessment", "phase.decision", "phase.intervention",
    "phase.follow_up", "phase.closed", "hearing.sent", "hearing.exempted", "decision.approved", "decision.issued",
    "letter.received", "appeal.filed", "appeal.reassessed", "appeal.withdrawn", "appeal.forwarded", "deadline.slipped",
)  # fmt: skip
DETAILED = ("outcome.granted", "outcome.partly", "outcome.refused")
_START = datetime(2025, 1, 6, 9, tzinfo=UTC)
SEEN = _START + timedelta(days=500)
Event = tuple[datetime, str, str]
Case = list[Event]


WORDS = 'key = "x"\ntitle = {da = "x", en = "x"}\nmeans = {da = "x", en = "x"}\narticle = "x"\nof = ["a"]\n'


def held_to(key: str) -> Bound:
    """The rule as it holds for § 85."""
    found = bound(RULES[key], SEL_85, days=DAYS.__getitem__)
    assert found is not None
    return found


def case(*told: tuple[float, str] | tuple[float, str, str]) -> Case:
    return [(_START + timedelta(days=one[0]), one[1], one[2] if len(one) == 3 else "") for one in told]


def us(moment: datetime) -> int:
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


class Log:
    """Cases as tables."""

    def __init__(self, cases: list[Case]) -> None:
        self.codes = Codes({word: n for n, word in enumerate(ACTIVITIES)}, {word: n for n, word in enumerate(DETAILED)})
        rows, details = [], []
        for number, events in enumerate(cases):
            for place, (moment, activity, detail) in enumerate(events, start=1):
                at = {"case_no": number, "place": place}
                code = self.codes.activities[activity]
                nobody = {"unit": NONE, "actor": NONE, "hand": NONE, "kind": 0}
                rows.append({**at, "us": us(moment), "activity": code, **nobody})
                if detail:
                    details.append({**at, "detail": self.codes.details[detail]})
        engine: Any = ibis.duckdb.connect()
        told = engine.create_table("told", pa.Table.from_pylist(rows, schema=coding.TOLD.to_pyarrow()))
        self.events = engine.create_table("events", coding.events_of(told))
        self.details = engine.create_table("details", pa.Table.from_pylist(details, schema=DETAILS.to_pyarrow()))

    def broken(self, one: Bound) -> list[int]:
        table = broken(self.events, self.details, one, codes=self.codes, seen=us(SEEN))
        return [row["case_no"] for row in table.to_pyarrow().to_pylist()]

    def reached(self, one: Bound) -> set[int]:
        table = reached(self.events, self.details, one, codes=self.codes)
        return {row["case_no"] for row in table.to_pyarrow().to_pylist()}


BREACHES: dict[str, tuple[Case, Case]] = {
    "heard-before-no": (
        case((0, "phase.decision"), (3, "decision.issued", "outcome.refused"), (4, "hearing.sent")),
        case((0, "hearing.exempted"), (3, "decision.issued", "outcome.partly")),
    ),
    "read-before-letter": (
        case((3, "decision.issued", "outcome.partly"), (4, "decision.approved")),
        case((3, "decision.issued", "outcome.granted")),
    ),
    "informed-before-decision": (
        case((3, "decision.issued", "outcome.granted")),
        case((1, "phase.information"), (3, "decision.issued", "outcome.granted")),
    ),
    "letter-before-help": (
        case((3, "phase.intervention"), (4, "letter.received")),
        case((3, "letter.received"), (4, "phase.intervention")),
    ),
    "reassessed-in-time": (
        case((3, "appeal.filed"), (33, "appeal.reassessed")),
        case((3, "appeal.filed"), (31, "appeal.reassessed")),
    ),
    "reassessed-before-forwarded": (
        case((3, "appeal.filed"), (5, "appeal.forwarded")),
        case((3, "appeal.reassessed"), (5, "appeal.forwarded")),
    ),
    "date-kept": (
        case((3, "deadline.slipped"), (5, "decision.issued", "outcome.granted")),
        case((5, "decision.issued", "outcome.granted")),
    ),
    "followed-up-in-time": (
        case((0, "phase.intervention")),
        case((0, "phase.intervention"), (80, "phase.follow_up")),
    ),
    "along-the-path": (
        case((0, "phase.intake"), (1, "phase.intervention")),
        case((0, "phase.intake"), (1, "phase.information")),
    ),
}


def test_every_rule_has_a_case_that_breaks_it_and_one_that_keeps_it():
    assert set(BREACHES) == set(RULES)


@pytest.mark.parametrize("key", RULES)
def test_what_breaks_a_rule_and_what_keeps_it(key: str):
    log = Log(list(BREACHES[key]))
    assert log.broken(held_to(key)) == [0]


def test_an_appeal_that_was_withdrawn_or_still_has_time_breaks_nothing():
    early = (SEEN - _START) / timedelta(days=1) - 20
    log = Log([case((3, "appeal.filed"), (5, "appeal.withdrawn")), case((early, "appeal.filed"))])
    assert log.broken(held_to("reassessed-in-time")) == []


def test_a_rule_that_asks_of_outcomes_is_no_question_for_the_others():
    log = Log([case((3, "decision.issued", "outcome.granted")), case((3, "decision.issued", "outcome.refused"))])
    assert log.reached(held_to("heard-before-no")) == {1}
    silent = replace(SEL_85, outcomes=tuple(replace(one, requires_hearing=False) for one in SEL_85.outcomes))
    assert bound(RULES["heard-before-no"], silent, days=DAYS.__getitem__) is None


@pytest.mark.parametrize(
    "told",
    ['check = "within"\nneed = ["a"]', 'check = "before"\nneed = []', 'check = "never"\nneed = ["a"]\nlimit = "x"'],
)
def test_a_document_that_says_too_little_is_no_rule(told: str):
    with pytest.raises(ValueError, match="needed"):
        conformance.read(f"{WORDS}{told}")


def random_case(chance: random.Random) -> Case:
    day, events = 0.0, []
    for _ in range(chance.randrange(1, 14)):
        activity = chance.choice(ACTIVITIES)
        detail = chance.choice(DETAILED) if activity == "decision.issued" else ""
        events.append((_START + timedelta(days=day), activity, detail))
        day += chance.choice([0, 1, chance.uniform(0, 60)])
    return events


def breaks(events: Case, one: Bound) -> bool:
    """The rule, read event by event."""
    rule = one.rule
    if rule.check is Check.PATH:
        phases = [activity for _at, activity, _detail in events if activity.startswith("phase.")]
        return any(pair not in allowed() and pair[0] != pair[1] for pair in pairwise(phases))
    counts = [place for place, event in enumerate(events) if _counts(event, one)]
    if rule.check is Check.NEVER:
        return bool(counts) and any(activity in rule.need for _at, activity, _detail in events)
    if rule.check is Check.BEFORE:
        return any(not any(activity in rule.need for _at, activity, _detail in events[:place]) for place in counts)
    return any(_late(events, place, rule, one.days or 0) for place in counts)


def _counts(event: Event, one: Bound) -> bool:
    return event[1] in one.rule.of and (one.outcomes is None or event[2] in one.outcomes)


def _late(events: Case, place: int, rule: Rule, days: int) -> bool:
    met = [moment for moment, activity, _ in events[place + 1 :] if activity in (*rule.need, *rule.unless)]
    return min(met, default=SEEN) > events[place][0] + timedelta(days=days + 1)


@pytest.mark.parametrize("seed", range(3))
def test_every_rule_finds_what_a_plain_reading_finds(seed: int):
    chance = random.Random(seed)
    cases = [random_case(chance) for _ in range(150)]
    log = Log(cases)
    met = 0
    for key in RULES:
        told = [number for number, events in enumerate(cases) if breaks(events, held_to(key))]
        assert log.broken(held_to(key)) == told, key
        met += bool(told)
    assert met == len(RULES)


def test_the_reckoning_goes_red_when_a_rule_forgets_what_must_come_before(monkeypatch: pytest.MonkeyPatch):
    weak = held_to("heard-before-no")
    monkeypatch.setitem(RULES, "heard-before-no", replace(weak.rule, need=("hearing.sent", "decision.issued")))
    with pytest.raises(AssertionError):
        test_what_breaks_a_rule_and_what_keeps_it("heard-before-no")
    log = Log([BREACHES["heard-before-no"][0]])
    assert log.broken(replace(weak, rule=replace(weak.rule, of=("hearing.sent",)))) == []
