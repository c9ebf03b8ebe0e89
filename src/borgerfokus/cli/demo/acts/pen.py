"""A case being written in memory: opened for one act at a time, with its events chained as they are appended."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from borgerfokus.apps.casework.events import Announced
from borgerfokus.apps.offers.models import Offer
from borgerfokus.cli.demo.casetypes import Kind
from borgerfokus.cli.demo.citizens import Citizen
from borgerfokus.cli.demo.days import Days
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.organisation import Organisation, Worker
from borgerfokus.cli.demo.tables import Row, Tables
from borgerfokus.core.casework.ball import Ball, Surroundings, Waiting, ball_of
from borgerfokus.core.casework.state import ClosedReason, Phase, State
from borgerfokus.core.chain import GENESIS, SALT_LENGTH, Link, commit, link
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.offers.offer import Offer as OfferValue
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.scope import Look, Purpose

_LOGGED = 0.4
"""The share of acts before which the case was opened anew; the others follow on the same page."""
_HERE = frozenset({Phase.CONTACT, Phase.INTAKE, Phase.INFORMATION, Phase.ASSESSMENT, Phase.DECISION})


class OutOfOrder(ValueError):
    """A story tells something before what came before it, or after the moment of load."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who acts: `subject` as events and logs write it."""

    subject: str
    name: str
    id: int = 0
    unit_id: int | None = None


def worker(one: Worker) -> Hand:
    """An employee."""
    return Hand(one.subject, one.name, one.id, one.unit_id)


def citizen(one: Citizen) -> Hand:
    """A citizen."""
    return Hand(one.subject, one.name, one.id)


def system(name: str) -> Hand:
    """A job of the platform."""
    return Hand("system:0", name)


@dataclass
class Desk:
    """What all stories share. `files` holds contents by checksum, `key` is that of the chain; `offers` by key."""

    tables: Tables
    days: Days
    organisation: Organisation
    kinds: dict[str, Kind]
    key: bytes
    looks: Draw
    files: dict[str, bytes] = field(default_factory=dict)
    unit_keys: dict[int, str] = field(default_factory=dict)
    offers: dict[str, Row] = field(default_factory=dict)
    offer_values: dict[str, OfferValue] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.offer_values = {key: Offer(**row).value for key, row in self.offers.items()}
        self.unit_keys = {number: key for key, number in self.organisation.unit_ids.items()}


