"""What is said of a theme, in finished words, for staff and citizen alike."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from borgerfokus.apps.assessment.service import ThemeAssessment
from borgerfokus.core.assessment import Frame, OwnView, SourceKind, Theme
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.present.profile import level_of


@dataclass(frozen=True)
class SaidView:
    """What was said of a theme once: by whom and when, and the parts in the order of the method."""

    meta: str
    confirmed: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]


def said(frame: Frame, row: ThemeAssessment, *, to_citizen: bool = False) -> SaidView:
    """One saved version in words; `to_citizen` says "you" to the one it is about."""
    theme = {one.key: one for one in frame.themes}.get(row.theme)
    parts = _parts(frame, theme, row, to_citizen=to_citizen)
    return SaidView(
        meta=_("%(day)s, %(who)s") % {"day": on_day(row.at), "who": row.by_name},
        confirmed=_("Bekræftet igen") if row.confirmed_from_id else "",
        parts=tuple((title, text) for title, text in parts if text),
    )


def _parts(
    frame: Frame, theme: Theme | None, row: ThemeAssessment, *, to_citizen: bool
) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield _("Dine egne ord") if to_citizen else _("Borgerens egne ord"), paragraphs(row.own_words)
    if not row.own_words:
        yield _("Ingen egne ord, fordi"), paragraphs(row.no_words_why)
    if theme is not None:
        titles = (say(part.title) for part in theme.subthemes if part.key in row.subthemes)
        yield _("Det handler om"), _joined(titles)
    yield from _own_view(frame, row)
    yield _("Set og hørt"), paragraphs(row.observed)
    yield _("Kilde"), (source(row),)
    yield _("Ressourcer og netværk"), paragraphs(row.resources)
    yield _("Niveau"), _joined([level_of(frame, row.level_now)])
    yield _("Forventet niveau"), _joined([level_of(frame, row.level_expected)])


def source(row: ThemeAssessment) -> str:
    """Where an observation comes from."""
    words = {
        SourceKind.STATEMENT: _("Udtalelse"),
        SourceKind.DOCUMENT: _("Dokument"),
        SourceKind.VISIT: _("Besøg"),
    }[SourceKind(row.source)]
    return (
        _("%(kind)s, i journalen %(day)s") % {"kind": words, "day": on_day(row.entry.happened_at)}
        if row.entry
        else words
    )


def _own_view(frame: Frame, row: ThemeAssessment) -> Iterator[tuple[str, tuple[str, ...]]]:
    answers = {OwnView.PERFORMANCE: row.performance, OwnView.MEANING: row.meaning}
    for question in frame.own_view:
        chosen = (say(one.title) for one in question.choices if one.key == answers[question.key])
        yield say(question.title), _joined(chosen)


def _joined(words: Iterable[str]) -> tuple[str, ...]:
    text = ", ".join(word for word in words if word)
    return (text,) if text else ()
