"""Decisions as the citizen reads them: outcome first, the reasons in three parts, the way to appeal last."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.decisions.service import AppealState, AppealView, BoardView, MadeDecision
from borgerfokus.core.dates import calendar_for, day_of
from borgerfokus.core.decisions.appeal import reassess_by
from borgerfokus.core.decisions.outcomes import AppealOutcome, BoardOutcome, Outcome
from borgerfokus.core.rules import Unit
from borgerfokus.core.words import length_words, period_words
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.design.views import Chip, ChipKind, Item
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present.journal import paragraphs

_CHIPS: dict[Outcome, ChipKind] = {Outcome.GRANTED: "ok", Outcome.PARTLY: "warn", Outcome.REFUSED: "bad"}


@dataclass(frozen=True)
class Section:
    """A heading and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


def item(decision: MadeDecision, case: Case) -> Item:
    """A decision as a row of a list."""
    return Item(
        title=headline(decision),
        text=_("Afgjort %(day)s") % {"day": on_day(decision.issued_on)} + _replaced(decision),
        href=reverse("citizen:decision", args=[case.number, decision.id]),
        icon="document",
        chip=chip(decision),
    )


def chip(decision: MadeDecision) -> Chip:
    """The outcome in a word."""
    return Chip(say(decision.outcome.label), _CHIPS[decision.outcome])


def headline(decision: MadeDecision) -> str:
    """The outcome as a sentence: what you get, or do not get."""
    if decision.outcome is Outcome.REFUSED:
        return _("Du får ikke %(what)s") % {"what": decision.refused or decision.applied_for or _("hjælpen")}
    return _("Du får %(what)s") % {"what": decision.granted or decision.applied_for or _("hjælpen")}


def outcome_lines(decision: MadeDecision) -> tuple[str, ...]:
    """What was asked, what was given and what not, from when to when."""
    lines = []
    if decision.applied_for:
        lines.append(_("Du søgte om %(what)s.") % {"what": decision.applied_for})
    if decision.outcome is Outcome.PARTLY and decision.refused:
        lines.append(_("Vi har sagt nej til %(what)s.") % {"what": decision.refused})
    if decision.period is not None and decision.outcome is not Outcome.REFUSED:
        lines.append(_("Det gælder %(period)s.") % {"period": say(period_words(decision.period))})
    if decision.provider and decision.outcome is not Outcome.REFUSED:
        lines.append(_("Hjælpen gives af %(who)s.") % {"who": decision.provider})
    return tuple(lines)


def reasons(decision: MadeDecision) -> tuple[Section, ...]:
    """The reasons in the order a person asks: why, on what, by which rules. Empty parts are left out."""
    parts = (
        (_("Hvorfor vi har valgt sådan"), decision.reasons.considerations),
        (_("Det bygger vi på"), decision.reasons.facts),
        (_("Reglerne"), decision.reasons.rules),
    )
    return tuple(Section(title, paragraphs(text)) for title, text in parts if text.strip())


def guidance(decision: MadeDecision, case: Case, *, on: date) -> tuple[str, ...]:
    """How and until when the decision can be appealed; nothing where it cannot."""
    spec = case.type_version.spec.appeal
    if not spec.appealable or spec.body is None or spec.deadline is None or not decision.in_force:
        return ()
    in_force = parameters.parameters()
    body, weeks = in_force.at(spec.body, on=on), in_force.at(spec.deadline, on=decision.issued_on)
    lines = [_("Er du uenig, kan du klage. Vi ser først på afgørelsen igen.")]
    lines.append(_("Holder vi fast, sender vi klagen til %(body)s.") % {"body": say(body.text)})
    if decision.appeal_until is None:
        words = {"length": say(length_words(weeks.number, Unit.WEEKS))}
        lines.append(_("Du har %(length)s til at klage, fra den dag du har fået brevet.") % words)
    elif decision.late:
        words = {"day": on_day(decision.appeal_until)}
        lines.append(_("Fristen var den %(day)s. Du kan stadig klage.") % words)
        lines.append(_("Klageinstansen afgør, om den vil se på en klage, der kommer for sent."))
    else:
        lines.append(_("Du kan klage til og med den %(day)s.") % {"day": on_day(decision.appeal_until)})
    return tuple(lines)


