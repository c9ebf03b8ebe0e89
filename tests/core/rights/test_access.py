"""When an answer to a request for access may be sent, as a table that a lawyer can check."""

import pytest

from borgerfokus.core.rights import (
    Answer,
    AskedBy,
    Ground,
    Item,
    Outcome,
    Treatment,
    faults,
    ground_of_article,
    outcome_of,
    proposal,
)

RELEASED = Item(treatment=Treatment.RELEASED, settled=True)
EXCEPTED = Item(treatment=Treatment.EXCEPTED, ground=Ground.OTHERS, settled=True)
PARTLY = Item(treatment=Treatment.PARTLY, ground=Ground.OTHERS, marks=1, settled=True)
EXTRACT = Item(treatment=Treatment.EXTRACT, ground=Ground.INTERNAL, extract="Du bor.", internal=True, settled=True)
INTERNAL = Item(treatment=Treatment.EXCEPTED, ground=Ground.INTERNAL, internal=True, facts_seen=True, settled=True)


def whole(*items: Item, **more: object) -> Answer:
    given: dict[str, object] = {
        "asked_by": AskedBy.PARTY,
        "items": items,
        "reasons": "Der står noget om en anden.",
        "more_access": True,
        "more_access_why": "Nej, hensynet vejer tungest.",
        "read_by_another": True,
    }
    return Answer(**{**given, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("items", "outcome"),
    [
        ((RELEASED, RELEASED), Outcome.GRANTED),
        ((RELEASED, EXCEPTED), Outcome.PARTLY),
        ((PARTLY,), Outcome.PARTLY),
        ((EXTRACT,), Outcome.PARTLY),
        ((EXCEPTED, INTERNAL), Outcome.REFUSED),
    ],
)
def test_what_the_answer_comes_to(items: tuple[Item, ...], outcome: Outcome) -> None:
    assert outcome_of(items) is outcome


@pytest.mark.parametrize("items", [(RELEASED,), (RELEASED, EXCEPTED), (PARTLY, EXTRACT), (INTERNAL, RELEASED)])
def test_a_finished_answer_may_be_sent(items: tuple[Item, ...]) -> None:
    assert faults(whole(*items)) == ()


def test_what_is_given_whole_needs_no_reasons_and_no_reader() -> None:
    answer = whole(RELEASED, reasons="", more_access=False, more_access_why="", read_by_another=False)
    assert faults(answer) == ()


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (whole(Item(treatment=Treatment.RELEASED)), "access.not_settled"),
        (whole(Item(treatment=Treatment.EXCEPTED, settled=True)), "access.no_ground"),
        (whole(Item(treatment=Treatment.EXCEPTED, ground=Ground.PRIVATE, settled=True)), "access.other_act"),
        (whole(EXCEPTED, asked_by=AskedBy.ANYBODY), "access.other_act"),
        (whole(Item(treatment=Treatment.PARTLY, ground=Ground.OTHERS, settled=True)), "access.nothing_marked"),
        (whole(Item(treatment=Treatment.EXTRACT, ground=Ground.OTHERS, settled=True)), "access.no_extract"),
        (
            whole(Item(treatment=Treatment.EXCEPTED, ground=Ground.INTERNAL, internal=True, settled=True)),
            "access.facts",
        ),
        (whole(EXCEPTED, reasons=" "), "access.no_reasons"),
        (whole(EXCEPTED, more_access=False), "access.more_access"),
        (whole(EXCEPTED, more_access_why=""), "access.more_access"),
        (whole(EXCEPTED, read_by_another=False), "access.not_read"),
    ],
)
def test_one_thing_missing_stops_it(answer: Answer, code: str) -> None:
    assert [one.code for one in faults(answer)] == [code]
    assert all(one.article for one in faults(answer))


@pytest.mark.parametrize(
    ("asked_by", "held", "internal", "expected"),
    [
        (AskedBy.PARTY, None, False, (Treatment.RELEASED, None)),
        (AskedBy.PARTY, None, True, (Treatment.EXCEPTED, Ground.INTERNAL)),
        (AskedBy.PARTY, "forvaltningsloven § 15 b", False, (Treatment.EXCEPTED, Ground.OTHERS)),
        (AskedBy.PARTY, "forvaltningsloven § 12", False, (Treatment.EXCEPTED, Ground.INTERNAL)),
        (AskedBy.ANYBODY, None, False, (Treatment.EXCEPTED, Ground.PRIVATE)),
    ],
)
def test_what_is_proposed(
    asked_by: AskedBy, held: str | None, internal: bool, expected: tuple[Treatment, Ground | None]
) -> None:
    assert proposal(asked_by=asked_by, withheld_article=held, internal=internal) == expected


def test_what_tells_of_nobody_is_proposed_to_anybody() -> None:
    found = proposal(asked_by=AskedBy.ANYBODY, withheld_article=None, internal=False, personal=False)
    assert found == (Treatment.RELEASED, None)


@pytest.mark.parametrize("ground", list(Ground))
def test_each_ground_has_words_and_an_article_of_its_act(ground: Ground) -> None:
    act = "offentlighedsloven" if AskedBy.ANYBODY in ground.asked_by else "forvaltningsloven"
    assert ground.article.startswith(act)
    assert ground.label.da
    assert ground.label.en


def test_an_unknown_article_stands_for_the_regard_for_others() -> None:
    assert ground_of_article("en anden regel") is Ground.OTHERS
