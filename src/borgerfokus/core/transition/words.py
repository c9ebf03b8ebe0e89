"""The closed word lists of the transition at 18."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from borgerfokus.core.texts import Text


class Topic(StrEnum):
    """What the preparation must cover (barnets lov §§ 122-123), in the order of the act."""

    SUPPORT = "support"
    EDUCATION = "education"
    WORK = "work"
    HOUSING = "housing"
    SOCIAL = "social"
    OTHER = "other"


class TopicState(StrEnum):
    """How far a topic is. `LATE` is never stored: it is a topic that is not agreed by its date."""

    OPEN = "open"
    GOING = "going"
    AGREED = "agreed"
    LATE = "late"


TOPIC_TITLES: Mapping[Topic, Text] = {
    Topic.SUPPORT: Text(da="Indsats og støtte", en="Help and support"),
    Topic.EDUCATION: Text(da="Uddannelse", en="Education"),
    Topic.WORK: Text(da="Beskæftigelse og forsørgelse", en="Work and income"),
    Topic.HOUSING: Text(da="Bolig", en="Housing"),
    Topic.SOCIAL: Text(da="Sociale forhold", en="Social life"),
    Topic.OTHER: Text(da="Øvrige forhold", en="Other matters"),
}
TOPIC_SHORT: Mapping[Topic, Text] = {
    Topic.SUPPORT: Text(da="Stø", en="Sup"),
    Topic.EDUCATION: Text(da="Udd", en="Edu"),
    Topic.WORK: Text(da="Job", en="Job"),
    Topic.HOUSING: Text(da="Bol", en="Hou"),
    Topic.SOCIAL: Text(da="Soc", en="Soc"),
    Topic.OTHER: Text(da="Øvr", en="Oth"),
}
TOPIC_PLAIN: Mapping[Topic, Text] = {
    Topic.SUPPORT: Text(
        da="Hvilken hjælp får du, når du er voksen?", en="Which help will you get when you are an adult?"
    ),
    Topic.EDUCATION: Text(da="Skal du gå i skole eller have en uddannelse?", en="Will you go to school or study?"),
    Topic.WORK: Text(da="Hvad skal du leve af?", en="What will you live on?"),
    Topic.HOUSING: Text(da="Hvor skal du bo?", en="Where will you live?"),
    Topic.SOCIAL: Text(
        da="Hvem skal du være sammen med, og hvad vil du lave i din fritid?",
        en="Who will you be with, and what will you do in your free time?",
    ),
    Topic.OTHER: Text(
        da="Er der andet, for eksempel læge, transport eller penge?",
        en="Is there anything else, such as a doctor, transport or money?",
    ),
}
"""The topics as the young person is asked about them."""

STATE_TITLES: Mapping[TopicState, Text] = {
    TopicState.OPEN: Text(da="ikke begyndt", en="not begun"),
    TopicState.GOING: Text(da="i gang", en="under way"),
    TopicState.AGREED: Text(da="aftalt", en="agreed"),
    TopicState.LATE: Text(da="for sent", en="too late"),
}


class Status(StrEnum):
    """Where a young person's transition stands, the most urgent first."""

    GAP = "gap"
    CLOSE = "close"
    ON_PLAN = "on_plan"
    READY = "ready"
    EARLY = "early"


class Milestone(StrEnum):
    """What must have happened, in the order in which it is due."""

    FIRST_MEETING = "first_meeting"
    OWNERS = "owners"
    NEED = "need"
    APPLICATION = "application"
    DECISION = "decision"
    AGREED = "agreed"


MILESTONE_TITLES: Mapping[Milestone, Text] = {
    Milestone.FIRST_MEETING: Text(da="Første møde med den unge", en="First meeting with the young person"),
    Milestone.OWNERS: Text(da="En ejer i begge afdelinger", en="An owner in both departments"),
    Milestone.NEED: Text(da="Behovet som voksen er beskrevet", en="The need as an adult is described"),
    Milestone.APPLICATION: Text(da="Der er søgt om hjælp som voksen", en="Help as an adult is applied for"),
    Milestone.DECISION: Text(da="Afgørelsen om voksenhjælp er klar", en="The decision on help as an adult is ready"),
    Milestone.AGREED: Text(da="Alle seks emner er aftalt", en="All six topics are agreed"),
}
MILESTONE_PLAIN: Mapping[Milestone, Text] = {
    Milestone.FIRST_MEETING: Text(da="Vi mødes første gang", en="We meet for the first time"),
    Milestone.OWNERS: Text(
        da="Du får en fast person i begge afdelinger", en="You get one person in each of the two departments"
    ),
    Milestone.NEED: Text(da="Vi har skrevet ned, hvad du har brug for", en="We have written down what you need"),
    Milestone.APPLICATION: Text(da="Du har søgt om hjælp som voksen", en="You have applied for help as an adult"),
    Milestone.DECISION: Text(da="Du ved, hvilken hjælp du får", en="You know which help you will get"),
    Milestone.AGREED: Text(da="Alt er aftalt", en="Everything is agreed"),
}
"""The milestones as the young person reads them."""
