"""Guests as they are typed, and texts that say nothing of what the meeting is about."""

import pytest

from borgerfokus.core.coordination.guests import BODIES, Guest, Told, guest_of


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Ole Vang", Guest("Ole Vang")),
        (" Ole  Vang ole@lager.example ", Guest("Ole Vang", "ole@lager.example")),
        ("Ole Vang <ole@lager.example>", Guest("Ole Vang", "ole@lager.example")),
        ("ole@lager.example", Guest("ole@lager.example", "ole@lager.example")),
        ("Ole @ lageret", Guest("Ole @ lageret")),
        ("   ", None),
    ],
)
def test_a_name_and_perhaps_an_address(typed: str, expected: Guest | None) -> None:
    assert guest_of(typed) == expected


@pytest.mark.parametrize("what", list(Told))
def test_the_text_has_a_place_for_time_and_caller_and_none_for_the_subject(what: Told) -> None:
    for text in (BODIES[what].da, BODIES[what].en):
        fields = {part.split("}")[0] for part in text.split("{")[1:]}
        assert fields <= {"municipality", "when", "where", "who", "phone"}
