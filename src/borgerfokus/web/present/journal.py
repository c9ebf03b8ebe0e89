"""The journal as its reader sees it. A withheld entry is shown to exist; only staff read its text."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum

from django.utils.translation import gettext as _

from borgerfokus.apps.journal.service import Held as HeldData
from borgerfokus.apps.journal.service import Line
from borgerfokus.core.dates import day_of
from borgerfokus.web.design.views import Action, Chip, Held, LogEntry, LogKind
from borgerfokus.web.frame import on_day, on_moment
from borgerfokus.web.present import words


class Reader(Enum):
    """For whom the entries are worded."""

    CITIZEN = "citizen"
    STAFF = "staff"


Actions = Callable[[Line], tuple[Action, ...]]


def entries(
    lines: Iterable[Line], *, reader: Reader, actions: Actions = lambda _line: (), complain: Action | None = None
) -> tuple[LogEntry, ...]:
    """Entries newest first, comments right after what they comment on.

    `actions` gives the links of an entry; `complain` is where a citizen complains of a withholding.
    """
    return tuple(_all(lines, reader, actions, complain))


def _all(lines: Iterable[Line], reader: Reader, actions: Actions, complain: Action | None) -> Iterator[LogEntry]:
    for line in lines:
        yield entry(line, reader=reader, actions=actions(line), complain=complain)
        for comment in line.comments:
            yield entry(comment, reader=reader, actions=actions(comment), about=line.title)


def entry(
    line: Line, *, reader: Reader, actions: tuple[Action, ...] = (), complain: Action | None = None, about: str = ""
) -> LogEntry:
    """One entry. `about` is the heading of what it comments on."""
    hidden = line.held is not None and reader is Reader.CITIZEN
    return LogEntry(
        kind="withheld" if line.held else _kind(line),
        when=on_moment(line.happened_at),
        label=label(line, reader=reader),
        title=_title(line, about=about, hidden=hidden),
        paragraphs=() if hidden else paragraphs(line.body),
        author="" if hidden else line.author_name,
        actions=actions,
        held=_held(line.held, complain) if line.held else None,
        anchor=f"entry-{line.id}",
        marks=_marks(line, reader=reader),
    )


def label(line: Line, *, reader: Reader) -> str:
    """What kind of entry it is, in the reader's words."""
    ours = reader is Reader.STAFF
    out = line.document is not None and line.document.direction == "out"
    named = {
        "note": _("Notat"),
        "document": _("Dokument sendt") if out else _("Dokument modtaget"),
        "letter": _("Brev til borgeren") if ours else _("Brev til dig"),
        "comment": _("Borgerens kommentar") if ours else _("Din kommentar"),
        "statement": _("Svar modtaget"),
        "message": _message_label(line, ours=ours),
    }.get(line.kind, line.kind)
    way = words.channel(line.channel) if line.kind == "note" else ""
    return f"{named}, {way.lower()}" if way else named


def _message_label(line: Line, *, ours: bool) -> str:
    if line.author.startswith("citizen:"):
        return _("Besked fra borgeren") if ours else _("Besked fra dig")
    return _("Besked til borgeren") if ours else _("Besked til dig")


def paragraphs(body: str) -> tuple[str, ...]:
    """A text as paragraphs: lines, the empty ones left out."""
    return tuple(line.strip() for line in body.splitlines() if line.strip())


def _kind(line: Line) -> LogKind:
    if line.kind in {"comment", "statement"} or line.author.startswith("citizen:"):
        return "citizen"
    if line.kind in {"letter", "message"}:
        return "letter"
    return "note"


def _title(line: Line, *, about: str, hidden: bool) -> str:
    if hidden:
        return _("Ét notat kan du ikke se endnu")
    if line.title:
        return line.title
    return _("Om »%(title)s«") % {"title": about} if about else _("Om sagen")


def _marks(line: Line, *, reader: Reader) -> tuple[Chip, ...]:
    marks = []
    if line.held and reader is Reader.STAFF:
        marks.append(Chip(_("Holdt tilbage for borgeren"), "line", "lock"))
    if line.corrected_at:
        marks.append(Chip(_("Rettet %(day)s") % {"day": on_day(day_of(line.corrected_at))}, "line", "edit"))
    return tuple(marks)


def _held(held: HeldData, complain: Action | None) -> Held:
    return Held(
        ground=held.ground,
        review_on=on_day(held.review_on) if held.review_on else "",
        decided_by=held.by,
        law=held.article,
        complain=complain,
    )
