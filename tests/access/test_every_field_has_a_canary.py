"""The canaries cover every personal field: one that holds none in the scene must say here why it cannot."""

from datetime import datetime

import pytest
from django.db import connection, models

from borgerfokus.foundation.access.declare import Protection, declaration, own_models
from borgerfokus.foundation.access.scope import Purpose, acting_as
from tests.access.scene import SYSTEM, Scene

pytestmark = pytest.mark.django_db

_A_LINK = "a number that stands for a person or an employee; the name it leads to is a canary"
_A_DATE = "a day or moment"
_A_CODE = "one of a few codes of the program"
_A_YES_OR_NO = "yes or no"
_COMPUTED = "made by the program from something else"
_STAFF = "about an employee: open information"

WITHOUT: dict[str, dict[str, str]] = {
    "access.Grant": {"subject": _A_LINK},
    "assessment.Assessment": {"by_name": _STAFF, "level": "a number from 0 to 4"},
    "assessment.FactRequest": {"text": _COMPUTED},
    "assessment.AssessmentRound": {"by_name": _STAFF},
    "assessment.ThemeAssessment": {
        "by_name": _STAFF,
        "level_now": "a number from 0 to 4, or 9",
        "level_expected": "a number from 0 to 4, or 9",
        "subthemes": "keys of the frame",
        "performance": _A_CODE,
        "meaning": _A_CODE,
    },
    "audit.Entry": {"subject": _A_LINK},
    "audit.Lookup": {"subject": _A_LINK, "person_id": _A_LINK},
    "booking.Absence": {"employee": _STAFF},
    "booking.Appointment": {
        "reason": "a version of what one can book about",
        "video": "the municipality's address with a room made by the program",
        "interpreting": _A_CODE,
    },
    "booking.AppointmentEntry": {"by_name": _STAFF},
    "booking.CalendarFeed": {"subject": _A_LINK},
    "booking.Hold": {"employee": _STAFF},
    "booking.OpeningHours": {"employee": _STAFF},
    "booking.OutsideBusy": {"employee": _STAFF},
    "booking.OutsideCalendar": {"employee": _STAFF},
    "booking.WaitingPlace": {"reason_key": _A_CODE},
    "casework.Case": {
        "citizen": _A_LINK,
        "received_at": _A_DATE,
        "moments": _A_DATE,
        "phase": _A_CODE,
        "phase_since": _A_DATE,
        "waiting_for": _A_CODE,
        "waiting_on": "set only while the case waits; the same word stands in Suspension.waiting_on",
        "closed_at": _A_DATE,
        "closed_reason": _A_CODE,
        "decided_at": _A_DATE,
        "follow_up_on": _A_DATE,
        "ball": _A_CODE,
        "ball_since": _A_DATE,
        "sealed": _A_YES_OR_NO,
        "type_key": _A_CODE,
        "target_groups": _A_CODE,
        "outcome": _A_CODE,
    },
    "casework.Event": {"actor": _A_LINK},
    "casework.Party": {"person": _A_LINK, "role": _A_CODE},
    "case_messages.CaseMessage": {"by": _A_LINK},
    "case_messages.Reading": {"subject": _A_LINK},
    "case_messages.Thread": {"started_by": _A_LINK, "closed_by": _A_LINK},
    "coordination.CommonGoal": {"citizen": _A_LINK, "status": _A_CODE},
    "coordination.Coordinator": {"citizen": _A_LINK, "employee": _STAFF},
    "coordination.Invitee": {"person": _A_LINK},
    "coordination.Meeting": {"citizen": _A_LINK},
    "coordination.Sharing": {"citizen": _A_LINK, "parts": _A_CODE, "themes": "keys of the frame"},
    "coordination.Transition": {
        "citizen": _A_LINK,
        "child_owner": _STAFF,
        "adult_owner": _STAFF,
        **dict.fromkeys(("met_on", "applied_on", "child_ends", "adult_starts"), _A_DATE),
    },
    "coordination.TransitionNeed": {
        "offer": "a version of an offer in the catalogue",
        **dict.fromkeys(("low", "likely", "high"), "a number of hours or months"),
    },
    "coordination.TransitionTopic": {"state": _A_CODE, "by_name": _STAFF},
    "decisions.Appeal": {"filed_by": _A_LINK, "relation": _A_CODE, "outcome": _A_CODE},
    "decisions.DecisionCopy": {"person": _A_LINK, "relation": _A_CODE},
    "decisions.Decision": {"starts": _A_DATE, "ends": _A_DATE, "follow_up_on": _A_DATE, "outcome": _A_CODE},
    "dialogue.Experience": {
        "person": _A_LINK,
        "answered_by": _A_LINK,
        "understood": _A_CODE,
        "coherent": _A_CODE,
        "named": _A_YES_OR_NO,
    },
    "dialogue.Concern": {
        "citizen": _A_LINK,
        "received_at": _A_DATE,
        "assessed_at": _A_DATE,
        "way": _A_CODE,
        "way_at": _A_DATE,
        "parents_know": _A_CODE,
        "told_acute": _A_YES_OR_NO,
        "told_violence": _A_YES_OR_NO,
        "violence": _A_YES_OR_NO,
    },
    "dialogue.ConcernAssessment": {"by_name": _STAFF, "danger": _A_CODE, "violence": _A_YES_OR_NO},
    "dialogue.ConcernHappening": {"by_name": _STAFF},
    "dialogue.Notifier": {"anonymous": _A_YES_OR_NO, "function": _A_CODE},
    "dialogue.Notice": {"person": _A_LINK},
    "dialogue.Complaint": {"person": _A_LINK, "case": _A_LINK},
    "dialogue.OwnMeasure": {"value": "a number of its own; its series and its note are the canaries"},
    "dialogue.OwnNote": {"subject": _A_LINK},
    "dialogue.OwnSeries": {"subject": _A_LINK},
    "people.OneTimeHelp": {"person": _A_LINK, "helper": _A_LINK, "code_sealed": _COMPUTED},
    "dialogue.Request": {"citizen": _A_LINK, "submitted_by": _A_LINK, "relation": _A_CODE, "type_key": _A_CODE},
    "dialogue.Seen": {"subject": _A_LINK},
    "drafts.Draft": {"subject": _A_LINK, "key": _COMPUTED},
    "files.StoredFile": {"owner_subject": _A_LINK, "uploaded_by": _A_LINK, "sha256": _COMPUTED, "path": _COMPUTED},
    "guidance.AskedQuestion": {"asked_by_name": _STAFF, "answered_by_name": _STAFF},
    "guidance.IntroductionTick": {"subject": _A_LINK},
    "guidance.PageComment": {"by_name": _STAFF},
    "insight.FigureSubscription": {"employee": _STAFF},
    "reminders.StaffReminder": {"employee": _STAFF},
    "interventions.ActionPlan": {
        "citizen_signed_by": _A_LINK,
        "signed_name": _STAFF,
        "by_name": _STAFF,
    },
    "interventions.FollowUp": {"satisfaction": "a number from 1 to 5", "outcome": _A_CODE, "by_name": _STAFF},
    "interventions.FollowUpGoal": {"level_now": "a number from 0 to 4", "reached": _A_CODE},
    "interventions.Goal": {
        "kind": _A_CODE,
        "level_start": "a number from 0 to 4",
        "level_expected": "a number from 0 to 4",
        "ended_as": _A_CODE,
    },
    "interventions.GoalStep": {"done_by": _A_LINK},
    "interventions.Intervention": {
        "by_name": _STAFF,
        "offer": "a version of an offer in the public catalogue",
        "ended_as": _A_CODE,
    },
    "interventions.InterventionPeriod": {"hours_per_week": "a number of hours", "days_per_week": "a number of days"},
    "interventions.Order": {"sent_name": _STAFF, "answered_name": _STAFF},
    "interventions.OrderDocument": {"by_name": _STAFF},
    "interventions.OrderQuestion": {"by_name": _STAFF, "answered_name": _STAFF},
    "interventions.PlanComment": {"by": _A_LINK},
    "interventions.StatusNote": {"by_name": _STAFF, "measured": "a number"},
    "interventions.StatusNoteGoal": {"level_now": "a number from 0 to 4", "measured": "a number"},
    "journal.Entry": {
        "author": _A_LINK,
        "withheld_by": _STAFF,
        "withheld_article": "a reference to an act",
    },
    "journal.EntryText": {"written_by": _A_LINK},
    "logcontrol.ControlItem": {
        "person_id": _A_LINK,
        "employee": _STAFF,
        "reviewer": _STAFF,
        "looked_at": _A_DATE,
        "score": "a number of points",
        **dict.fromkeys(("signals", "ground", "outcome"), _A_CODE),
    },
    "logcontrol.KnownPerson": {"person_id": _A_LINK},
    "logcontrol.StaffPerson": {"employee": _STAFF, "person_id": _A_LINK},
    "login.Account": {"username": _STAFF, "employee": _STAFF},
    "login.Device": {"subject": _A_LINK},
    "offers.OfferChoice": {
        "by_name": _STAFF,
        "offer": "a version of an offer in the public catalogue",
        "considered": "a version of an offer in the public catalogue",
    },
    "organisation.Employee": dict.fromkeys(("name", "initials", "title", "phone", "email"), _STAFF),
    "organisation.Engagement": {"employee": _STAFF},
    "outbox.BatchEntry": {"person_id": _A_LINK},
    "outbox.Message": {"person_id": _A_LINK},
    "outbox.NoticeWay": {"person_id": _A_LINK, "address_sealed": "sealed in the table"},
    "outbox.SimulatedPost": {"person_id": _A_LINK},
    "outbox.Mail": {"subject": _COMPUTED},
    "people.Address": {"postcode": "four digits"},
    "people.Kinship": {"person": _A_LINK, "other": _A_LINK, "kind": _A_CODE, "custody": _A_YES_OR_NO},
    "people.Person": {
        "birth_date": _A_DATE,
        "died_on": _A_DATE,
        "digital_post_exempt": _A_YES_OR_NO,
        "protected": _A_YES_OR_NO,
        "cpr_sealed": "sealed in the table; the number itself is the canary",
        "phone": "digits of its own are the canary",
    },
    "supervision.Judgement": {"source": _COMPUTED, "source_en": _COMPUTED},
    "rights.AccessItem": {"treatment": _A_CODE, "ground": _A_CODE, "marks": "places in a text"},
    "rights.AccessRequest": {"person": _A_LINK, "relation": _A_CODE, "outcome": _A_CODE},
    "rights.DataExport": {"person": _A_LINK},
    "rights.DataRequest": {"person": _A_LINK, "outcome": _A_CODE},
    "rights.LegalHold": {"person_id": _A_LINK},
    "rights.LookupQuestion": {"person": _A_LINK, "asked_by": _A_LINK},
    "people.Representation": {
        "person": _A_LINK,
        "representative": _A_LINK,
        "kind": _A_CODE,
        "scopes": _A_CODE,
        "case_id": _A_LINK,
    },
}

