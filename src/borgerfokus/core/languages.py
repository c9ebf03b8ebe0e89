"""The standing line of a letter to somebody who needs an interpreter (forvaltningsloven § 7)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

_FALLBACK = "engelsk"


def help_line(language: str) -> str:
    """That an interpreter is there, in the language with this Danish name; English for one that is not on the list.

    Empty when no language is named.
    """
    wanted = language.strip().lower()
    if not wanted:
        return ""
    lines = _lines()
    return lines.get(wanted) or next((line for name, line in lines.items() if name in wanted), lines[_FALLBACK])


@lru_cache(maxsize=1)
def _lines() -> Mapping[str, str]:
    raw = tomllib.loads((files("borgerfokus.core") / "languages.toml").read_text("utf-8"))
    return {name: one["line"] for one in raw["languages"] for name in one["names"]}
