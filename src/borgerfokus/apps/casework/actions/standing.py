"""Where a case stands, reckoned from its rows: its dates, who has the ball, and the date that comes next.

The acts call `reckon` after every change; pages call `dates_of` for the same dates with their titles and articles.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from borgerfokus.apps.casework.models import Case, Deadline, Extension, Suspension
from borgerfokus.core.casework import deadlines as law
from borgerfokus.core.casework.ball import Ball, Surroundings, Waiting, ball_of
from borgerfokus.core.casework.deadline import DeadlineRule
from borgerfokus.core.casework.deadline_rules import rules_of
from borgerfokus.core.casework.situation import ActKind
from borgerfokus.core.casework.state import ClosedReason, Phase, State
from borgerfokus.core.dates import calendar_for, day_of
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.texts import Text
from borgerfokus.foundation.parameters import service as parameters

_THE_CITIZENS = frozenset({ActKind.AWAIT_HEARING, ActKind.AWAIT_PLAN})
FOLLOW_UP = "follow_up"
ANSWER = "answer"

NextActSource = Callable[[Case, datetime], str]
_next_act: list[NextActSource] = []
_urgent: list[NextActSource] = []
RuleSource = Callable[[Case], Iterable[DeadlineRule]]
_more_rules: list[RuleSource] = []


def register_next_act(source: NextActSource) -> None:
    """Let the app that knows facts, hearing, decision and appeal say which act comes next (its kind, or "")."""
    _next_act[:] = [source]


def register_urgent_act(source: NextActSource) -> None:
    """Let an app above say what goes before every other act of a case that runs (its kind, or "")."""
    if source not in _urgent:
        _urgent.append(source)


def register_deadlines(source: RuleSource) -> None:
    """Let an app above add deadlines that begin with something that it has put among the case's moments."""
    if source not in _more_rules:
        _more_rules.append(source)


def state_of(case: Case) -> State:
    """The case's row as the lifecycle knows it."""
    return State(
        phase=Phase(case.phase),
        decided=Outcome(case.outcome) if case.outcome else None,
        waiting=waiting_of(case),
        closed_reason=ClosedReason(case.closed_reason) if case.closed_reason else None,
    )


def waiting_of(case: Case) -> Waiting | None:
    """Whom the case waits for, or None while it runs."""
    if not case.waiting_for:
        return None
    name = Text(da=case.waiting_on, en=case.waiting_on)
    return Waiting(whom=Ball(case.waiting_for), name=name, why=name, since=day_of(case.ball_since))


def dates_of(
    *, case: Case, at: datetime, suspensions: Iterable[Suspension], extensions: Iterable[Extension]
) -> tuple[law.Deadline, ...]:
    """The case's statutory and own deadlines as they stand now, each with its title and article."""
    in_force = parameters.parameters()
    received = day_of(case.received_at)
    spec = case.type_version.spec
    timeline = law.Timeline(
        happenings=[
            law.Happening(kind=kind, at=datetime.fromisoformat(moment)) for kind, moment in case.moments.items()
        ],
        suspensions=[_pause(row) for row in suspensions],
        extensions=[_extension(row) for row in extensions],
        closed_at=case.closed_at,
    )
    years = (received.year, at.year + 1)
    return law.deadlines(
        rules=[
            *rules_of(case_type=spec, parameters=in_force, on=received),
            *(rule for source in _more_rules for rule in source(case)),
        ],
        timeline=timeline,
        calendar=calendar_for(years, in_force),
        at=at,
    )


def reckon(*, case: Case, at: datetime) -> None:
    """Bring the deadline rows and what lists show of them in line with what has happened. Does not save the case."""
    fresh = case.event_count <= 1
    suspensions = [] if fresh else list(case.suspensions.all())
    extensions = [] if fresh else list(case.extensions.all())
    rows = stand(case=case, at=at, suspensions=suspensions, extensions=extensions)
    if rows:
        Deadline.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["case", "key"],
            update_fields=["due", "original_due", "status", "moved_days", "met_on"],
        )
    case.next_act = next_act_of(case, at)
    pass_ball(case, at)


def stand(
    *, case: Case, at: datetime, suspensions: Iterable[Suspension], extensions: Iterable[Extension]
) -> list[Deadline]:
    """Set what lists show of the case's dates. Returns its deadline rows; saves nothing."""
    dates = dates_of(case=case, at=at, suspensions=suspensions, extensions=extensions)
    _next_date(case, dates, suspensions)
    return _rows(case, [one for one in dates if one.due is not None])


def next_act_of(case: Case, at: datetime) -> str:
    """The kind of act that comes next, "" for a closed case. Reads the case's deadline rows."""
    if case.phase == Phase.CLOSED:
        return ""
    if case.caseworker_id is None:
        return ActKind.TAKE
    urgent = next(filter(None, (source(case, at) for source in _urgent)), "")
    if urgent:
        return urgent
    return _next_act[0](case, at) if _next_act else case.next_act


def _rows(case: Case, dates: list[law.Deadline]) -> list[Deadline]:
    return [
        Deadline(
            case=case,
            key=one.key,
            basis=one.basis,
            due=one.due or date.max,
            original_due=one.original_due or date.max,
            status=one.status,
            moved_days=one.moved_days,
            met_on=one.met_on,
        )
        for one in dates
    ]


def _next_date(case: Case, dates: Iterable[law.Deadline], suspensions: Iterable[Suspension]) -> None:
    found = [(one.due, one.key, str(one.basis)) for one in dates if one.is_open and one.due]
    if case.waiting_for:
        answers = [row.answer_by for row in suspensions if row.ends is None and row.answer_by]
        found = [(day, ANSWER, str(law.Basis.AGREEMENT)) for day in answers]
    if case.follow_up_on and case.phase == Phase.INTERVENTION:
        found.append((case.follow_up_on, FOLLOW_UP, str(law.Basis.AGREEMENT)))
    if case.phase == Phase.CLOSED:
        found = []
    case.next_due, case.next_due_key, case.next_due_basis = min(found, default=(None, "", ""))


def pass_ball(case: Case, at: datetime) -> None:
    """Set whose turn it is: by a pause, by a hearing that is out, else by the phase. Reads the next act."""
    waiting = waiting_of(case)
    spec = case.type_version.spec
    by_default = next((one.ball for one in spec.phases if one.key == case.phase), Ball.US)
    if case.phase in {Phase.CONTACT, Phase.INTAKE, Phase.INFORMATION, Phase.ASSESSMENT, Phase.DECISION}:
        by_default = Ball.US
    holder = ball_of(
        closed=case.phase == Phase.CLOSED,
        waits=[waiting] if waiting else [],
        around=Surroundings(us=case.number, other=spec.responsible.carried_out_by, by_default=by_default),
    )
    ball = Ball.YOU if case.next_act in _THE_CITIZENS else holder.ball
    if ball != case.ball:
        case.ball, case.ball_since = ball, at


def _pause(row: Suspension) -> law.Suspension:
    return law.Suspension(
        start=day_of(row.starts),
        end=day_of(row.ends) if row.ends else None,
        reason=Text(da=row.reason, en=row.reason),
    )


def _extension(row: Extension) -> law.Extension:
    return law.Extension(
        key=row.deadline_key,
        new_date=row.new_due,
        reason=Text(da=row.reason, en=row.reason),
        decided_on=day_of(row.decided_at),
    )
