"""The kodeks on the page of a case: a calm line of what is kept, and what is not yet, with the way to mend it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from borgerfokus.core.access import Verb
from borgerfokus.core.kodeks import CHECKS, Kept, Standing
from borgerfokus.web.design.views import Action, Chip
from borgerfokus.web.frame import say
from borgerfokus.web.staff.casepage import OpenedCase


@dataclass(frozen=True)
class CheckLine:
    """One check of a statement: what it looks for, what it rests on, and where it is mended when it is not kept."""

    text: str
    kept: bool
    rests_on: str
    mend: Action | None


@dataclass(frozen=True)
class StatementLine:
    """One statement as it stands in the case."""

    text: str
    chip: Chip
    checks: tuple[CheckLine, ...]


@dataclass(frozen=True)
class Line:
    """The whole kodeks: a sentence, and the statements that apply, those not kept yet first."""

    say: str
    statements: tuple[StatementLine, ...]


def lines(opened: OpenedCase) -> Line | None:
    """How the case stands; None while there is no kodeks, and nothing of statements that do not apply."""
    applies = [one for one in opened.kodeks if one.standing is not Standing.NOT_RELEVANT]
    if not applies:
        return None
    kept = sum(one.standing is Standing.KEPT for one in applies)
    ordered = sorted(applies, key=lambda one: one.standing is Standing.KEPT)
    if kept == len(applies):
        text = _("Alt i kodekset, som gælder nu, er holdt.")
    else:
        text = _("%(kept)s af %(all)s udsagn er holdt. Resten kan nås.") % {"kept": kept, "all": len(applies)}
    return Line(text, tuple(_statement(one, opened) for one in ordered))


def _statement(one: Kept, opened: OpenedCase) -> StatementLine:
    kept = one.standing is Standing.KEPT
    chip = Chip(_("Holdt"), "ok") if kept else Chip(_("Ikke endnu"), "line")
    shown = [(key, standing) for key, standing in one.checks if standing is not Standing.NOT_RELEVANT]
    return StatementLine(say(one.statement.text), chip, tuple(_check(key, standing, opened) for key, standing in shown))


def _check(key: str, standing: Standing, opened: OpenedCase) -> CheckLine:
    check, kept = CHECKS[key], standing is Standing.KEPT
    mend = None if kept or not opened.may(Verb.CASE_EDIT) else Action(say(check.mend), opened.href(check.place), "link")
    return CheckLine(say(check.title), kept, say(check.rests_on), mend)
