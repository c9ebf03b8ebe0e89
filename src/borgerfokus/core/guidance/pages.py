"""What pages there are, for everybody and for colleagues; what a page must say, and when it is looked at again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text


class PageKind(StrEnum):
    """What a page is about. The value is stored."""

    LIFE = "life"
    COST = "cost"
    STANDARD = "standard"
    CONTACT = "contact"
    FREE = "free"
    GUIDE = "guide"
    PRACTICE = "practice"
    PRINCIPLE = "principle"
    LEARNING = "learning"

    @property
    def is_public(self) -> bool:
        """Whether it is for everybody; the others are what colleagues tell one another."""
        return self in PUBLIC


PUBLIC = (PageKind.LIFE, PageKind.COST, PageKind.STANDARD, PageKind.CONTACT, PageKind.FREE)
KNOWLEDGE = (PageKind.GUIDE, PageKind.PRACTICE, PageKind.PRINCIPLE, PageKind.LEARNING)

KIND_NAMES: Mapping[PageKind, Text] = {
    PageKind.LIFE: Text(da="Livssituation", en="Life situation"),
    PageKind.COST: Text(da="Pris og tid", en="Price and time"),
    PageKind.STANDARD: Text(da="Kvalitetsstandard", en="Quality standard"),
    PageKind.CONTACT: Text(da="Kontakt og åbningstider", en="Contact and opening hours"),
    PageKind.FREE: Text(da="Anden side", en="Other page"),
    PageKind.GUIDE: Text(da="Vejledning", en="How-to"),
    PageKind.PRACTICE: Text(da="Praksisnotat", en="Practice note"),
    PageKind.PRINCIPLE: Text(da="Principafgørelse", en="Decision of principle"),
    PageKind.LEARNING: Text(da="Læringspunkt", en="Learning point"),
}


@dataclass(frozen=True, kw_only=True)
class PageContent:
    """Everything that a version of a page says; the fields are those of `PageVersion`. English may be left out."""

    title: str
    short: str
    text: str
    title_en: str = ""
    short_en: str = ""
    text_en: str = ""
    search_words: str = ""


@dataclass(frozen=True, kw_only=True)
class PageTies:
    """What a page hangs on: a life situation, kinds of case and sections ("serviceloven § 85"), its owner, and the day
    by which somebody must look at it again."""

    owner: int
    review_on: date
    situation: str = ""
    case_types: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


def wrong(*, content: PageContent, ties: PageTies, saved_on: date) -> Refusal | None:
    """What is wrong with a page as it is written, or None. Its day of review must come after the day it is saved."""
    if not all(part.strip() for part in (content.title, content.short, content.text)):
        return INCOMPLETE
    if any(not _SECTION.fullmatch(one) for one in ties.sections):
        return NO_SECTION
    english = (content.title_en, content.short_en, content.text_en)
    if any(part.strip() for part in english) and not all(part.strip() for part in english):
        return HALF_ENGLISH
    return REVIEW_PAST if ties.review_on <= saved_on else None


_SECTION = re.compile(r"[a-zæøå. ]+ § \d+( ?[a-z])?")


def _no(code: str, da: str, en: str) -> Refusal:
    return Refusal(code=f"page.{code}", text=Text(da=da, en=en), article="")


INCOMPLETE = _no(
    "incomplete",
    "Skriv overskrift, en kort tekst og selve teksten.",
    "Write a heading, a short text and the text itself.",
)
NO_SECTION = _no(
    "no_section",
    "Skriv en paragraf på hver linje, for eksempel: serviceloven § 85",
    "Write one section on each line, for example: serviceloven § 85",
)
HALF_ENGLISH = _no(
    "half_english",
    "Skriv hele siden på engelsk, eller lad alle tre engelske felter være tomme. Så vises den danske tekst.",
    "Write the whole page in English, or leave all three English fields empty. Then the Danish text is shown.",
)
REVIEW_PAST = _no(
    "review_past",
    "Vælg en dag efter i dag, hvor siden skal ses efter.",
    "Choose a day after today on which the page is to be looked at again.",
)
