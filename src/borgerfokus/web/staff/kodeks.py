"""The kodeks on the page of a case: a calm line of what is kept, and what is not yet, with the way to mend it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from borgerfokus.core.access import Verb
from borgerfokus.core.kodeks import CHECKS, Kept, Standing
from borgerfokus.web.design.views import Action
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
    checks: tuple[CheckLine, ...]


@dataclass(frozen=True)
class Line:
    """The whole kodeks: a sentence, the statements that are not kept yet, and those that are."""

    say: str
    open: tuple[StatementLine, ...]
    kept: tuple[StatementLine, ...]


def lines(opened: OpenedCase) -> Line | None:
    """How the case stands; None while there is no kodeks, and nothing of statements that do not apply."""
    kept = [one for one in opened.kodeks if one.standing is Standing.KEPT]
    not_yet = [one for one in opened.kodeks if one.standing is Standing.NOT_YET]
    if not kept and not not_yet:
        return None
    if not not_yet:
        text = _("Alt i kodekset, som gælder nu, er holdt.")
    else:
        text = _("%(kept)s af %(all)s udsagn er holdt. Resten kan nås.") % {
            "kept": len(kept),
            "all": len(kept) + len(not_yet),
        }
    return Line(
        text,
        open=tuple(_statement(one, opened) for one in not_yet),
        kept=tuple(_statement(one, opened) for one in kept),
    )


def _statement(one: Kept, opened: OpenedCase) -> StatementLine:
    shown = [(key, standing) for key, standing in one.checks if standing is not Standing.NOT_RELEVANT]
    return StatementLine(say(one.statement.text), tuple(_check(key, standing, opened) for key, standing in shown))


def _check(key: str, standing: Standing, opened: OpenedCase) -> CheckLine:
    check, kept = CHECKS[key], standing is Standing.KEPT
    mend = None if kept or not opened.may(Verb.CASE_EDIT) else Action(say(check.mend), opened.href(check.place), "link")
    return CheckLine(say(check.title), kept, say(check.rests_on), mend)