PERSONAL = [model for model in own_models() if declaration(model).is_personal]


def personal_fields(model: type[models.Model]) -> list[str]:
    return [name for name, protection in declaration(model).protections().items() if protection is not Protection.PLAIN]


def holds_a_canary(model: type[models.Model], name: str) -> bool:
    field = model._meta.get_field(name)
    column, table = field.column, model._meta.db_table  # type: ignore[union-attr]
    with connection.cursor() as cursor:
        cursor.execute(f'select exists (select 1 from "{table}" where "{column}"::text ~ %s)', ["qzk[0-9]{5}x"])  # noqa: S608 (names of our own models)
        return bool(cursor.fetchone()[0])


@pytest.mark.parametrize("model", PERSONAL, ids=lambda model: model._meta.label)
def test_every_personal_field_holds_a_canary_or_says_why_not(
    scene: Scene, now: datetime, model: type[models.Model]
) -> None:
    excused = WITHOUT.get(model._meta.label, {})
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        for name in personal_fields(model):
            assert holds_a_canary(model, name) is not (name in excused), name


def test_no_excuse_is_left_over() -> None:
    listed = {model._meta.label: set(personal_fields(model)) for model in PERSONAL}
    for label, excused in WITHOUT.items():
        assert excused.keys() <= listed.get(label, set()), label
