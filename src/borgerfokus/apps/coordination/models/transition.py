"""The transition at 18: one row for each young person concerned, the six topics, what is expected, what was said."""

from django.db import models

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.offers.models import Offer
from borgerfokus.core.transition.words import Milestone, Topic, TopicState
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.organisation.models import Employee, Unit
from borgerfokus.foundation.people.models import Person

_SEES_CASE = "exists (select 1 from casework_case c where c.id = case_id)"
_SEES = "exists (select 1 from coordination_transition t where t.id = transition_id)"
_STORED = tuple((one.value, one.value) for one in TopicState if one is not TopicState.LATE)


class Transition(models.Model):
    """A young person on the way to 18, made from the data. Both departments own it, by a unit and a person each.

    `case` is the open case that put the person on the board. `child_ends` is the first day without the children's
    help when it is not the birthday; `adult_starts` the first day of the help as an adult, None while unknown.
    """

    citizen = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="transitions")
    child_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    child_owner = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    adult_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    adult_owner = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    begun_at = models.DateTimeField()
    met_on = models.DateField(null=True, blank=True)
    applied_on = models.DateField(null=True, blank=True)
    child_ends = models.DateField(null=True, blank=True)
    adult_starts = models.DateField(null=True, blank=True)
    need = models.TextField(blank=True)
    wish = models.TextField(blank=True)
    wish_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to prepare adult life with a young person, so that help does not lapse at 18",
        retention=Retention.CASE,
        rows=rows.RowRule(
            using=f"{rows.EVERYTHING} or {_SEES_CASE} or ('employee:' || adult_owner_id) = {rows.SUBJECT} "
            f"or citizen_id = any({rows.OWN_PERSONS}) "
            f"or (adult_unit_id = any({rows.UNITS}) and not bf_is_sealed(case_id))",
        ),
        plain="id case child_unit adult_unit begun_at ended_at version wish_at",
        ordinary="citizen child_owner adult_owner met_on applied_on child_ends adult_starts",
        sensitive="need wish",
        article15="child_owner adult_owner met_on applied_on child_ends adult_starts need wish",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(wish="", wish_at__isnull=True)
                | (~models.Q(wish="") & models.Q(wish_at__isnull=False)),
                name="transition_wish_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"transition {self.pk}"


class TransitionTopic(models.Model):
    """One of the six topics of the act: how far it is, what is agreed, and by when it must be."""

    transition = models.ForeignKey(Transition, on_delete=models.CASCADE, related_name="topics")
    topic = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Topic])
    state = models.CharField(max_length=8, choices=_STORED)
    text = models.TextField(blank=True)
    due = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200)

    declared = Declared(
        purpose="to prepare each of the six statutory topics",
        retention=Retention.CASE,
        rows=rows.RowRule(using=f"{rows.EVERYTHING} or {_SEES}"),
        plain="id transition topic due at by",
        ordinary="state by_name",
        sensitive="text",
        article15="topic state text due at",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["transition", "topic"], name="transition_topic_once")]

    def __str__(self) -> str:
        return f"{self.transition_id} {self.topic}"


class TransitionNeed(models.Model):
    """Help that is expected as an adult: an offer of the catalogue and how much of it, least, likely and most.

    Hours a week for a price by the hour or visit, else months of a year. A forecast, never a grant.
    """

    transition = models.ForeignKey(Transition, on_delete=models.CASCADE, related_name="needs")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="+")
    low = models.DecimalField(max_digits=5, decimal_places=2)
    likely = models.DecimalField(max_digits=5, decimal_places=2)
    high = models.DecimalField(max_digits=5, decimal_places=2)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)

    declared = Declared(
        purpose="to plan for what the help as an adult is expected to cost",
        retention=Retention.CASE,
        rows=rows.RowRule(using=f"{rows.EVERYTHING} or {_SEES}"),
        rights=Rights.ALL,
        plain="id transition at by",
        sensitive="offer low likely high",
        article15="offer low likely high",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["transition", "offer"], name="transition_need_once"),
            models.CheckConstraint(
                condition=models.Q(low__gte=0, low__lte=models.F("likely"), likely__lte=models.F("high")),
                name="transition_need_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.transition_id} needs {self.offer_id}"


class TransitionEntry(models.Model):
    """What was changed or said on the way, by whom: `kind` names it, `text` tells it."""

    transition = models.ForeignKey(Transition, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=12)
    about = models.CharField(max_length=20, blank=True)
    text = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200)

    declared = Declared(
        purpose="to keep the history of a transition",
        retention=Retention.CASE,
        rows=rows.RowRule(using=f"{rows.EVERYTHING} or {_SEES}"),
        rights=Rights.APPEND,
        plain="id transition kind about at by",
        ordinary="by_name",
        sensitive="text",
        article15="kind about text at",
    )

    def __str__(self) -> str:
        return f"{self.transition_id} {self.kind}"


class TransitionReminder(models.Model):
    """Somebody has been reminded that a milestone slipped: each once."""

    transition = models.ForeignKey(Transition, on_delete=models.CASCADE, related_name="reminders")
    milestone = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Milestone])
    at = models.DateTimeField()

    declared = Declared(
        purpose="to remind once of each milestone that has slipped",
        retention=Retention.CASE,
        rows=rows.RowRule(using=f"{rows.EVERYTHING} or {_SEES}"),
        rights=Rights.APPEND,
        plain="id transition milestone at",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["transition", "milestone"], name="transition_reminded_once")]

    def __str__(self) -> str:
        return f"{self.transition_id} {self.milestone}"
