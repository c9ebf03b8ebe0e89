"""Where a case stands at the moment of load: its dates by the core's rules, its next act, its next date."""

from collections.abc import Iterable
from datetime import date, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.rights import service as rights
from borgerfokus.cli.demo.acts.pen import Pen
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.casework import deadlines as law
from borgerfokus.core.casework import sufficiency
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.help_situation import NOTHING_GRANTED, HelpSituation, OrderStanding, PlanStanding
from borgerfokus.core.casework.next_act import AppealStatus, DecisionStatus, Situation, next_act
from borgerfokus.core.casework.situation import ActKind
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.sufficiency import Sufficiency
from borgerfokus.core.dates import day_of, last_day
from borgerfokus.core.decisions import hearing
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.interventions.plan import PLAN_ARTICLES, must_offer
from borgerfokus.core.interventions.words import OrderState, PlanState
from borgerfokus.core.texts import Text

if TYPE_CHECKING:
    from borgerfokus.apps.casework.models import Case, Extension, Suspension

_THE_CITIZENS = frozenset({ActKind.AWAIT_HEARING, ActKind.AWAIT_PLAN})
_PLANS = {
    PlanState.DRAFT: PlanStanding.BEING_WRITTEN,
    PlanState.SHOWN: PlanStanding.SHOWN,
    PlanState.AGREED: PlanStanding.AGREED,
    PlanState.DECLINED: PlanStanding.DECLINED,
}
_ORDERS = {
    OrderState.SENT: OrderStanding.SENT,
    OrderState.ACCEPTED: OrderStanding.ACCEPTED,
    OrderState.REFUSED: OrderStanding.REFUSED,
}
_EARLY = frozenset({Phase.CONTACT, Phase.INTAKE, Phase.INFORMATION})
_ON_FACTS = frozenset({Phase.INFORMATION, Phase.DECISION})
_WRITTEN = {"to_approve": DecisionStatus.AWAITS_APPROVAL, "approved": DecisionStatus.APPROVED}
_OPEN = frozenset({"draft", "to_approve", "returned", "approved"})
_UNDER_WAY = {"received": DecisionStatus.RECEIVED, "failed": DecisionStatus.FAILED}


def dates_of(pen: Pen, *, at: datetime) -> tuple[law.Deadline, ...]:
    """The case's dates as they stand at a moment, by the same reckoning as everywhere."""
    case = SimpleNamespace(**pen.case, type_version=SimpleNamespace(spec=pen.kind.spec))
    return casework.dates_of(
        case=cast("Case", case),
        at=at,
        suspensions=[cast("Suspension", SimpleNamespace(**row)) for row in pen.suspensions],
        extensions=[cast("Extension", SimpleNamespace(**row)) for row in pen.extensions],
    )


def promised(pen: Pen) -> date:
    """The date that a receipt promises, seen from the act that is open."""
    found = [
        one.due for one in dates_of(pen, at=pen.at) if one.is_open and one.due and one.ends_with == "decision_issued"
    ]
    if found:
        return min(found)
    days, received = pen.desk.days, day_of(pen.case["received_at"])
    value = days.parameters.at("rsl.case_deadline", on=received)
    return last_day(received=received, amount=value.number, unit=value.unit, calendar=days.calendar)


def next_due(pen: Pen, *, at: datetime) -> date | None:
    """The date that comes next, seen from a moment."""
    return _next_date(pen, dates_of(pen, at=at))[0]


def settle(pen: Pen) -> None:
    """Reckon everything that lists show, at the moment of load, and add the rows of the dates."""
    case, now = pen.case, pen.desk.days.now
    dates = dates_of(pen, at=now)
    for one in dates:
        if one.due is not None:
            pen.tables["casework.Deadline"].add(
                case_id=pen.id,
                key=one.key,
                basis=one.basis.value,
                due=one.due,
                original_due=one.original_due,
                status=one.status.value,
                moved_days=one.moved_days,
                met_on=one.met_on,
                slip_told_at=pen.told.get(one.key),
            )
    case["next_due"], case["next_due_key"], case["next_due_basis"] = _next_date(pen, dates)
    if case["phase"] == Phase.CLOSED:
        case["next_act"] = ""
    elif case["caseworker_id"] is None:
        case["next_act"] = ActKind.TAKE.value
    else:
        act = rights.next_act_of(case=_as_case(pen), at=now) or next_act(_situation(pen, dates, now))
        case["next_act"] = act.kind.value if act else ""
        if act and act.kind in _THE_CITIZENS and case["ball"] != Ball.YOU:
            case["ball"], case["ball_since"] = Ball.YOU.value, pen.at


