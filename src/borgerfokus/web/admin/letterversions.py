"""The versions of a letter's text: each in a line, who is behind it, and what it says otherwise."""

from collections.abc import Mapping
from difflib import SequenceMatcher

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.core.texts import Text
from borgerfokus.core.wording import Part, Template
from borgerfokus.foundation.wording import service as wording
from borgerfokus.foundation.wording.models import WordingState, WordingVersion
from borgerfokus.web.design.views import Action, Cell, Chip, Item, Row
from borgerfokus.web.frame import say, today
from borgerfokus.web.present.words import short_date

EVERY = "alle"
"""The address of a text that is for all case types."""


def item(row: WordingVersion) -> Item:
    """A version in a line, with what can be done about it."""
    chip = {
        WordingState.CONCEPT: Chip(_("Udkast"), "warn", "edit"),
        WordingState.PUBLISHED: Chip(_("I brug"), "ok") if row.valid_to is None else Chip(_("Afløst"), "line"),
        WordingState.RETIRED: Chip(_("Taget ud"), "line"),
    }[WordingState(row.state)]
    where = reverse("admin:wording-act", args=[row.pk])
    actions: list[Action] = []
    if row.state == WordingState.PUBLISHED and row.valid_to is None:
        actions.append(
            Action(
                _("Tag ud af brug"),
                where,
                "tertiary",
                "post",
                fields=(("act", "retire"),),
                confirm=_("Den forrige tekst, eller den medfølgende, bruges igen."),
            )
        )
    if row.state != WordingState.CONCEPT:
        actions.append(Action(_("Begynd et udkast herfra"), where, "tertiary", "post", fields=(("act", "again"),)))
    return Item(
        title=_("Udgave %(n)s") % {"n": row.number},
        text=told_of(row),
        href=reverse("admin:wording-version", args=[row.pk]),
        chip=chip,
        actions=tuple(actions),
    )


def told_of(row: WordingVersion) -> str:
    """Who wrote it and took it into use, when, why, and which days it holds."""
    parts = [_("Skrevet af %(who)s %(day)s") % {"who": row.saved_by_name, "day": short_date(row.saved_at.date())}]
    if row.published_at and row.valid_from:
        parts.append(_("taget i brug af %(who)s") % {"who": row.published_by_name})
        until = _(" til %(day)s") % {"day": short_date(row.valid_to)} if row.valid_to else ""
        parts.append(_("gælder fra %(day)s") % {"day": short_date(row.valid_from)} + until)
    if row.note:
        parts.append(row.note)
    return " · ".join(parts)


def changes(before: WordingVersion | None, part: Part, new: str, *, language: str) -> list[tuple[str, str]]:
    """What a version says otherwise in one part than the one before, or than the packaged text."""
    return _difference(_words_of(before, part.name, part.text, language), new)


def _difference(old: str, new: str) -> list[tuple[str, str]]:
    """The new text word by word: "same", "out" or "in", each run with its words."""
    before, after = old.split(), new.split()
    found: list[tuple[str, str]] = []
    for how, a1, a2, b1, b2 in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if how == "equal":
            found.append(("same", " ".join(after[b1:b2])))
            continue
        if a2 > a1:
            found.append(("out", " ".join(before[a1:a2])))
        if b2 > b1:
            found.append(("in", " ".join(after[b1:b2])))
    return found


def _words_of(row: WordingVersion | None, part: str, packaged: Text, language: str) -> str:
    """What a version says in one part; the packaged text where it says nothing of its own."""
    said = row.parts.get(part) if row else None
    return str(said[language]) if said else packaged.in_(language)


def row_of(request: HttpRequest, one: Template, counts: Mapping[tuple[str, str], Mapping[str, int]]) -> Row:
    """A letter in the list: whose words it is in, and whether there is a draft."""
    case_type = one.case_type or EVERY
    own = wording.in_force(key=one.key, case_type=one.case_type, on=today(request)).version_id is not None
    drafts = counts.get((one.key, one.case_type), {}).get(WordingState.CONCEPT, 0)
    return Row(
        (
            Cell(say(one.title), sub=one.key, href=reverse("admin:wording", args=[one.key, case_type])),
            groups().get(one.group, one.group),
            Chip(_("Kommunens egen tekst"), "ok") if own else _("Den medfølgende tekst"),
            Chip(_("Udkast"), "warn", "edit") if drafts else "–",
        )
    )


def groups() -> dict[str, str]:
    """The kinds of letters."""
    return {"decision": _("Afgørelser"), "notice": _("Andre breve")}
