"""What departments do together, in words: common goals, meetings, sharing. For staff and for the citizen."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.coordination.service import (
    CommonGoal,
    GoalContribution,
    Invitee,
    Meeting,
    SharedTheme,
    Sharing,
)
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.core.assessment import frames
from borgerfokus.core.coordination.sharing import PART_TITLES, Part
from borgerfokus.foundation.people.queries import Card
from borgerfokus.web.design.views import Chip, ChipKind
from borgerfokus.web.frame import on_day, on_moment, say
from borgerfokus.web.present.goals import levels, moves
from borgerfokus.web.present.profile import level_of
from borgerfokus.web.present.words import clock


@dataclass(frozen=True)
class Contribution:
    """What one case does: who, what, the goal of its plan that this is, and how that goal has moved."""

    who: str
    text: str
    plan_goal: str = ""
    moves: str = ""


@dataclass(frozen=True)
class GoalView:
    """A common goal: in the citizen's words, what each case does for it, and what was said."""

    id: int
    title: str
    words: str
    chip: Chip
    again: str
    contributions: tuple[Contribution, ...]
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
        contributions=tuple(_contribution(one, reader) for one in row.contributions.all()),
        said=tuple(
            (f"{on_day(one.at)} · {one.by_name}", one.text or _goal_status(one.status))
            for one in row.entries.all()
            if one.kind != "set"
        ),
        runs=row.status == "running",
    )


def _contribution(row: GoalContribution, reader: str) -> Contribution:
    """What one case does; the goal of its plan only where the reader may see that goal. One query for such a case."""
    who = f"{_title(row.case, reader)}, {row.case.unit.name}"
    there = interventions.help_of(case_id=row.case_id) if row.plan_goal_id else None
    found = next((one for one in there.goals if one.pk == row.plan_goal_id), None) if there else None
    if there is None or found is None:
        return Contribution(who, row.text)
    frame = frames().get(found.frame)
    moved = (levels(found, frame), moves(there, found, frame))
    return Contribution(who, row.text, found.title, ". ".join(part for part in moved if part))


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
    return "; ".join(_part(part, row) for part in reversed(Part) if part.value in row.parts)


def _part(part: Part, row: Sharing) -> str:
    """One part, with the names of the themes where it is those."""
    title = say(PART_TITLES[part])
    return f"{title}: {', '.join(theme_titles(row.themes))}" if part is Part.THEMES else title


def theme_titles(keys: Iterable[str]) -> list[str]:
    """What themes of the frames are called; a key that several frames have is named once."""
    known = {theme.key: say(theme.title) for frame in frames().values() for theme in frame.themes}
    return [known[key] for key in keys if key in known]


def shared_theme(row: SharedTheme) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """A theme that another unit shares: its title with the level, from whom and when, and what is said of it."""
    frame = frames()[row.frame]
    now, expected = level_of(frame, row.level_now), level_of(frame, row.level_expected)
    title = say(frame.theme(row.theme).title)
    parts = (
        (_("Med borgerens egne ord"), row.own_words),
        (_("Det er set og hørt"), row.observed),
        (_("Ressourcer og netværk"), row.resources),
        (_("Forventet niveau"), expected),
    )
    said = tuple((name, text) for name, text in parts if text)
    return (f"{title}: {now}" if now else title, f"{row.unit}, {on_day(row.at)}", said)


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
