"""Goals in finished words, for staff and citizen alike: where they began, where they are, and what was said."""

from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _

from borgerfokus.apps.interventions.service import Goal, GoalStep, Help, PlanComment, StatusNoteGoal
from borgerfokus.core.assessment import Frame, frames
from borgerfokus.core.dates import day_of
from borgerfokus.core.interventions.moving import Movement
from borgerfokus.core.interventions.words import (
    COMMENT_ROLES,
    GOAL_ENDS,
    GOAL_KINDS,
    REACHED,
    STEP_OWNERS,
    CommentRole,
    GoalEnd,
    GoalKind,
    Reached,
    StepOwner,
)
from borgerfokus.web.design.views import Action, Chip, GoalView, ProfileLine, ProfileView, SaidView, StepView
from borgerfokus.web.frame import on_day, on_moment, say
from borgerfokus.web.present import profile
from borgerfokus.web.present.amounts import number
from borgerfokus.web.present.journal import paragraphs


def view(
    there: Help, goal: Goal, *, tick: Callable[[GoalStep], Action | None] = lambda _step: None, to_citizen: bool = False
) -> GoalView:
    """One goal. `tick` is the button of a step, None for a reader who may not; `to_citizen` speaks to the citizen."""
    frame = frames().get(goal.frame)
    theme = say(frame.theme(goal.theme).title) if frame else ""
    parts = (say(GOAL_KINDS[GoalKind(goal.kind)]), theme, levels(goal, frame))
    return GoalView(
        goal_id=str(goal.pk),
        title=goal.title,
        chip=chip(there, goal),
        meta=" · ".join(part for part in parts if part),
        paragraphs=paragraphs(goal.own_words),
        moves=moves(there, goal, frame),
        measure=_("Sådan kan vi se det: %(text)s") % {"text": goal.measure} if goal.measure else "",
        steps=tuple(
            _step(one, None if goal.ended_as else tick(one), to_citizen=to_citizen) for one in there.steps_of(goal)
        ),
        history=_history(there, goal, frame),
        said=tuple(said(one) for one in there.comments_on(goal)),
    )


def chip(there: Help, goal: Goal) -> Chip:
    """How far a goal is: ended as what, or what the last follow-up said."""
    if goal.ended_as:
        return Chip(say(GOAL_ENDS[GoalEnd(goal.ended_as)]), "ok" if goal.ended_as == GoalEnd.REACHED else "line")
    seen = there.followed(goal)
    if not seen:
        return Chip(_("Begyndt %(day)s") % {"day": on_day(goal.started_on)}, "line")
    reached = Reached(seen[0][1].reached)
    return Chip(reached_words(goal, reached), "warn" if reached is Reached.NO else "ok")


def reached_words(goal: Goal, reached: Reached) -> str:
    """What a follow-up said of a goal; what is to be kept is kept, not reached."""
    keeps = goal.kind != GoalKind.DEVELOP
    words = {Reached.YES: _("Holdt"), Reached.NO: _("Ikke holdt")} if keeps else {}
    return words.get(reached) or say(REACHED[reached])


def levels(goal: Goal, frame: Frame | None) -> str:
    """Where a goal begins and where it leads; "" where no level is set."""
    if frame is None or goal.level_start is None:
        return ""
    start = profile.level_of(frame, goal.level_start)
    if goal.level_expected is None:
        return _("Fra %(start)s") % {"start": start}
    return _("Fra %(start)s til %(expected)s") % {
        "start": start,
        "expected": profile.level_of(frame, goal.level_expected),
    }


def moves(there: Help, goal: Goal, frame: Frame | None) -> str:
    """How a goal has moved, in one sentence."""
    way = there.way_of(goal)
    if frame is None or way.movement is Movement.NOT_MEASURED:
        seen = there.followed(goal) or there.measured(goal)
        return "" if seen else _("Der er ikke fulgt op på målet endnu.")
    now = profile.level_of(frame, way.points[-1].level)
    return {
        Movement.BETTER: _("Det går fremad: nu %(level)s."),
        Movement.SAME: _("Det er, som da I begyndte: %(level)s."),
        Movement.WORSE: _("Det er blevet sværere: nu %(level)s."),
    }[way.movement] % {"level": now}