def _as_case(pen: Pen) -> "Case":
    return cast("Case", SimpleNamespace(**pen.case))


def _next_date(pen: Pen, dates: Iterable[law.Deadline]) -> tuple[date | None, str, str]:
    case, agreed = pen.case, law.Basis.AGREEMENT.value
    found = [(one.due, one.key, one.basis.value) for one in dates if one.is_open and one.due]
    if case["waiting_for"]:
        answers = [row["answer_by"] for row in pen.suspensions if row["ends"] is None and row["answer_by"]]
        found = [(day, "answer", agreed) for day in answers]
    if case["follow_up_on"] and case["phase"] == Phase.INTERVENTION:
        found.append((case["follow_up_on"], "follow_up", agreed))
    if case["phase"] == Phase.CLOSED or not found:
        return None, "", ""
    return min(found)


def _situation(pen: Pen, dates: Iterable[law.Deadline], now: datetime) -> Situation:
    case = pen.case
    early = case["phase"] in _EARLY
    made = next((row for row in pen.decisions if row["state"] == "issued"), None)
    slipped = [
        one for one in dates if one.status is law.DeadlineStatus.MISSED and not one.met_on and one.key not in pen.told
    ]
    return Situation(
        state=pen.state(),
        on=day_of(now),
        sufficiency=facts_on_file(pen, day_of(now)) if case["phase"] in _ON_FACTS else Sufficiency(rows=()),
        has_caseworker=True,
        hearing=hearing.HearingState.NOT_NEEDED if early else _hearing(pen, day_of(now)),
        decision=DecisionStatus.NONE if early else _decision(pen),
        appeal=AppealStatus.NONE if early or made is None else _appeal(pen, made["id"]),
        slipped=min(slipped, key=lambda one: one.due or date.max, default=None),
        follow_up_on=case["follow_up_on"],
        help=_help(pen, day_of(now)),
    )


def _help(pen: Pen, on: date) -> HelpSituation:
    """Where plan and order stand, as `apps.interventions` reads it from the database."""
    case = pen.case
    if case["outcome"] not in {Outcome.GRANTED, Outcome.PARTLY}:
        return NOTHING_GRANTED
    kind, order = pen.kind.spec.plan, _order(pen)
    helped = case["phase"] in {Phase.INTERVENTION, Phase.FOLLOW_UP}
    asked_for = helped and must_offer(kind, parameters=pen.desk.days.parameters, on=on)
    unsent = [row for row in pen.interventions if not row["ended_as"] and row["unit_id"] and not _orders_of(pen, row)]
    nothing = OrderStanding.TO_SEND if unsent else OrderStanding.NONE
    return HelpSituation(
        plan=_plan(pen, asked_for=asked_for),
        plan_article=PLAN_ARTICLES[kind] if kind else "",
        order=_ORDERS.get(OrderState(order["state"]), OrderStanding.NONE) if order else nothing,
        receiver="x" if order else "",
        answer_by=order["answer_by"] if order else None,
        starts_on=order["start_promised"] if order else None,
    )


def _plan(pen: Pen, *, asked_for: bool) -> PlanStanding:
    found = {row["state"]: row for row in pen.plans}
    shown = found.get(PlanState.SHOWN)
    if shown is not None and shown["citizen_signed_at"]:
        return PlanStanding.TO_SIGN
    for state, standing in _PLANS.items():
        if state in found:
            return standing
    return PlanStanding.TO_OFFER if asked_for else PlanStanding.NOT_ASKED_FOR


def _orders_of(pen: Pen, help_: Row) -> list[Row]:
    return [row for row in pen.orders if row["intervention_id"] == help_["id"]]


def _order(pen: Pen) -> Row | None:
    """The newest order of help that runs, if something is to be done about it."""
    running = [row for row in pen.interventions if not row["ended_as"]]
    latest = [_orders_of(pen, row)[-1] for row in running if _orders_of(pen, row)]
    return next((row for row in latest if OrderState(row["state"]) in _ORDERS), None)


