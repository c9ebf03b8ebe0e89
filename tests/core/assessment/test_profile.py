"""The profile shows now, last and expected, and carries nothing forward that was not confirmed again."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from borgerfokus.core.assessment import ProfileRow, Saved, Standing, frames, newest, profile

FFB = frames()["ffb"]
THEMES = [theme.key for theme in FFB.themes]


def rows(*saved: Saved, in_round: int) -> dict[str, ProfileRow]:
    return {row.theme: row for row in profile(frame=FFB, saved=saved, in_round=in_round)}


def test_now_last_and_expected() -> None:
    found = rows(
        Saved("self-care", 1, 1, 3, 2),
        Saved("self-care", 2, 1, 2, 2),
        Saved("self-care", 2, 2, 1, 0),
        Saved("mobility", 1, 1, 4, 3),
        Saved("chores", 1, 1, 2, 1),
        Saved("chores", 2, 1, 2, 1, confirmed=True),
        Saved("relations", 2, 1, 9, None),
        in_round=2,
    )
    assert found["self-care"] == ProfileRow("self-care", Standing.ASSESSED, 1, 3, 0)
    assert found["mobility"] == ProfileRow("mobility", Standing.EARLIER, None, 4, None)
    assert found["chores"] == ProfileRow("chores", Standing.CONFIRMED, 2, 2, 1)
    assert found["relations"] == ProfileRow("relations", Standing.ASSESSED, None, None, None)
    assert found["community"].standing is Standing.NOT_YET


SAVED = st.lists(
    st.builds(
        Saved,
        theme=st.sampled_from([*THEMES, "gone"]),
        round=st.integers(1, 4),
        version=st.integers(1, 3),
        level_now=st.none() | st.sampled_from([0, 1, 2, 3, 4, 9]),
        level_expected=st.none() | st.sampled_from([0, 1, 2, 3, 4, 9]),
        confirmed=st.booleans(),
    ),
    max_size=30,
    unique_by=lambda one: (one.theme, one.round, one.version),
)


@given(SAVED, st.integers(1, 4))
def test_nothing_is_carried_forward_by_itself(saved: list[Saved], in_round: int) -> None:
    found = profile(frame=FFB, saved=saved, in_round=in_round)
    assert [row.theme for row in found] == THEMES
    here = {one.theme for one in saved if one.round == in_round}
    for row in found:
        assert row.counts == (row.theme in here)
        if not row.counts:
            assert (row.now, row.expected) == (None, None)


@given(SAVED, st.integers(1, 4), st.randoms())
def test_order_and_later_rounds_do_not_matter(saved: list[Saved], in_round: int, mix: Random) -> None:
    mixed = list(saved)
    mix.shuffle(mixed)
    until = [one for one in mixed if one.round <= in_round]
    assert profile(frame=FFB, saved=until, in_round=in_round) == profile(frame=FFB, saved=saved, in_round=in_round)
    assert all(
        one.version == max(o.version for o in saved if (o.theme, o.round) == key) for key, one in newest(saved).items()
    )
