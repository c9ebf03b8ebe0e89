"""A case in the standards' own documents, as the program may know it: the SF1470 index and the FHIR bundle."""

from dataclasses import dataclass
from datetime import datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.exchange.queries import content
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import oio_of
from borgerfokus.core.exchange import fhir, index
from borgerfokus.core.exchange.fields import FieldGroup
from borgerfokus.foundation.access.actor import Actor

_COMPLETED = frozenset({"completed", "replaced"})


@dataclass(frozen=True)
class MadeDocument:
    """A document, and what kind of file it is."""

    content: bytes
    media_type: str
    suffix: str


def index_of(*, number: str, source: str, by: Actor, at: datetime) -> MadeDocument:
    """A case and its documents for the case and document index, as the case stands. Raises Hidden."""
    case = casework.find(number=number, by=by, at=at)
    spec = case.type_version.spec
    about = FieldGroup.CASE_SUBJECT in by.groups
    listed = content.documents(number=number, by=by, at=at) if FieldGroup.DOCUMENT_BASIS in by.groups else []
    found = index.IndexedCase(
        number=case.number,
        registered_at=case.last_activity_at,
        received_at=case.received_at,
        course=oio_of(Phase(case.phase)),
        course_since=case.phase_since,
        unit=case.unit.key,
        title=case.title if about else None,
        article=f"{spec.act} {spec.section}" if about else None,
        kle=spec.kle if about else None,
        citizen=case.citizen_id if FieldGroup.CITIZEN in by.groups else None,
        documents=tuple(
            index.IndexedDocument(
                id=one["id"],
                title=one.get("title"),
                direction=one["direction"] or "internal",
                at=one["happened_at"],
                version=one["version"] or 1,
            )
            for one in listed
            if not one["withheld"]
        ),
    )
    return MadeDocument(index.document_of(found, source=source), index.MEDIA_TYPE, "xml")


def care_plan_of(*, number: str, source: str, by: Actor, at: datetime) -> MadeDocument:
    """The newest plan of a case that the citizen was shown, with goals, help and follow-ups. Raises Hidden."""
    case = casework.find(number=number, by=by, at=at)
    found = interventions.help_of(case_id=case.pk)
    plan = next((one for one in found.plans if one.state in content.SHOWN_PLANS), None)
    of_plan = fhir.PlanOf(
        id=plan.pk if plan else 0,
        case=case.number,
        citizen=case.citizen_id if FieldGroup.CITIZEN in by.groups else None,
        state=plan.state if plan else "",
        kind=plan.kind if plan else "",
        agreed_at=plan.signed_at if plan else None,
        ended_at=plan.ended_at if plan else None,
        goals=tuple(_goal(one) for one in found.goals if one.shown_at is not None),
        helps=tuple(_help(one, found) for one in found.interventions),
        follow_ups=tuple(_follow_up(one, found) for one in found.follow_ups),
        content=FieldGroup.PLAN_CONTENT in by.groups,
    )
    return MadeDocument(fhir.bundle(of_plan, source=source, at=at), fhir.MEDIA_TYPE, "json")


def _goal(one: interventions.Goal) -> fhir.GoalOf:
    return fhir.GoalOf(
        id=one.pk,
        kind=one.kind,
        theme=one.theme,
        title=one.title,
        started_on=one.started_on,
        ended_on=one.ended_on,
        ended_as=one.ended_as,
    )


def _help(one: interventions.Intervention, found: interventions.Help) -> fhir.HelpOf:
    periods = found.periods_of(one)
    return fhir.HelpOf(
        id=one.pk,
        title=one.title,
        starts=periods[0].starts if periods else None,
        ended_on=one.ended_on,
        completed=one.ended_as in _COMPLETED,
    )


def _follow_up(one: interventions.FollowUp, found: interventions.Help) -> fhir.FollowUpOf:
    said = tuple((row.goal_id, row.reached, row.level_now) for row in found.said_of(one))
    return fhir.FollowUpOf(id=one.pk, on=one.on, said=said)
