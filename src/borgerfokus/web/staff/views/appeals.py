"""Appeals on the decisions tab: how far each is, and what it came to."""

from django.utils.translation import gettext as _

from borgerfokus.apps.decisions.service import AppealView
from borgerfokus.core.access import Verb
from borgerfokus.core.decisions.outcomes import BoardOutcome
from borgerfokus.web.design.views import Action, Chip, ChipKind, Term
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.present.people import role
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.views.parts import Told

_BOARD: dict[BoardOutcome, ChipKind] = {
    BoardOutcome.CONFIRMED: "ok",
    BoardOutcome.CHANGED: "bad",
    BoardOutcome.REMITTED: "bad",
    BoardOutcome.DISMISSED: "line",
}


def _withdraw(opened: OpenedCase, one: AppealView) -> Action:
    return Action(
        _("Borgeren har trukket klagen tilbage"),
        opened.href("decisions"),
        "tertiary",
        "post",
        fields=(("act", "appeal-withdraw"), ("appeal", str(one.id))),
        confirm=_("Klagen bliver ikke behandlet."),
    )


def told(opened: OpenedCase, one: AppealView) -> Told:
    """One appeal with its reassessment and the appeal body's answer."""
    chip = {
        "filed": Chip(_("Skal genvurderes senest %(day)s") % {"day": on_day(one.reassess_by)}, "warn"),
        "reassessed": Chip(_("Medhold"), "ok"),
        "forwarded": Chip(_("Sendt til %(body)s") % {"body": one.forwarded_to}, "fjord", "send"),
        "withdrawn": Chip(_("Trukket tilbage"), "line"),
    }[one.state]
    if one.board:
        chip = Chip(f"{one.forwarded_to}: {say(one.board.outcome.label).lower()}", _BOARD[one.board.outcome])
    terms = [
        Term(_("Modtaget"), on_day(one.received_on), sub="" if one.in_time else _("efter fristen")),
        Term(_("Den, der klager"), role(one.relation)),
    ]
    if one.expected_on and one.outcome is None:
        terms.append(Term(_("Forsinket"), _("Borgeren har fået besked om %(day)s") % {"day": on_day(one.expected_on)}))
    if one.outcome is not None:
        terms.append(Term(_("Genvurdering"), say(one.outcome.label), sub=one.reasons))
    terms += _board(one)
    links = [Action(_("Se klagen"), opened.href("journal", f"entry-{one.entry_id}"), "link")]
    if one.state == "filed" and opened.may(Verb.APPEAL_FILE):
        links.append(_withdraw(opened, one))
    if one.board:
        links.append(Action(_("Se svaret"), opened.href("journal", f"entry-{one.board.entry_id}"), "link"))
    if one.file_entry_id:
        links.append(Action(_("Sagens akter"), opened.href("journal", f"entry-{one.file_entry_id}"), "link"))
    return Told(
        id=one.id,
        title=_("Klage"),
        chip=chip,
        paragraphs=paragraphs(one.text),
        terms=tuple(terms),
        law=_("Retssikkerhedsloven § 66"),
        actions=tuple(links),
    )


def _board(one: AppealView) -> list[Term]:
    if one.board is None:
        return []
    found = [Term(_("Afgjort"), on_day(one.board.decided_on), sub=one.board.reasons)]
    if one.board.learning:
        found.append(Term(_("Det har vi lært"), one.board.learning))
    if one.board.learning_owner:
        due = _("senest %(day)s") % {"day": on_day(one.board.learning_due)} if one.board.learning_due else ""
        done = (
            _("Gjort %(day)s: %(what)s")
            % {
                "day": on_day(one.board.learning_done_at),
                "what": one.board.learning_note,
            }
            if one.board.learning_done_at
            else due
        )
        found.append(Term(_("Følges op af"), one.board.learning_owner, sub=done))
    return found