@dataclass
class Pen:
    """A case and what belongs to it. Acts open it with `act`, change rows, and append events."""

    desk: Desk
    kind: Kind
    citizen: Citizen
    case: Row
    by: Hand = field(default_factory=lambda: system("demo"))
    suspensions: list[Row] = field(default_factory=list)
    extensions: list[Row] = field(default_factory=list)
    evidence: dict[str, Row] = field(default_factory=dict)
    ruled_out: dict[str, Row] = field(default_factory=dict)
    requests: list[Row] = field(default_factory=list)
    consents: dict[str, Row] = field(default_factory=dict)
    against: dict[str, Row] = field(default_factory=dict)
    boards: list[Row] = field(default_factory=list)
    hearings: list[Row] = field(default_factory=list)
    decisions: list[Row] = field(default_factory=list)
    appeals: list[Row] = field(default_factory=list)
    grants: list[Row] = field(default_factory=list)
    held: list[Row] = field(default_factory=list)
    told: dict[str, datetime] = field(default_factory=dict)
    plans: list[Row] = field(default_factory=list)
    goals: list[Row] = field(default_factory=list)
    goal_steps: list[Row] = field(default_factory=list)
    interventions: list[Row] = field(default_factory=list)
    periods: list[Row] = field(default_factory=list)
    orders: list[Row] = field(default_factory=list)
    order_goals: list[Row] = field(default_factory=list)
    follow_ups: list[Row] = field(default_factory=list)
    assessments: int = 0
    rounds: list[Row] = field(default_factory=list)
    themes: dict[tuple[str, int], Row] = field(default_factory=dict)

    @property
    def id(self) -> int:
        """The number of the case row."""
        number: int = self.case["id"]
        return number

    @property
    def at(self) -> datetime:
        """The moment of the act that is open, or of the last one."""
        moment: datetime = self.case["last_activity_at"]
        return moment

    @property
    def tables(self) -> Tables:
        """The tables that everything goes to."""
        return self.desk.tables

    @contextmanager
    def act(self, action: str, *, by: Hand, at: datetime) -> Iterator["Pen"]:
        """Open the case for one act. Raises OutOfOrder for a moment before the last act or in the future."""
        if at < self.at or at > self.desk.days.now:
            raise OutOfOrder(f"{self.case['number']}: {action} at {at}, last {self.at}")
        self.by, self.case["last_activity_at"] = by, at
        yield self
        self.case["version"] += 1
        self._pass_the_ball()
        self.record(action)
        if self.by.unit_id is not None and self.desk.looks.chance(_LOGGED):
            self.look()

    def record(self, action: str, *, about: str = "", **detail: object) -> None:
        """A row in the log of acts."""
        self.tables["audit.Entry"].add(
            at=self.at,
            action=action,
            subject=self.by.subject,
            unit_id=self.by.unit_id,
            case_id=self.id,
            object=about,
            detail=detail,
        )

    def look(self, *, look: Look = Look.VIEW, purpose: Purpose = Purpose.CASEWORK, reason: str = "") -> None:
        """A row in the log of look-ups: the citizen was shown to whoever acts."""
        self.tables["audit.Lookup"].add(
            at=self.at,
            subject=self.by.subject,
            subject_name=self.by.name,
            unit_id=self.by.unit_id,
            person_id=self.citizen.id,
            case_id=self.id,
            look=look.value,
            purpose=purpose.value,
            reason=reason,
        )

    def append(self, event: Announced) -> None:
        """Add an event to the case's chain."""
        case, salt, payload = self.case, os.urandom(SALT_LENGTH), event.payload()
        commitment = commit(payload=payload, salt=salt)
        case["event_count"] += 1
        fields = Link(
            case_id=str(self.id),
            seq=case["event_count"],
            kind=event.kind,
            at=self.at,
            actor=self.by.subject,
            commitment=commitment,
        )
        case["last_link"] = link(key=self.desk.key, previous=case["last_link"] or GENESIS, fields=fields)
        row = self.tables["casework.Event"].add(
            case_id=self.id,
            seq=case["event_count"],
            at=self.at,
            kind=event.kind,
            actor=self.by.subject,
            unit_id=self.by.unit_id,
            phase=case["phase"],
            commitment=commitment,
            link=case["last_link"],
        )
        self.tables["casework.EventPayload"].add(event_id=row["id"], case_id=self.id, salt=salt, payload=payload)

    def state(self) -> State:
        """The case as the lifecycle knows it."""
        case = self.case
        return State(
            phase=Phase(case["phase"]),
            decided=Outcome(case["outcome"]) if case["outcome"] else None,
            waiting=self.waiting(),
            closed_reason=ClosedReason(case["closed_reason"]) if case["closed_reason"] else None,
        )

    def waiting(self) -> Waiting | None:
        """Whom the case waits for."""
        case = self.case
        if not case["waiting_for"]:
            return None
        name = Text(da=case["waiting_on"], en=case["waiting_on"])
        return Waiting(whom=Ball(case["waiting_for"]), name=name, why=name, since=day_of(case["ball_since"]))

    def _pass_the_ball(self) -> None:
        case, waiting = self.case, self.waiting()
        default = Ball.US if case["phase"] in _HERE else self.kind.spec.phase(Phase(case["phase"])).ball
        holder = ball_of(
            closed=case["phase"] == Phase.CLOSED,
            waits=[waiting] if waiting else [],
            around=Surroundings(us=case["number"], other=self.kind.spec.responsible.carried_out_by, by_default=default),
        )
        if holder.ball != case["ball"]:
            case["ball"], case["ball_since"] = holder.ball.value, self.at
