"""What the log says of a look-up is told in words to whoever reviews it, never as a code."""

from borgerfokus.foundation.access.scope import Look, Purpose
from borgerfokus.web.present import lookups


def test_every_purpose_and_every_act_has_words() -> None:
    assert [one for one in Purpose if one not in lookups.PURPOSES] == []
    assert [one for one in Look if one not in lookups.LOOKS] == []
