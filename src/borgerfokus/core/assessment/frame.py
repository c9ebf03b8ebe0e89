"""A frame of assessment as a frozen value: its groups of themes, and the levels where a theme carries one.

The dataclasses are the schema of `frames/*.toml`. A field without a default is required, one with a default may be
left out, and a name that is not here is an error. Texts carry Danish and English.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from borgerfokus.core.texts import Text


class OwnView(StrEnum):
    """What is asked of the citizen's own view of a theme (FSIII: udførelse and betydning)."""

    PERFORMANCE = "performance"
    MEANING = "meaning"


@dataclass(frozen=True)
class Level:
    """One level of function. `counts` False: not assessed or not relevant, so it stands outside the scale."""

    value: int
    title: Text
    counts: bool = True


@dataclass(frozen=True)
class Choice:
    """One answer to a question about the citizen's own view."""

    key: str
    title: Text


@dataclass(frozen=True)
class OwnViewQuestion:
    """One question about the citizen's own view."""

    key: OwnView
    title: Text
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class SubTheme:
    """What a theme is made of. `code` names the concept in the frame's classification."""

    key: str
    title: Text
    code: str | None = None


@dataclass(frozen=True)
class Theme:
    """What is assessed by itself. `code` names the concept in the frame's classification."""

    key: str
    title: Text
    code: str | None = None
    subthemes: tuple[SubTheme, ...] = ()


@dataclass(frozen=True)
class Group:
    """Themes that belong together. `level`: each must carry a level of function; without it, none may."""

    key: str
    title: Text
    level: bool
    themes: tuple[Theme, ...]
    own_view: bool = False


@dataclass(frozen=True)
class Frame:
    """A frame of assessment. `system` is the classification that its codes are taken from."""

    key: str
    name: Text
    groups: tuple[Group, ...]
    levels: tuple[Level, ...] = ()
    own_view: tuple[OwnViewQuestion, ...] = ()
    system: str | None = None

    @property
    def themes(self) -> tuple[Theme, ...]:
        """Every theme, in the order of the groups."""
        return tuple(theme for group in self.groups for theme in group.themes)

    @property
    def scale(self) -> tuple[Level, ...]:
        """The levels that count, from no difficulty up."""
        return tuple(level for level in self.levels if level.counts)

    @property
    def titles(self) -> Mapping[str, Text]:
        """The frame's own title of every code of its classification that it uses."""
        concepts: list[Theme | SubTheme] = [*self.themes]
        concepts += [part for theme in self.themes for part in theme.subthemes]
        return {concept.code: concept.title for concept in concepts if concept.code}

    def theme(self, key: str) -> Theme:
        """The theme `key`; raises KeyError if the frame has none."""
        return _first((theme for theme in self.themes if theme.key == key), key)

    def group_of(self, key: str) -> Group:
        """The group that the theme `key` stands in; raises KeyError if the frame has no such theme."""
        return _first((group for group in self.groups if any(theme.key == key for theme in group.themes)), key)

    def carries_level(self, key: str) -> bool:
        """Whether the theme `key` must carry a level (otherwise it may not). Raises KeyError."""
        return self.group_of(key).level

    def level(self, value: int) -> Level:
        """The level with this number; raises KeyError if the frame has none."""
        return _first((level for level in self.levels if level.value == value), value)

    def named(self, titles: Mapping[str, Text]) -> Frame:
        """The frame with the titles that its classification gives, by code; the others stay as they are."""
        return replace(self, groups=tuple(_named_group(group, titles) for group in self.groups))


_Item = TypeVar("_Item")


def _first(found: Iterator[_Item], key: object) -> _Item:
    for item in found:
        return item
    raise KeyError(key)


def _named_group(group: Group, titles: Mapping[str, Text]) -> Group:
    return replace(group, themes=tuple(_named_theme(theme, titles) for theme in group.themes))


def _named_theme(theme: Theme, titles: Mapping[str, Text]) -> Theme:
    parts = tuple(replace(part, title=titles.get(part.code or "", part.title)) for part in theme.subthemes)
    return replace(theme, title=titles.get(theme.code or "", theme.title), subthemes=parts)
