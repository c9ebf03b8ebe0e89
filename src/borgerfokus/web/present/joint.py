"""What departments do together, in words: common goals, meetings, sharing. For staff and for the citizen."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.coordination.service import CommonGoal, Invitee, Meeting, Sharing
from borgerfokus.core.coordination.sharing import PART_TITLES, Part
from borgerfokus.foundation.people.queries import Card
from borgerfokus.web.design.views import Chip, ChipKind
from borgerfokus.web.frame import on_day, on_moment, say
from borgerfokus.web.present.words import clock


@dataclass(frozen=True)
class GoalView:
    """A common goal: in the citizen's words, what each case does for it, and what was said."""

    id: int
    title: str
    words: str
    chip: Chip
    again: str
    contributions: tuple[tuple[str, str], ...]
    said: tuple[tuple[str, str], ...]
    runs: bool


def goal(row: CommonGoal, *, reader: str) -> GoalView:
    """A goal; `reader` is "staff" or "citizen"."""
    return GoalView(
        id=row.pk,
        title=row.title,
        words=row.words,
        chip=goal_chip(row.status),
        again=on_day(row.look_again_on) if row.look_again_on and row.status == "running" else "",
        contributions=tuple(
            (f"{_title(one.case, reader)}, {one.case.unit.name}", one.text) for one in row.contributions.all()
        ),
        said=tuple(
            (f"{on_day(one.at)} · {one.by_name}", one.text or _goal_status(one.status))
            for one in row.entries.all()
            if one.kind != "set"
        ),
        runs=row.status == "running",
    )


def goal_chip(status: str) -> Chip:
    """How a goal stands."""
    kinds: dict[str, ChipKind] = {"running": "fjord", "reached": "ok", "dropped": "plain"}
    return Chip(_goal_status(status), kinds[status])


def _goal_status(status: str) -> str:
    return {"running": _("i gang"), "reached": _("nået"), "dropped": _("opgivet")}.get(status, "")


def meeting_chip(state: str) -> Chip:
    """How far a meeting is."""
    match state:
        case "held":
            return Chip(_("holdt"), "ok")
        case "cancelled":
            return Chip(_("aflyst"), "bad")
        case _:
            return Chip(_("indkaldt"), "fjord", "calendar-month")


def meeting_when(row: Meeting) -> str:
    """ "24. november 2026 kl. 10.00 til 11.00"."""
    return _("%(start)s til %(end)s") % {"start": on_moment(row.starts), "end": clock(row.ends).removeprefix("kl. ")}


def receiver(row: Sharing) -> str:
    """With whom something is shared."""
    return row.unit.name if row.unit else row.employee.name if row.employee else ""


def parts(row: Sharing) -> str:
    """What is shared, the most first."""
    return "; ".join(say(PART_TITLES[part]) for part in reversed(Part) if part.value in row.parts)


def invitee(row: Invitee, cards: dict[int, Card]) -> str:
    """Who is invited, by name; a person whose name the reader may not see is "another person"."""
    if row.employee is not None:
        return f"{row.employee.name}, {row.employee.title.lower()}"
    if row.unit is not None:
        return row.unit.name
    if row.person_id is not None:
        return cards[row.person_id].name if row.person_id in cards else _("En anden person")
    return row.name


def _title(case: Case, reader: str) -> str:
    spec = case.type_version.spec
    return say(spec.title_staff if reader == "staff" else spec.title_citizen)