def facts_on_file(pen: Pen, on: date, *, outcome: Outcome | None = None) -> Sufficiency:
    """The information list of a case on a day, by the same reckoning as everywhere."""
    spec = pen.kind.spec
    open_ones = [row for row in pen.requests if row["answered_at"] is None and row["withdrawn_at"] is None]
    on_file = sufficiency.OnFile(
        evidence=[
            sufficiency.Evidence(
                requirement_key=row["fact"],
                kind=sufficiency.EvidenceKind(row["kind"]),
                ref="",
                as_of=row["as_of"],
                value=row["value"],
                complete=row["complete"],
                superseded=_superseded(pen, row["theme_id"]),
                contradicts=row["contradicts_id"] is not None,
            )
            for row in (*pen.evidence.values(), *pen.against.values())
        ],
        ruled_out=[
            sufficiency.RuledOut(key=row["fact"], reason=row["reason"], by=row["by"], at=day_of(row["at"]))
            for row in pen.ruled_out.values()
        ],
        requested=[
            sufficiency.Requested(
                key=row["fact"],
                whom=Ball.YOU if row["source"] == "citizen" else Ball.OTHER,
                name=Text(da=row["whom"], en=row["whom"]),
                asked_on=day_of(row["asked_at"]),
                due=row["due"],
            )
            for row in open_ones
        ],
    )
    return sufficiency.sufficiency(
        requirements=sufficiency.requirements_of(spec), on_file=on_file, outcome=outcome, on=on
    )


def _superseded(pen: Pen, theme: int | None) -> bool:
    newest = max((number for _, number in pen.themes), default=1)
    newest = max(newest, len(pen.rounds))
    return any(row["id"] == theme and number < newest for (_, number), row in pen.themes.items())


def _hearing(pen: Pen, on: date) -> hearing.HearingState:
    written = next((row for row in pen.decisions if row["state"] in _OPEN), None)
    if written is None and pen.case["outcome"]:
        return hearing.HearingState.NOT_NEEDED
    asked = {fact["evidence"] for row in pen.hearings if row["stage"] != "failed" for fact in row["facts"]}
    against = [row for row in pen.evidence.values() if row["against_party"] and not row["party_knows"]]
    outcome = Outcome(written["outcome"]) if written else None
    grants_all = outcome is not None and outcome.fully_in_favour
    owed = () if grants_all else tuple(row["fact"] for row in against if row["id"] not in asked)
    if owed:
        return hearing.state(owed=owed, hearing=None, required=False, on=on)
    newest = next((row for row in reversed(pen.hearings) if row["stage"] != "failed"), None)
    required = outcome is not None and pen.kind.spec.outcome(outcome).requires_hearing
    return hearing.state(owed=(), hearing=_done(newest, on) if newest else None, required=required, on=on)


def _done(row: dict[str, object], on: date) -> hearing.Hearing:
    due, sent, answered = row["due"], row["sent_at"], row["answered_at"]
    if not isinstance(due, date) or not isinstance(sent, datetime):
        return hearing.Hearing(exemption=hearing.Exemption(str(row["exemption"])), why=str(row["exempted_why"]))
    return hearing.Hearing(
        sent_on=day_of(sent),
        answer_by=due if row["received_on"] else max(due, on),
        answered_on=day_of(answered) if isinstance(answered, datetime) else None,
    )


def _decision(pen: Pen) -> DecisionStatus:
    written = next((row for row in pen.decisions if row["state"] in _OPEN), None)
    if written is not None:
        return _WRITTEN.get(written["state"], DecisionStatus.DRAFT)
    made = next((row for row in pen.decisions if row["state"] == "issued"), None)
    if made is not None and pen.case["outcome"]:
        return _UNDER_WAY.get(made["letter"], DecisionStatus.SENT)
    return DecisionStatus.NONE


def _appeal(pen: Pen, decision_id: int) -> AppealStatus:
    newest = next(
        (
            row
            for row in reversed(pen.appeals)
            if row["state"] in {"filed", "forwarded"} and row["decision_id"] == decision_id
        ),
        None,
    )
    board = pen.boards[-1] if pen.boards else None
    if newest is None or (board is not None and newest["state"] != "filed"):
        asks = {"changed": AppealStatus.CHANGED, "remitted": AppealStatus.REMITTED}
        ours = board is not None and board["decision_id"] == decision_id
        return asks.get(board["outcome"], AppealStatus.NONE) if board and ours else AppealStatus.NONE
    if newest["state"] == "filed":
        return AppealStatus.REGISTERED
    return AppealStatus.FORWARDED if pen.case["outcome"] else AppealStatus.NONE
