"""Pages and what a search finds, in the reader's language. Where there is no English, the Danish is shown and said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.guidance import service as guidance
from borgerfokus.apps.guidance.service import EntryKind, Found, PageVersion
from borgerfokus.core.dates import day_of
from borgerfokus.core.guidance.pages import KIND_NAMES, PageContent, PageKind
from borgerfokus.core.texts import Text
from borgerfokus.web.design.views import CardView, Chip, Item
from borgerfokus.web.frame import on_day, page_language, say
from borgerfokus.web.present.prose import Passage, passages

_FOUND: dict[EntryKind, Text] = {
    EntryKind.HELP: Text(da="Hjælp, du kan søge om", en="Help you can ask for"),
    EntryKind.OFFER: Text(da="Kommunens tilbud", en="The municipality's offers"),
    EntryKind.ASSOCIATION: Text(da="Foreninger og frivillige", en="Associations and volunteers"),
    EntryKind.PAGE: Text(da="Sider med viden", en="Pages to read"),
    EntryKind.NOTE: Text(da="Viden for kolleger", en="For colleagues"),
    EntryKind.QUESTION: Text(da="Besvarede spørgsmål", en="Answered questions"),
}
_ADDRESSES = {
    EntryKind.HELP: "public:help",
    EntryKind.OFFER: "public:offer",
    EntryKind.ASSOCIATION: "public:offer",
    EntryKind.PAGE: "public:page",
    EntryKind.NOTE: "staff:note",
    EntryKind.QUESTION: "staff:question",
}


@dataclass(frozen=True)
class PageView:
    """A page as it is read. `language` is "da" where the reader has English and the page has not, else ""."""

    kind: str
    title: str
    short: str
    passages: tuple[Passage, ...]
    language: str
    seen_to: str


def view(row: PageVersion) -> PageView:
    """A page in the reader's language, with who answers for it and when it was written."""
    shown = of_content(guidance.content_of(row), kind=PageKind(row.page.kind))
    day = on_day(day_of(row.published_at or row.saved_at))
    told = _("Skrevet %(day)s. Ses efter senest %(review)s.") % {"day": day, "review": on_day(row.page.review_on)}
    return PageView(shown.kind, shown.title, shown.short, shown.passages, shown.language, told)


def of_content(content: PageContent, *, kind: PageKind) -> PageView:
    """What is written, as it will be read."""
    english = page_language() == "en" and bool(content.text_en)
    return PageView(
        kind=say(KIND_NAMES[kind]),
        title=content.title_en if english else content.title,
        short=content.short_en if english else content.short,
        passages=passages(content.text_en if english else content.text),
        language="da" if page_language() == "en" and not english else "",
        seen_to="",
    )


def title(row: PageVersion | Found) -> str:
    """The title in the reader's language."""
    return (row.title_en if page_language() == "en" else "") or row.title


def short(row: PageVersion | Found) -> str:
    """The short text in the reader's language."""
    return (row.short_en if page_language() == "en" else "") or row.short


def cards(rows: Iterable[PageVersion]) -> tuple[CardView, ...]:
    """Public pages as cards."""
    return tuple(CardView(title(row), short(row), reverse("public:page", args=[row.page.key])) for row in rows)


def note_items(rows: Iterable[PageVersion]) -> tuple[Item, ...]:
    """What colleagues know, as a list."""
    return tuple(
        Item(
            title=title(row),
            text=short(row),
            href=reverse("staff:note", args=[row.page.key]),
            chip=Chip(say(KIND_NAMES[PageKind(row.page.kind)]), "line"),
        )
        for row in rows
    )


def kind_of(kind: EntryKind) -> str:
    """What a kind of finding is called."""
    return say(_FOUND[kind])


def found_items(found: Iterable[Found]) -> tuple[Item, ...]:
    """What a search found, each with what it is."""
    return tuple(
        Item(
            title=title(one),
            text=short(one),
            href=reverse(_ADDRESSES[one.kind], args=[one.key]),
            chip=Chip(kind_of(one.kind), "line"),
        )
        for one in found
    )
