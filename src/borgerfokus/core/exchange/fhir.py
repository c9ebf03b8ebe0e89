"""Plan, goals, help and follow-ups as a FHIR R4 bundle, written after the profiles of KL (FFB reporting); never read.

    CarePlan        the plan, with its goals and what is given
    Goal            a goal of the plan, what it is for, and whether it is reached
    ServiceRequest  help that was granted
    Procedure       help that has been given to its end
    Encounter       a follow-up with the citizen
    Observation     what a follow-up says of a goal

`docs/reference/fhir.md` says which profile each of them follows, and what it lacks.

The codes that the profiles fix are theirs. No profile is named in `meta`: what they ask for beside (target groups, the
codes of interventions) is not kept here in their words, and a bundle must not claim more than it holds. The citizen is
a reference by our own number, or left out.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

MEDIA_TYPE: Final = "application/fhir+json"
_OWN: Final = "/fhir/"
_KL: Final = "http://fhir.kl.dk/term/CodeSystem/KLCommonCareSocialCodes"
_SNOMED: Final = "http://snomed.info/sct"
_GOAL_CATEGORY: Final = {"system": _KL, "code": "0bb3daef-538d-45dc-b444-abdbcb63f6bc", "display": "FFB indsatsmål"}
_GOAL_CODE: Final = {"system": _SNOMED, "code": "410518001"}
_FOLLOW_UP_CODE: Final = {"system": _SNOMED, "code": "712744002"}
_FOLLOW_UP_VISIT: Final = {"system": _KL, "code": "9f03dfbb-7a97-45a5-94db-d4c3501714a9"}
_GOAL_TYPE: Final = {"system": _KL, "code": "90c48f03-f194-4b2f-ad7d-6cba1069ae48"}
_LEVEL: Final = {"system": _KL, "code": "66959f77-6e2a-4574-8423-3ff097f8b9fa"}
_PLAN_STATES: Final = {
    "shown": "draft",
    "agreed": "active",
    "declined": "revoked",
    "replaced": "completed",
    "ended": "completed",
}
_ACHIEVED: Final = {
    "reached": "achieved",
    "partly": "improving",
    "not_reached": "not-achieved",
    "given_up": "not-attainable",
    "yes": "achieved",
    "not_yet": "in-progress",
    "no": "not-achieved",
}
_ACHIEVEMENT: Final = "http://terminology.hl7.org/CodeSystem/goal-achievement"
_CLASS: Final = "http://terminology.hl7.org/CodeSystem/v3-ActCode"


@dataclass(frozen=True)
class GoalOf:
    """A goal. `kind` is develop, maintain or limit_loss; `ended_as` "" while it runs."""

    id: int
    kind: str
    theme: str
    title: str
    started_on: date
    ended_on: date | None
    ended_as: str


@dataclass(frozen=True)
class HelpOf:
    """Help that was granted, `[starts, ended_on)`; `completed`: given to its end."""

    id: int
    title: str
    starts: date | None
    ended_on: date | None
    completed: bool


@dataclass(frozen=True)
class FollowUpOf:
    """A follow-up, and what it says of each goal: (goal, reached, level now)."""

    id: int
    on: date
    said: Sequence[tuple[int, str, int | None]]


@dataclass(frozen=True)
class PlanOf:
    """A plan as it stands; `id` 0 where there is none. `content` False: no words of goals and help may be told."""

    id: int
    case: str
    citizen: int | None
    state: str
    kind: str
    agreed_at: datetime | None
    ended_at: datetime | None
    goals: Sequence[GoalOf]
    helps: Sequence[HelpOf]
    follow_ups: Sequence[FollowUpOf]
    content: bool = True


def bundle(plan: PlanOf, *, source: str, at: datetime) -> bytes:
    """The plan with everything that hangs on it, as a collection."""
    writer = _Writer(plan, source)
    found = [writer.plan()] if plan.id else []
    found += [*map(writer.goal, plan.goals), *map(writer.request, plan.helps)]
    found += [writer.procedure(one) for one in plan.helps if one.ended_on is not None]
    for one in plan.follow_ups:
        found += [writer.encounter(one), *writer.observations(one)]
    entries = [{"fullUrl": writer.address(one["resourceType"], one["id"]), "resource": one} for one in found]
    told = {"resourceType": "Bundle", "type": "collection", "timestamp": at.isoformat(), "entry": entries}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(frozen=True)
class _Writer:
    of: PlanOf
    source: str

    def address(self, kind: str, number: str) -> str:
        return f"{self.source}{_OWN}{kind}/{number}"

    def _resource(self, kind: str, number: object) -> dict[str, Any]:
        told: dict[str, Any] = {"resourceType": kind, "id": str(number)}
        if self.of.citizen is not None:
            identifier = {"system": f"{self.source}{_OWN}citizen", "value": str(self.of.citizen)}
            told["subject"] = {"identifier": identifier}
        else:
            told["subject"] = {"display": "Borger"}
        return told

    def _to(self, kind: str, number: object) -> dict[str, str]:
        return {"reference": f"{kind}/{number}"}

    def _words(self, text: str, otherwise: str) -> dict[str, str]:
        return {"text": text if self.of.content and text else otherwise}

    def plan(self) -> dict[str, Any]:
        """The plan itself."""
        of = self.of
        told = self._resource("CarePlan", of.id)
        told |= {
            "identifier": [{"system": f"{self.source}{_OWN}case", "value": of.case}],
            "status": _PLAN_STATES[of.state],
            "intent": "plan",
            "category": [{"coding": [{"system": f"{self.source}{_OWN}plan-kind", "code": of.kind}]}],
        }
        if of.agreed_at is not None:
            told["period"] = _period(of.agreed_at.isoformat(), of.ended_at.isoformat() if of.ended_at else None)
        if of.goals:
            told["goal"] = [self._to("Goal", one.id) for one in of.goals]
        if of.helps:
            told["activity"] = [{"reference": self._to("ServiceRequest", one.id)} for one in of.helps]
        return told

    def goal(self, one: GoalOf) -> dict[str, Any]:
        """A goal of the plan."""
        told = self._resource("Goal", one.id)
        told |= {
            "lifecycleStatus": "completed" if one.ended_as else "active",
            "category": [{"coding": [_GOAL_CATEGORY]}],
            "description": {"coding": [_GOAL_CODE], **self._words(one.title, "Mål")},
            "target": [{"measure": {"coding": [_GOAL_TYPE]}, "detailCodeableConcept": {"text": one.kind}}],
            "startDate": one.started_on.isoformat(),
        }
        if one.ended_as:
            told["achievementStatus"] = _achieved(one.ended_as)
        if one.ended_on is not None:
            told["statusDate"] = one.ended_on.isoformat()
        return told

    def request(self, one: HelpOf) -> dict[str, Any]:
        """Help that was granted."""
        told = self._resource("ServiceRequest", one.id)
        told |= {
            "status": "completed" if one.ended_on else "active",
            "intent": "order",
            "code": self._words(one.title, "Indsats"),
        }
        if one.starts is not None:
            told["occurrencePeriod"] = _period(one.starts.isoformat(), _iso(one.ended_on))
        return told

    def procedure(self, one: HelpOf) -> dict[str, Any]:
        """Help that has been given."""
        told = self._resource("Procedure", one.id)
        told |= {
            "basedOn": [self._to("ServiceRequest", one.id)],
            "status": "completed" if one.completed else "stopped",
            "code": self._words(one.title, "Indsats"),
        }
        if one.starts is not None:
            told["performedPeriod"] = _period(one.starts.isoformat(), _iso(one.ended_on))
        return told

    def encounter(self, one: FollowUpOf) -> dict[str, Any]:
        """A follow-up with the citizen."""
        told = self._resource("Encounter", one.id)
        told |= {
            "status": "finished",
            "class": {"system": _CLASS, "code": "HH"},
            "type": [{"coding": [_FOLLOW_UP_VISIT]}],
            "period": _period(one.on.isoformat(), one.on.isoformat()),
        }
        return told

    def observations(self, one: FollowUpOf) -> list[dict[str, Any]]:
        """What a follow-up says of each goal."""
        return [self._observation(one, goal, reached, level) for goal, reached, level in one.said]

    def _observation(self, one: FollowUpOf, goal: int, reached: str, level: int | None) -> dict[str, Any]:
        told = self._resource("Observation", f"{one.id}-{goal}")
        told |= {
            "status": "final",
            "code": {"coding": [_FOLLOW_UP_CODE]},
            "focus": [self._to("Goal", goal)],
            "encounter": self._to("Encounter", one.id),
            "effectiveDateTime": one.on.isoformat(),
            "valueCodeableConcept": _achieved(reached),
        }
        if level is not None:
            told["component"] = [{"code": {"coding": [_LEVEL]}, "valueInteger": level}]
        return told


def _achieved(word: str) -> dict[str, Any]:
    return {"coding": [{"system": _ACHIEVEMENT, "code": _ACHIEVED[word]}]}


def _period(starts: str, ends: str | None) -> dict[str, str]:
    return {"start": starts, "end": ends} if ends else {"start": starts}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