def said(row: PlanComment) -> SaidView:
    """A comment with who spoke as what, and when."""
    meta = _("%(who)s, %(role)s, %(when)s") % {
        "who": row.by_name,
        "role": say(COMMENT_ROLES[CommentRole(row.role)]).lower(),
        "when": on_moment(row.at),
    }
    return SaidView(meta, paragraphs(row.text))


def picture(there: Help, goals: Sequence[Goal]) -> ProfileView | None:
    """The goals that have a level, each as a line from where it began to where it leads; None when there is none."""
    shown = [goal for goal in goals if goal.level_start is not None and goal.frame in frames()]
    if not shown:
        return None
    frame = frames()[shown[0].frame]
    places = profile.places(frame)
    lowest, highest = frame.scale[0], frame.scale[-1]
    return ProfileView(
        caption=_("Hvor målene begyndte, hvor de er nu, og hvor de skal hen"),
        ticks=tuple((places[level.value], str(level.value)) for level in frame.scale),
        lines=tuple(_line(there, goal, frame, places) for goal in shown if goal.frame == frame.key),
        scale=_("%(low)s er %(low_words)s, %(high)s er %(high_words)s")
        % {
            "low": lowest.value,
            "low_words": say(lowest.title).lower(),
            "high": highest.value,
            "high_words": say(highest.title).lower(),
        },
        heads=(_("Mål"), _("Ved start"), _("Nu"), _("Mål på")),
    )


def _line(there: Help, goal: Goal, frame: Frame, places: dict[int, float]) -> ProfileLine:
    way = there.way_of(goal)
    seen = way.points[-1].level if len(way.points) > 1 else None
    start = profile.level_of(frame, goal.level_start)
    now = profile.level_of(frame, seen) or _("Ikke målt endnu")
    expected = profile.level_of(frame, goal.level_expected) or "–"
    return ProfileLine(
        theme=goal.title,
        label=_("%(goal)s. Ved start: %(start)s. Nu: %(now)s. Mål: %(expected)s.")
        % {"goal": goal.title, "start": start, "now": now, "expected": expected},
        last=str(goal.level_start),
        now="–" if seen is None else str(seen),
        expected="–" if goal.level_expected is None else str(goal.level_expected),
        last_at=places.get(goal.level_start or 0) if goal.level_start is not None else None,
        now_at=places.get(seen) if seen is not None else None,
        expected_at=places.get(goal.level_expected) if goal.level_expected is not None else None,
        href=f"#goal-{goal.pk}",
    )


def _step(row: GoalStep, action: Action | None, *, to_citizen: bool) -> StepView:
    owner = StepOwner(row.who)
    who = _("Dig") if to_citizen and owner is StepOwner.CITIZEN else say(STEP_OWNERS[owner])
    done = _("Gjort %(day)s") % {"day": on_day(row.done_at)} if row.done_at else ""
    return StepView(row.text, " · ".join(part for part in (who, done) if part), done=bool(done), action=action)


def _history(there: Help, goal: Goal, frame: Frame | None) -> tuple[str, ...]:
    """What each follow-up said of the goal, and what who gives the help has measured, newest first."""
    found = []
    for follow_up, one in there.followed(goal):
        level = profile.level_of(frame, one.level_now) if frame else ""
        found.append((follow_up.on, (reached_words(goal, Reached(one.reached)), level, one.note)))
    for note, seen in there.measured(goal):
        by = _("målt af %(who)s") % {"who": note.by_name}
        found.append((day_of(note.at), (by, measured_words(goal, seen, frame), seen.text)))
    found.sort(key=lambda line: line[0], reverse=True)
    return tuple(" · ".join(part for part in (on_day(day), *parts) if part) for day, parts in found)


def measured_words(goal: Goal, one: StatusNoteGoal, frame: Frame | None) -> str:
    """What was measured of a goal: its level, and the number of what it is measured by."""
    level = profile.level_of(frame, one.level_now) if frame else ""
    if one.measured is None:
        return level
    measured, by = number(one.measured), goal.measure.strip(" .")
    named = f"{by}: {measured}" if by else _("Tal: %(n)s") % {"n": measured}
    return ", ".join(part for part in (level, named) if part)
