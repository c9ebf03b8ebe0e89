"""The guide: every way through it ends somewhere, it names only what there is, and a damaged document is refused."""

from collections.abc import Iterator

import pytest

from borgerfokus.core.casework.casetype import LifeSituation, load_shipped
from borgerfokus.core.casework.intake import check
from borgerfokus.core.decisions.readability import measure
from borgerfokus.core.guidance.guide import Guide, parse, shipped
from borgerfokus.core.offers.words import Kind

GUIDE = shipped()
SPECS = {spec.key: spec for spec in load_shipped()}
_MOST = 6
"""So many questions at most, whatever is answered."""


def ways(guide: Guide, answers: dict[str, str]) -> Iterator[dict[str, str]]:
    """Every way through the guide, as its answers."""
    question = guide.next(answers)
    if question is None:
        yield answers
        return
    for option in question.options:
        yield from ways(guide, {**answers, question.key: option.key})


WAYS = list(ways(GUIDE, {}))


def test_every_way_through_ends_in_something_to_do_and_is_short() -> None:
    assert len(WAYS) > 50
    for answers in WAYS:
        found = GUIDE.outcome(answers)
        assert found.oneself, answers
        assert found.associations, answers
        assert found.ask or found.offers or found.concern, answers
        assert len(answers) <= _MOST, answers


def test_every_rule_is_met_on_some_way() -> None:
    for rule in GUIDE.rules:
        alone = Guide(GUIDE.version, GUIDE.questions, (rule,), ())
        assert any(alone.outcome(answers).oneself or alone.outcome(answers).ask for answers in WAYS), rule.when


def test_it_names_kinds_of_help_offers_and_life_situations_that_there_are() -> None:
    for rule in GUIDE.rules:
        assert set(rule.ask) <= SPECS.keys()
        assert rule.themes <= {one.value for one in LifeSituation}
        assert rule.kinds <= {one.value for one in Kind}


def test_what_is_carried_along_is_what_the_forms_take() -> None:
    """Every answer that goes into a form passes the form's own check, in both languages."""
    for answers in WAYS:
        for key in GUIDE.outcome(answers).ask:
            for language in ("da", "en"):
                carried = GUIDE.carry(answers, spec=SPECS[key], language=language)
                looked = check(form=SPECS[key].intake, given=carried)
                assert not {one.field for one in looked.errors} & carried.keys(), (answers, key)


def test_an_answer_to_what_is_not_asked_is_left_out() -> None:
    given = {"who": "worried", "area": "home", "age": "pension", "cpr": "010203-1234", "lasting": "nonsense"}
    assert GUIDE.clean(given) == {"who": "worried"}


def test_another_answer_drops_what_followed_from_the_first() -> None:
    first = GUIDE.clean({"who": "me", "area": "home", "age": "pension", "lasting": "stays"})
    assert GUIDE.clean({**first, "area": "mind"}) == {"who": "me", "area": "mind"}


def test_danger_comes_first_and_a_worry_leads_to_a_notification() -> None:
    assert GUIDE.outcome({"who": "me", "area": "violence"}).urgent
    found = GUIDE.outcome({"who": "worried"})
    assert found.concern
    assert found.ask == ()


def test_the_words_are_easy_to_read() -> None:
    texts = [text.da for one in GUIDE.questions for text in (one.text, one.help, *(o.text for o in one.options))]
    texts += [text.da for rule in GUIDE.rules for text in (*rule.oneself, *rule.associations)]
    assert measure(text="\n".join(f"{text.rstrip('.?')}." for text in texts), goal=40).within_goal


_SMALL = """
version = 1
questions = [
  { key = "who", text = { da = "Hvem?", en = "Who?" }, help = { da = "Vælg.", en = "Choose." }, options = [
    { key = "me", text = { da = "Mig", en = "Me" } }, { key = "you", text = { da = "Dig", en = "You" } },
  ] },
]
rules = [{ when = { WHO = ["ANSWER"] }, ask = ["sel-85"] }]
carried = []
"""


def test_a_rule_about_what_nobody_can_have_answered_is_refused() -> None:
    assert parse(_SMALL.replace("WHO", "who").replace("ANSWER", "me")).rules
    for key, answer in (("who", "them"), ("where", "me")):
        with pytest.raises(ValueError, match="nobody can have given"):
            parse(_SMALL.replace("WHO", key).replace("ANSWER", answer))
