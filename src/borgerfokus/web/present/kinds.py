"""Kinds of help in groups, so that thirty of them can be looked through, and those that fit somebody's words."""

from collections.abc import Iterable, Mapping

from borgerfokus.apps.casework.service import CaseTypeVersion
from borgerfokus.apps.guidance import service as guidance
from borgerfokus.core.casework.casetype import Theme
from borgerfokus.core.texts import Text
from borgerfokus.web.frame import say

THEMES: Mapping[Theme, Text] = {
    Theme.HOME: Text(da="Pleje og hjælp hjemme", en="Care and help at home"),
    Theme.TRAINING: Text(da="Træning", en="Training"),
    Theme.THINGS: Text(da="Hjælpemidler, bil og bolig", en="Aids, car and home"),
    Theme.MONEY: Text(da="Udgifter og kørsel", en="Costs and transport"),
    Theme.SUPPORT: Text(da="Støtte i hverdagen", en="Support in everyday life"),
    Theme.HELPERS: Text(da="Hjælpere, du selv ansætter", en="Helpers that you hire yourself"),
    Theme.DAYS: Text(da="Noget at lave om dagen", en="Something to do in the daytime"),
    Theme.LIVING: Text(da="Et sted at bo", en="Somewhere to live"),
    Theme.RELATIVES: Text(da="Når du passer en anden", en="When you care for somebody"),
    Theme.SUBSTANCES: Text(da="Alkohol og stoffer", en="Alcohol and drugs"),
    Theme.CHILDREN: Text(da="Børn og familie", en="Children and family"),
}
_OTHER = Text(da="Anden hjælp", en="Other help")


def by_theme(versions: Iterable[CaseTypeVersion]) -> list[tuple[str, str, list[CaseTypeVersion]]]:
    """The kinds of help by theme, as (key, title, kinds); themes without any are left out, what has none comes last."""
    found: dict[Theme | None, list[CaseTypeVersion]] = {}
    for version in versions:
        found.setdefault(version.spec.theme, []).append(version)
    order: list[Theme | None] = [*THEMES, None]
    return [
        (theme.value if theme else "other", say(THEMES[theme] if theme else _OTHER), found[theme])
        for theme in order
        if theme in found
    ]


def by_words(words: str, versions: Iterable[CaseTypeVersion]) -> list[CaseTypeVersion]:
    """Those of the kinds that fit the words, the best first."""
    by_key = {version.key: version for version in versions}
    keys = guidance.keys(words=words, kinds=[guidance.EntryKind.HELP], public=True)
    return [by_key[key] for key in keys if key in by_key]
