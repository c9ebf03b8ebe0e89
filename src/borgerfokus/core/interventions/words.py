"""The closed word lists of plans, goals, help, orders and follow-ups, each with its words in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from borgerfokus.core.casework.casetype.vocabulary import PlanKind
from borgerfokus.core.texts import Text


class PlanState(StrEnum):
    """How far a plan is. `shown`: the citizen can read it; `agreed`: both have signed."""

    DRAFT = "draft"
    SHOWN = "shown"
    AGREED = "agreed"
    DECLINED = "declined"
    REPLACED = "replaced"
    ENDED = "ended"


class SigningWay(StrEnum):
    """How the citizen said yes to the plan."""

    DIGITAL = "digital"
    MEETING = "meeting"
    PHONE = "phone"
    LETTER = "letter"


class GoalKind(StrEnum):
    """What a goal is for (danish-standards: udvikle, fastholde, begrænse tab)."""

    DEVELOP = "develop"
    MAINTAIN = "maintain"
    LIMIT_LOSS = "limit_loss"


class GoalEnd(StrEnum):
    """How a goal came to its end."""

    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not_reached"
    GIVEN_UP = "given_up"


class StepOwner(StrEnum):
    """Who takes a step on the way to a goal."""

    CITIZEN = "citizen"
    STAFF = "staff"
    PROVIDER = "provider"
    RELATIVE = "relative"


class CommentRole(StrEnum):
    """As what somebody wrote a comment."""

    CITIZEN = "citizen"
    RELATIVE = "relative"
    REPRESENTATIVE = "representative"
    STAFF = "staff"
    PROVIDER = "provider"


class Form(StrEnum):
    """What shape help has."""

    STAY = "stay"
    HOURS = "hours"
    COURSE = "course"
    ONE_OFF = "one_off"


class HelpEnd(StrEnum):
    """Why help ended. What is not `completed` or `replaced` is a drop-out."""

    COMPLETED = "completed"
    BY_CITIZEN = "by_citizen"
    BY_PROVIDER = "by_provider"
    BY_MUNICIPALITY = "by_municipality"
    MOVED_OR_DIED = "moved_or_died"
    REPLACED = "replaced"


class OrderState(StrEnum):
    """How far an order is with the one who is to give the help."""

    SENT = "sent"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    STARTED = "started"
    ENDED = "ended"


OPEN_ORDERS = (OrderState.SENT, OrderState.ACCEPTED, OrderState.STARTED)
"""The states in which the receiver has access to the case."""


class Reached(StrEnum):
    """What a follow-up says of a goal."""

    YES = "yes"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    NO = "no"


class FollowUpOutcome(StrEnum):
    """What a follow-up comes to."""

    CONTINUE = "continue"
    CHANGE = "change"
    END = "end"
    END_AND_ASSESS_ANEW = "end_and_assess_anew"


GOES_ON = (FollowUpOutcome.CONTINUE, FollowUpOutcome.CHANGE)
"""The outcomes after which the help is looked at again on a day that is set."""

PLAN_NAMES: Mapping[PlanKind, Text] = {
    PlanKind.ACTION_PLAN: Text(da="Handleplan", en="Action plan"),
    PlanKind.CHILD_PLAN: Text(da="Barnets plan", en="The child's plan"),
    PlanKind.YOUTH_PLAN: Text(da="Ungeplan", en="Youth plan"),
    PlanKind.WHOLE_PLAN: Text(da="Helhedsorienteret plan", en="Coherent plan"),
}
PLAN_STATES: Mapping[PlanState, Text] = {
    PlanState.DRAFT: Text(da="Kladde", en="Draft"),
    PlanState.SHOWN: Text(da="Vist til borgeren", en="Shown to the citizen"),
    PlanState.AGREED: Text(da="Aftalt", en="Agreed"),
    PlanState.DECLINED: Text(da="Borgeren har sagt nej tak", en="The citizen has said no thank you"),
    PlanState.REPLACED: Text(da="Afløst af en nyere", en="Replaced by a newer one"),
    PlanState.ENDED: Text(da="Afsluttet", en="Ended"),
}
SIGNING_WAYS: Mapping[SigningWay, Text] = {
    SigningWay.DIGITAL: Text(da="på Mit Borgerfokus", en="on My Borgerfokus"),
    SigningWay.MEETING: Text(da="på et møde", en="at a meeting"),
    SigningWay.PHONE: Text(da="i telefonen", en="on the phone"),
    SigningWay.LETTER: Text(da="i et brev", en="in a letter"),
}
GOAL_KINDS: Mapping[GoalKind, Text] = {
    GoalKind.DEVELOP: Text(da="Udvikle", en="Develop"),
    GoalKind.MAINTAIN: Text(da="Fastholde", en="Maintain"),
    GoalKind.LIMIT_LOSS: Text(da="Begrænse tab", en="Limit loss"),
}
GOAL_ENDS: Mapping[GoalEnd, Text] = {
    GoalEnd.REACHED: Text(da="Nået", en="Reached"),
    GoalEnd.PARTLY: Text(da="Delvist nået", en="Partly reached"),
    GoalEnd.NOT_REACHED: Text(da="Ikke nået", en="Not reached"),
    GoalEnd.GIVEN_UP: Text(da="Opgivet", en="Given up"),
}
STEP_OWNERS: Mapping[StepOwner, Text] = {
    StepOwner.CITIZEN: Text(da="Borgeren", en="The citizen"),
    StepOwner.STAFF: Text(da="Kommunen", en="The municipality"),
    StepOwner.PROVIDER: Text(da="Den, der giver hjælpen", en="The one who gives the help"),
    StepOwner.RELATIVE: Text(da="En pårørende", en="A relative"),
}
COMMENT_ROLES: Mapping[CommentRole, Text] = {
    CommentRole.CITIZEN: Text(da="Borgeren", en="The citizen"),
    CommentRole.RELATIVE: Text(da="Pårørende", en="Relative"),
    CommentRole.REPRESENTATIVE: Text(da="Repræsentant", en="Representative"),
    CommentRole.STAFF: Text(da="Kommunen", en="The municipality"),
    CommentRole.PROVIDER: Text(da="Den, der giver hjælpen", en="The one who gives the help"),
}
FORMS: Mapping[Form, Text] = {
    Form.STAY: Text(da="Ophold", en="Stay"),
    Form.HOURS: Text(da="Støtte i timer", en="Support by the hour"),
    Form.COURSE: Text(da="Forløb", en="Course of help"),
    Form.ONE_OFF: Text(da="Enkelt ydelse eller hjælpemiddel", en="One-off help or aid"),
}
HELP_ENDS: Mapping[HelpEnd, Text] = {
    HelpEnd.COMPLETED: Text(da="Gennemført", en="Completed"),
    HelpEnd.BY_CITIZEN: Text(da="Borgeren stoppede", en="The citizen stopped"),
    HelpEnd.BY_PROVIDER: Text(da="Den, der gav hjælpen, stoppede", en="The one who gave the help stopped"),
    HelpEnd.BY_MUNICIPALITY: Text(da="Kommunen stoppede den", en="The municipality stopped it"),
    HelpEnd.MOVED_OR_DIED: Text(da="Borgeren er flyttet eller død", en="The citizen has moved or died"),
    HelpEnd.REPLACED: Text(da="Afløst af anden hjælp", en="Replaced by other help"),
}
ORDER_STATES: Mapping[OrderState, Text] = {
    OrderState.SENT: Text(da="Bestilt, venter på svar", en="Ordered, waiting for an answer"),
    OrderState.ACCEPTED: Text(da="Taget imod, ikke begyndt", en="Accepted, not begun"),
    OrderState.REFUSED: Text(da="Sagt nej til", en="Refused"),
    OrderState.STARTED: Text(da="I gang", en="Running"),
    OrderState.ENDED: Text(da="Slut", en="Ended"),
}
REACHED: Mapping[Reached, Text] = {
    Reached.YES: Text(da="Nået", en="Reached"),
    Reached.PARTLY: Text(da="Delvist nået", en="Partly reached"),
    Reached.NOT_YET: Text(da="På vej", en="On the way"),
    Reached.NO: Text(da="Ikke nået", en="Not reached"),
}
OUTCOMES: Mapping[FollowUpOutcome, Text] = {
    FollowUpOutcome.CONTINUE: Text(da="Hjælpen fortsætter", en="The help continues"),
    FollowUpOutcome.CHANGE: Text(da="Hjælpen ændres og fortsætter", en="The help is changed and continues"),
    FollowUpOutcome.END: Text(da="Hjælpen slutter", en="The help ends"),
    FollowUpOutcome.END_AND_ASSESS_ANEW: Text(
        da="Hjælpen slutter, og behovet vurderes igen", en="The help ends, and the need is assessed anew"
    ),
}
