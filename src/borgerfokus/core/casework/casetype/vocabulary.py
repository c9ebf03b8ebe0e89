"""The closed word lists of a case type document. A document may use these words and no others."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Life of one version. Only a published one starts new cases; a retired one serves those it started."""

    CONCEPT = "concept"
    PUBLISHED = "published"
    RETIRED = "retired"


class Sensitivity(StrEnum):
    """How confidential a case is, in the codes of the shared case index (SagIndeks 6.0)."""

    NOT_CONFIDENTIAL = "IKKE_FORTROLIGE_DATA"
    CONFIDENTIAL = "FORTROLIGE_PERSONOPLYSNINGER"
    SENSITIVE = "FOELSOMME_PERSONOPLYSNINGER"
    VIP = "VIP_SAGER"


class AuthorityKind(StrEnum):
    """Which kind of authority decides. A reform can move it, so it stands in the document."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    STATE = "state"


class DeadlineBasis(StrEnum):
    """`STATUTORY`: an act fixes it. `OWN`: the municipality's promise under retssikkerhedsloven § 3."""

    STATUTORY = "statutory"
    OWN = "own"


class DeadlineUnit(StrEnum):
    """How an amount is counted: weeks as weeks and months as months (danish-standards 1.2)."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"


class Moment(StrEnum):
    """What a deadline is counted from, and what meets it."""

    REQUEST_RECEIVED = "request_received"
    CASE_OPENED = "case_opened"
    DISCHARGED = "discharged"
    INFORMED = "informed"
    DECISION_ISSUED = "decision_issued"
    START_OFFERED = "start_offered"
    INTERVENTION_STARTED = "intervention_started"
    FOLLOWED_UP = "followed_up"
    PLAN_MADE = "plan_made"
    CASE_CLOSED = "case_closed"


class FieldKind(StrEnum):
    """How a question on the intake form is answered."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"
    NUMBER = "number"
    YES_NO = "yes_no"
    FILE = "file"
    GROUP = "group"

    @property
    def has_choices(self) -> bool:
        return self in (FieldKind.CHOICE, FieldKind.CHOICES)


class Prefill(StrEnum):
    """What a question is filled in with beforehand: base data, or what was answered to the same question before."""

    NAME = "name"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    EARLIER = "earlier"


class Source(StrEnum):
    """Who can supply a fact."""

    CITIZEN = "citizen"
    DOCTOR = "doctor"
    SCHOOL = "school"
    HOSPITAL = "hospital"
    REGISTER = "register"
    PROVIDER = "provider"
    CASEWORKER = "caseworker"
    PARTNER = "partner"
    UNIT = "unit"


class LifeSituation(StrEnum):
    """The cards on the front page."""

    GETTING_OLDER = "getting-older"
    CHILD_IN_DIFFICULTY = "child-in-difficulty"
    MENTAL_HEALTH = "mental-health"
    DISABILITY = "disability"
    RELATIVE = "relative"
    HOME_FROM_HOSPITAL = "home-from-hospital"
    TURNING_18 = "turning-18"
    ALCOHOL_OR_DRUGS = "alcohol-or-drugs"


class Theme(StrEnum):
    """What kinds of help are grouped by where many are shown, in the order in which they are shown."""

    HOME = "home"
    TRAINING = "training"
    THINGS = "things"
    MONEY = "money"
    SUPPORT = "support"
    HELPERS = "helpers"
    DAYS = "days"
    LIVING = "living"
    RELATIVES = "relatives"
    SUBSTANCES = "substances"
    CHILDREN = "children"


class PlanKind(StrEnum):
    """The plan that the act asks for when help of this kind is given."""

    ACTION_PLAN = "action_plan"
    CHILD_PLAN = "child_plan"
    YOUTH_PLAN = "youth_plan"
    WHOLE_PLAN = "whole_plan"


YES = "yes"
NO = "no"

PLACEHOLDERS = frozenset(
    {
        "citizen",
        "requested",
        "granted",
        "refused",
        "period",
        "provider",
        "caseworker",
        "phone",
        "unit",
        "case_number",
        "follow_up_date",
    }
)
"""What a letter text may ask to have filled in, written `{granted}`. A yes_no answer is `YES` or `NO`."""