def reassessment(case: Case, *, on: date) -> str:
    """By when an appeal that is sent today is answered; "" where the case type has no rule."""
    spec = case.type_version.spec.appeal
    if spec.reassessment is None:
        return ""
    in_force = parameters.parameters()
    weeks = in_force.at(spec.reassessment, on=on).number
    day = reassess_by(appealed_on=on, weeks=weeks, calendar=calendar_for([on.year, on.year + 1], in_force))
    return _("Vi ser på afgørelsen igen og svarer dig senest den %(day)s.") % {"day": on_day(day)}


def appeal_words(appeal: AppealView) -> tuple[str, tuple[str, ...]]:
    """Where an appeal stands: the state as a heading, and what it means."""
    sent = _("Du klagede den %(day)s.") % {"day": on_day(appeal.received_on)}
    if appeal.state is AppealState.FILED:
        until = _("Vi ser på afgørelsen igen og svarer dig senest den %(day)s.") % {"day": on_day(appeal.reassess_by)}
        return _("Vi er ved at se på din klage"), (sent, until, *_late(appeal))
    if appeal.state is AppealState.WITHDRAWN:
        return _("Klagen er trukket tilbage"), (sent,)
    return _answered(appeal), (sent, *_reply(appeal), appeal.reasons)


def _answered(appeal: AppealView) -> str:
    outcome = appeal.outcome or AppealOutcome.UPHELD
    return {
        AppealOutcome.REVERSED: _("Du har fået medhold"),
        AppealOutcome.PARTLY: _("Du har fået delvist medhold"),
        AppealOutcome.UPHELD: _("Vi holder fast i afgørelsen"),
    }[outcome]


def _reply(appeal: AppealView) -> tuple[str, ...]:
    lines = []
    if appeal.answered_at:
        lines.append(_("Vi svarede den %(day)s.") % {"day": on_day(day_of(appeal.answered_at))})
    if appeal.forwarded_at:
        words = {"body": appeal.forwarded_to, "day": on_day(day_of(appeal.forwarded_at))}
        if appeal.board:
            lines.append(_("Klagen blev sendt videre til %(body)s den %(day)s.") % words)
            lines += _board(appeal, appeal.board)
        else:
            lines.append(_("Klagen er sendt videre til %(body)s den %(day)s. De skriver til dig.") % words)
    elif appeal.new_decision_id:
        lines.append(_("Du får en ny afgørelse. Den gamle gælder, til den nye er sendt."))
    return tuple(lines)


def _board(appeal: AppealView, board: BoardView) -> tuple[str, ...]:
    words = {"body": appeal.forwarded_to, "day": on_day(board.decided_on)}
    meaning = {
        BoardOutcome.CONFIRMED: _("%(body)s har afgjort klagen den %(day)s. De er enige i vores afgørelse."),
        BoardOutcome.CHANGED: _("%(body)s har ændret vores afgørelse den %(day)s. Vi retter din hjælp efter det."),
        BoardOutcome.REMITTED: _("%(body)s har sendt sagen tilbage den %(day)s. Vi skal se på den igen og afgøre den."),
        BoardOutcome.DISMISSED: _("%(body)s har afvist at behandle klagen den %(day)s. Vores afgørelse gælder."),
    }[board.outcome]
    return (meaning % words, board.reasons)


def _late(appeal: AppealView) -> tuple[str, ...]:
    if appeal.in_time:
        return ()
    return (_("Klagen kom efter fristen. Klageinstansen afgør, om den alligevel bliver behandlet."),)


def _replaced(decision: MadeDecision) -> str:
    return "" if decision.in_force else _(", senere afløst af en ny")
