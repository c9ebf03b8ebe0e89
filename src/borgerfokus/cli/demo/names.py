"""Names for invented people, read from `names.toml`."""

import tomllib
from importlib.resources import files
from typing import Any

_READ: dict[str, Any] = tomllib.loads((files("borgerfokus.cli.demo") / "names.toml").read_text("utf-8"))
_WORDS: dict[str, list[str]] = {key: one.split() for key, one in _READ.items() if isinstance(one, str)}

FAMILIES = _WORDS["families"]
FAMILIES_ABROAD = _WORDS["families_abroad"]
GIVEN_ABROAD = {True: _WORDS["women_abroad"], False: _WORDS["men_abroad"]}
"""By whether a woman is meant."""
STREETS: list[str] = _READ["streets"]
LANGUAGES: list[str] = _READ["languages"]


def given_names(*, woman: bool, born: int) -> list[str]:
    """The given names of a generation."""
    age = "old" if born < 1950 else "middle" if born < 1988 else "young"
    return _WORDS[f"{'women' if woman else 'men'}_{age}"]
