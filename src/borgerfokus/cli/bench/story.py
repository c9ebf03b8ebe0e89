"""One case of the benchmark with its eight events, chained like every other case."""

import os
from dataclasses import dataclass
from datetime import datetime, timedelta

from borgerfokus.cli.bench.cast import Kind, Team
from borgerfokus.cli.demo.tables import Row, Tables
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.chain import GENESIS, SALT_LENGTH, Json, Link, commit, link
from borgerfokus.core.dates import day_of

OPEN_EVERY = 3
"""Every third case is open, the others are closed."""
EVENTS = 8
_OPEN_PHASES = (Phase.INTAKE, Phase.INFORMATION, Phase.ASSESSMENT, Phase.DECISION, Phase.INTERVENTION)
_NEED = "Jeg har svært ved at få hverdagen til at hænge sammen og har brug for støtte til at komme i gang igen."


@dataclass(frozen=True)
class Plan:
    """What the case at a place in the row is about, and who has it. `due_days` is its first date after receipt."""

    place: int
    kind: Kind
    team: Team
    person: int
    due_days: int

    @property
    def is_open(self) -> bool:
        """Whether the case runs."""
        return self.place % OPEN_EVERY == 0

    @property
    def worker(self) -> int:
        """The caseworker, the same through the whole case."""
        return self.team.workers[self.place // 7 % len(self.team.workers)]

    def received(self, now: datetime) -> datetime:
        """Open cases came in these three months, closed ones during three years."""
        days = 1 + self.place * 31 % 90 if self.is_open else 100 + self.place * 17 % 1000
        return now - timedelta(days=days, minutes=self.place * 7 % 480)


def tell(tables: Tables, plan: Plan, *, now: datetime, key: bytes) -> None:
    """Add the case and its events."""
    received = plan.received(now)
    case = _case(tables, plan, received, now)
    worker = f"employee:{plan.worker}"
    for number, (kind, payload) in enumerate(_happened(plan, case)):
        by = "client:1" if number == 0 else worker
        _append(tables, case, (kind, payload), by=by, at=received + timedelta(hours=3 * number + 1), key=key)


def _case(tables: Tables, plan: Plan, received: datetime, now: datetime) -> Row:
    row = tables["casework.Case"].add(
        type_version_id=plan.kind.version_id,
        type_key=plan.kind.spec.key,
        title=plan.kind.spec.title_citizen.da,
        citizen_id=plan.person,
        unit_id=plan.team.id,
        caseworker_id=plan.worker,
        source="self_service",
        need=_NEED,
        received_at=received,
        phase_since=received + timedelta(days=1),
        ball_since=received,
        last_activity_at=min(now, received + timedelta(days=2)),
        moments={"request_received": received.isoformat(), "case_opened": received.isoformat()},
    )
    row["number"] = f"{received.year}-{row['id']:06d}"
    row |= _standing(plan, received)
    return row


def _standing(plan: Plan, received: datetime) -> Row:
    if plan.is_open:
        due = day_of(received) + timedelta(days=plan.due_days)
        phase = _OPEN_PHASES[plan.place // OPEN_EVERY % len(_OPEN_PHASES)]
        decided = phase is Phase.INTERVENTION
        return {
            "phase": phase,
            "outcome": "granted" if decided else "",
            "decided_at": received + timedelta(days=1) if decided else None,
            "next_due": due,
            "next_due_key": "decision",
            "next_due_basis": "own",
            "next_act": "",
        }
    return {
        "phase": Phase.CLOSED,
        "closed_reason": "completed",
        "closed_at": received + timedelta(days=60),
        "outcome": "granted",
        "decided_at": received + timedelta(days=30),
        "ball": "none",
    }


def _happened(plan: Plan, case: Row) -> list[tuple[str, dict[str, Json]]]:
    found: list[tuple[str, dict[str, Json]]] = [
        ("case.opened", {"type_key": plan.kind.spec.key, "type_number": 1, "unit": "team", "source": "self_service"}),
        ("case.taken", {"employee": plan.worker, "before": None}),
        ("case.phase", {"step": "start", "before": "intake", "after": "information", "reason": "", "receiver": ""}),
        ("task.given", {"task": case["id"], "task_kind": "ask", "for_whom": "citizen", "due": ""}),
        ("case.suspended", {"waiting_for": "you", "waiting_on": "", "reason": "Vi venter på svar.", "answer_by": ""}),
        ("task.done", {"task": case["id"], "task_kind": "ask", "result": "answered"}),
        ("case.resumed", {"because": "answered"}),
    ]
    after = case["phase"]
    last = {"step": "go", "before": "information", "after": str(after), "reason": "", "receiver": ""}
    return [*found, ("case.phase", dict(last))]


def _append(
    tables: Tables, case: Row, said: tuple[str, dict[str, Json]], *, by: str, at: datetime, key: bytes
) -> None:
    kind, payload = said
    salt = os.urandom(SALT_LENGTH)
    commitment = commit(payload=payload, salt=salt)
    case["event_count"] += 1
    fields = Link(
        case_id=str(case["id"]), seq=case["event_count"], kind=kind, at=at, actor=by, commitment=commitment
    )
    case["last_link"] = link(key=key, previous=case["last_link"] or GENESIS, fields=fields)
    row = tables["casework.Event"].add(
        case_id=case["id"],
        seq=case["event_count"],
        at=at,
        kind=kind,
        actor=by,
        unit_id=case["unit_id"],
        phase=case["phase"],
        commitment=commitment,
        link=case["last_link"],
    )
    tables["casework.EventPayload"].add(event_id=row["id"], case_id=case["id"], salt=salt, payload=payload)
