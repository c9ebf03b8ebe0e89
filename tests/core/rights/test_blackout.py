"""Passages that are blacked out: the ranges, the text that is given out, and that nothing of them is in it."""

import random

import pytest

from borgerfokus.core.rights import Mark, blacked, marks_of, normal, passages, sentences

TEXT = "Mads bor alene. Hans nabo Gerda hjælper.\nDet går godt."


def test_a_mark_covers_something() -> None:
    for start, end in ((3, 3), (4, 2), (-1, 2)):
        with pytest.raises(ValueError, match="at least one"):
            Mark(start, end)


def test_marks_that_meet_or_overlap_become_one() -> None:
    marks = [Mark(10, 12), Mark(0, 4), Mark(3, 6), Mark(6, 8), Mark(90, 99)]
    assert normal(marks=marks, length=20) == (Mark(0, 8), Mark(10, 12))


def test_the_text_in_pieces_is_the_text() -> None:
    found = passages(text=TEXT, marks=[Mark(16, 40)])
    assert "".join(one.text for one in found) == TEXT
    assert [one.black for one in found] == [False, True, False]


def test_what_is_given_out_has_a_bar_in_the_place_of_each_passage() -> None:
    given = blacked(text=TEXT, marks=[Mark(16, 41)], bar="[udeladt]")
    assert given == "Mads bor alene. [udeladt]\nDet går godt."


def test_the_bar_does_not_tell_how_long_the_passage_was() -> None:
    short = blacked(text=TEXT, marks=[Mark(26, 31)], bar="[x]")
    long = blacked(text=TEXT, marks=[Mark(16, 40)], bar="[x]")
    assert short.count("[x]") == long.count("[x]") == 1


def test_every_sentence_can_be_ticked_and_they_cover_the_text() -> None:
    found = [TEXT[one.start : one.end].strip() for one in sentences(text=TEXT)]
    assert found == ["Mads bor alene.", "Hans nabo Gerda hjælper.", "Det går godt."]


def test_a_phrase_is_found_everywhere_and_one_that_is_not_there_is_told() -> None:
    marks, missing = marks_of(text="Gerda og Gerda", phrases=["Gerda", " ", "Ole"])
    assert marks == (Mark(0, 5), Mark(9, 14))
    assert missing == ("Ole",)


def test_no_marked_character_is_ever_given_out() -> None:
    """2,000 random texts and marks: what is marked is made of signs of its own, and none of them comes through."""
    draw = random.Random(7)
    for _ in range(2_000):
        length = draw.randint(1, 60)
        marks = [Mark(start, start + draw.randint(1, 9)) for start in (draw.randrange(length) for _ in range(4))]
        black = {place for mark in marks for place in range(mark.start, min(mark.end, length))}
        text = "".join("#" if place in black else draw.choice("abc .\n") for place in range(length))
        given = blacked(text=text, marks=marks, bar="|")
        assert "#" not in given
        assert given.replace("|", "").replace("\n", "") == text.replace("#", "").replace("\n", "")
