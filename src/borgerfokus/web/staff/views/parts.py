"""Pieces of the case page that several tabs show."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from borgerfokus.apps.casework.service import Task
from borgerfokus.core.access import Verb
from borgerfokus.web.design.views import Action, Chip, Term
from borgerfokus.web.frame import say
from borgerfokus.web.present.words import capital
from borgerfokus.web.staff.casepage import OpenedCase


@dataclass(frozen=True)
class CheckPoint:
    """A point of the checklist; `once` posts what would change it."""

    key: str
    phase: str
    text: str
    law: str
    done: bool
    editable: bool


@dataclass(frozen=True)
class Told:
    """A hearing, a decision or an appeal as a part of the page."""

    id: int
    title: str
    chip: Chip
    paragraphs: tuple[str, ...]
    terms: tuple[Term, ...]
    law: str
    actions: tuple[Action, ...] = ()


def checklist(opened: OpenedCase) -> tuple[CheckPoint, ...]:
    """The checklist of the phase that the case is in."""
    phase = opened.drawn.state.phase
    spec = opened.case.type_version.spec.phase(phase)
    ticked = opened.work.ticked if spec.checklist else frozenset()
    return tuple(
        CheckPoint(
            key=point.key,
            phase=phase,
            text=say(point.text),
            law=capital(point.article),
            done=point.key in ticked,
            editable=opened.may(Verb.CASE_EDIT),
        )
        for point in spec.checklist
    )


def owner(task: Task) -> str:
    """Whose task it is."""
    if task.employee is not None:
        return task.employee.name
    return task.unit.name if task.unit is not None else _("Borgeren")
