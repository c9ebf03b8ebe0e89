"""From a TOML document to a frame, or to everything that is wrong with it, each with its line."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from borgerfokus.core.assessment.frame import Frame
from borgerfokus.core.casework.casetype import reader
from borgerfokus.core.casework.casetype.errors import ConfigurationError
from borgerfokus.core.texts import Text

_PACKAGE, _FOLDER = "borgerfokus.core.assessment", "frames"


@dataclass(frozen=True)
class FrameError:
    """One thing in the document that stops it from being read. `line` counts from 1."""

    line: int
    path: str
    message: Text


class UnusableFrame(Exception):
    """A shipped frame could not be read; carries every error with the name of the document."""

    def __init__(self, name: str, errors: tuple[FrameError, ...]) -> None:
        self.errors = errors
        super().__init__("; ".join(f"{name}:{error.line}: {error.message.en}" for error in errors))


def parse(document: str) -> Frame | tuple[FrameError, ...]:
    """The frame that `document` (TOML) describes, or all its errors in the order of their lines."""
    try:
        table = tomllib.loads(document)
    except tomllib.TOMLDecodeError as error:
        return (_not_toml(str(error), last=len(document.splitlines())),)
    errors: list[ConfigurationError] = []
    value = reader.read(Frame, table, "", errors)
    found = [(error.path, error.message) for error in errors]
    if isinstance(value, Frame):
        found = list(_inconsistencies(value))
        if not found:
            return value
    places = _lines(document)
    placed = (FrameError(_line_of(path, places), path, message) for path, message in found)
    return tuple(sorted(placed, key=lambda error: error.line))


@cache
def frames() -> dict[str, Frame]:
    """The frames that come with the platform, by key. Raises `UnusableFrame`."""
    found = {}
    for entry in sorted((resources.files(_PACKAGE) / _FOLDER).iterdir(), key=lambda one: one.name):
        if not entry.name.endswith(".toml"):
            continue
        frame = parse(entry.read_text(encoding="utf-8"))
        if not isinstance(frame, Frame):
            raise UnusableFrame(entry.name, frame)
        found[frame.key] = frame
    return found


def _not_toml(reason: str, *, last: int) -> FrameError:
    at = re.search(r"line (\d+)", reason)
    message = Text(
        da=f"Dokumentet kan ikke læses som TOML ({reason}). Ret linjen, og prøv igen.",
        en=f"The document cannot be read as TOML ({reason}). Mend the line and try again.",
    )
    return FrameError(int(at[1]) if at else last, "", message)


def _inconsistencies(frame: Frame) -> Iterator[tuple[str, Text]]:
    themes = [
        (f"groups[{g}].themes[{t}]", theme)
        for g, group in enumerate(frame.groups, start=1)
        for t, theme in enumerate(group.themes, start=1)
    ]
    yield from _repeated((f"groups[{n}].key", group.key) for n, group in enumerate(frame.groups, start=1))
    yield from _repeated((f"{path}.key", theme.key) for path, theme in themes)
    yield from _repeated((f"levels[{n}].value", str(level.value)) for n, level in enumerate(frame.levels, start=1))
    for path, theme in themes:
        yield from _repeated((f"{path}.subthemes[{n}]", one.key) for n, one in enumerate(theme.subthemes, start=1))
    for number, group in enumerate(frame.groups, start=1):
        if group.level and not frame.scale:
            yield f"groups[{number}].level", _NO_LEVELS
        if group.own_view and not frame.own_view:
            yield f"groups[{number}].own_view", _NO_QUESTIONS


def _repeated(keys: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Text]]:
    placed = list(keys)
    counts = Counter(key for _, key in placed)
    for path, key in placed:
        if counts[key] > 1:
            yield path, _TWICE.filled(key=key)


_TWICE: Final = Text(
    da="»{key}« står her mere end én gang. Giv hver sin nøgle.",
    en="“{key}” stands here more than once. Give each its own key.",
)
_NO_LEVELS: Final = Text(
    da="Temaerne skal have et niveau, men dokumentet har ingen niveauer. Tilføj [[levels]].",
    en="The themes must carry a level, but the document has no levels. Add [[levels]].",
)
_NO_QUESTIONS: Final = Text(
    da="Der spørges om borgerens eget syn, men dokumentet har ingen spørgsmål. Tilføj [[own_view]].",
    en="The citizen's own view is asked for, but the document has no questions. Add [[own_view]].",
)
_HEADER: Final = re.compile(r"\[\[([\w.-]+)\]\]")
_NAME: Final = re.compile(r"([\w-]+)(?:\.(?:da|en))?\s*=\s*(\[\s*$)?")


def _lines(document: str) -> dict[str, int]:
    """The line of each path that can be wrong: tables, their names, and the items of lists."""
    places: dict[str, int] = {}
    counts: Counter[str] = Counter()
    table = listed = ""
    for number, raw in enumerate(document.splitlines(), start=1):
        line = raw.strip()
        if header := _HEADER.match(line):
            table, listed = _opened(header[1], counts), ""
            places[table] = number
            table += "."
        elif listed and line.startswith("{"):
            counts[listed] += 1
            places[f"{listed}[{counts[listed]}]"] = number
        elif listed and line.startswith("]"):
            listed = ""
        elif name := _NAME.match(line):
            places.setdefault(f"{table}{name[1]}", number)
            listed = f"{table}{name[1]}" if name[2] else ""
    return places


def _opened(header: str, counts: Counter[str]) -> str:
    """`groups.themes` below the second group, opened a third time: `groups[2].themes[3]`."""
    path = ""
    *above, last = header.split(".")
    for part in above:
        path += f"{part}[{counts[path + part]}]."
    counts[path + last] += 1
    return f"{path}{last}[{counts[path + last]}]"


def _line_of(path: str, places: dict[str, int]) -> int:
    """The line of the nearest thing above that has one; 1 when nothing has."""
    while path and path not in places:
        path = path.rpartition("[" if path.endswith("]") else ".")[0]
    return places.get(path, 1)
