"""The documents of indicators: those that come along, and what is refused."""

import pytest

from borgerfokus.core.flow.marks import DETAILS, SIGN
from borgerfokus.core.flow.milestones import MILESTONES
from borgerfokus.core.indicators import Audience, UnusableIndicator, load_shipped, read
from borgerfokus.core.indicators.formula import Between, By, Changes, Happens, Marked, Times

MORE = {"comment.written", "message.asked", "plan.shown", "plan.signed", "appointment.booked"}
MARKED = {
    *("deadline.statutory", "deadline.own", "deadline.agreement", "open.age", "open.caseload", "open.caseworkers"),
    *("transition.ready", "help.cost", "answer.understood", "answer.coherent", "follow_up.satisfied", "goal.moved=*"),
}
"""What `insight` marks cases with beside their events."""

GOOD = """
key = "made_up"
version = 1
theme = "time"
title = { da = "Fra sagen tages til brevet", en = "From taking the case to the letter" }
definition = { da = "Median af dagene.", en = "Median of the days." }
direction = "lower"
statistic = "median"
measure = "days"
disclosure = "public"
owner = "Prøven"
formula = { kind = "between", start = "case.taken", end = "letter.received" }
"""


def test_at_least_thirty_come_along_each_with_its_own_key():
    keys = [one.key for one in load_shipped()]
    assert len(keys) == len(set(keys)) >= 30


NAMED = {
    "deadlines kept, statutory": "statutory_kept",
    "deadlines kept, own": "own_kept",
    "time per phase": "assessment_time",
    "waiting on others": "suspended_time",
    "age of open cases": "open_age",
    "rework": "back_to_information",
    "handovers": "handed_over",
    "caseworkers per citizen": "caseworkers_per_citizen",
    "sufficiency at first decision": "enough_at_first",
    "reversal rate": "reversed_by_board",
    "appeals": "appealed",
    "citizens’ satisfaction": "satisfied",
    "citizens’ coherence": "coherent",
    "effect per offer": "offer_effect",
    "share at lowest level": "lowest_level",
    "transitions ready at 18": "transitions_ready",
    "contact before case": "contact_before_case",
    "digital intake": "digital",
    "message answer time": "message_time",
    "caseload": "caseload",
    "cost per citizen where known": "cost_per_citizen",
}
"""What a catalogue of a welfare field must hold, by the indicator that says it."""


def test_what_everybody_asks_for_is_in_the_catalogue():
    assert set(NAMED.values()) <= {one.key for one in load_shipped()}


def test_what_citizens_answer_is_told_as_answers_and_what_is_split_says_by_what():
    for one in load_shipped():
        is_answer = isinstance(one.formula, Marked) and one.formula.of.startswith("answer.")
        assert one.answers == is_answer, one.key
        assert not one.answers or one.smallest >= 5, "results from five answers"
    assert [one.key for one in load_shipped() if one.split] == ["offer_effect"]


def test_each_names_activities_that_casework_has():
    known = MILESTONES.keys() | MORE | DETAILS.keys()
    for one in load_shipped():
        match one.formula:
            case Between(start=first, end=second) | Happens(of=first, what=second) | Times(of=first, what=second):
                named = {first, second}
            case Changes(of=first) | By(of=first):
                named = {first}
            case Marked(of=word):
                assert word in MARKED, one.key
                continue
        assert {name.partition(SIGN)[0] for name in named} <= known, one.key


def test_each_audience_is_told_what_the_narrower_one_is():
    for one in load_shipped():
        told = [one.is_told(audience) for audience in Audience]
        assert told == sorted(told, reverse=True), one.key
    assert any(not one.is_told(Audience.COMMITTEE) for one in load_shipped())


def test_the_front_is_a_handful():
    assert 8 <= len([one for one in load_shipped() if one.front]) <= 10


def test_a_new_one_needs_a_document_and_no_code():
    made = read(GOOD)
    assert (made.key, made.smallest, made.target) == ("made_up", 5, None)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('key = "made_up"', ""), "key"),
        (("version = 1", "version = 1\nsecret = true"), "unknown: secret"),
        (('theme = "time"', 'theme = "money"'), "money"),
        (('disclosure = "public"', 'disclosure = "nobody"'), "nobody"),
        (('direction = "lower"', 'direction = "sideways"'), "sideways"),
        (('statistic = "median"', 'statistic = "share"'), "percent"),
        (('measure = "days"', 'measure = "percent"'), "percent"),
        (('kind = "between"', 'kind = "guess"'), "guess"),
        (('end = "letter.received"', 'finish = "letter.received"'), "finish"),
        (('end = "letter.received"', 'end = "letter.received", within = 3'), "within"),
        (("version = 1", 'version = 1\nsplit = "offer"'), "a split is of marks of anything"),
        (("version = 1", 'version = 1\nsplit = "sex"'), "sex"),
        (("version = 1", "version ="), "Invalid value"),
    ],
)
def test_what_cannot_be_used_is_refused(change: tuple[str, str], says: str):
    with pytest.raises(UnusableIndicator, match=says):
        read(GOOD.replace(*change))
