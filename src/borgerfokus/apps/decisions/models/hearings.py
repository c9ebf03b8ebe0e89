"""Hearing of the party (forvaltningsloven § 19)."""

from django.db import models

from borgerfokus.apps.casework.models import Case, Task
from borgerfokus.apps.journal.models import Entry
from borgerfokus.core.decisions.hearing import Exemption
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention


class HearingStage(models.TextChoices):
    """What has been done about a hearing. Where it stands on a day is `core.decisions.hearing`'s to say."""

    SENT = "sent"
    ANSWERED = "answered"
    EXEMPTED = "exempted"
    FAILED = "failed"


class Hearing(models.Model):
    """The party was asked about facts that speak against, or it is on record why not.

    `facts` holds `{key, evidence, title, value, source, as_of}` for each fact asked about; `points` the party's own,
    `{key, text}`, in the order they were made. `due` is the last day to answer; it counts from receipt. The party can
    ask for more time: it waits (`more_time_asked_at` alone), is given (`more_time_given`), or refused with a reason.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="hearings")
    stage = models.CharField(max_length=10, choices=HearingStage.choices)
    facts = models.JSONField(default=list)
    text = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.CharField(max_length=60, blank=True)
    due = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    message_id = models.UUIDField(null=True, blank=True)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)
    answer_entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    points = models.JSONField(default=list)
    more_time_asked_at = models.DateTimeField(null=True, blank=True)
    more_time_until = models.DateField(null=True, blank=True)
    more_time_why = models.TextField(blank=True)
    more_time_answered_at = models.DateTimeField(null=True, blank=True)
    more_time_answered_by = models.CharField(max_length=60, blank=True)
    more_time_given = models.BooleanField(null=True, blank=True)
    more_time_refused_why = models.TextField(blank=True)
    exemption = models.CharField(max_length=24, blank=True, choices=[(one.value, one.value) for one in Exemption])
    exempted_why = models.TextField(blank=True)
    exempted_at = models.DateTimeField(null=True, blank=True)
    exempted_by = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to let the party answer what speaks against, before the case is decided",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case stage sent_at sent_by due received_on message_id entry task answered_at answered_by "
        "answer_entry exemption exempted_at exempted_by more_time_asked_at more_time_until more_time_answered_at "
        "more_time_answered_by more_time_given",
        sensitive="facts text points exempted_why more_time_why more_time_refused_why",
        article15="stage facts text sent_at due received_on answered_at points exemption exempted_why "
        "more_time_asked_at more_time_until more_time_why more_time_given more_time_refused_why",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(stage="sent"), name="hearing_one_out_at_a_time"
            ),
            models.CheckConstraint(
                condition=models.Q(stage="exempted") | models.Q(sent_at__isnull=False, due__isnull=False),
                name="hearing_sent_has_a_date_to_answer",
            ),
            models.CheckConstraint(
                condition=models.Q(stage="answered", answered_at__isnull=False, answer_entry__isnull=False)
                | ~models.Q(stage="answered") & models.Q(answered_at__isnull=True),
                name="hearing_answered_has_an_answer",
            ),
            models.CheckConstraint(
                condition=models.Q(stage="exempted", exempted_at__isnull=False)
                & ~models.Q(exemption="")
                & ~models.Q(exempted_why="")
                | ~models.Q(stage="exempted") & models.Q(exemption="", exempted_why=""),
                name="hearing_exempted_has_ground_and_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(more_time_asked_at__isnull=True, more_time_until__isnull=True, more_time_why="")
                | models.Q(more_time_asked_at__isnull=False, more_time_until__isnull=False),
                name="hearing_more_time_until_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(more_time_answered_at__isnull=True, more_time_given__isnull=True)
                | models.Q(
                    more_time_asked_at__isnull=False, more_time_answered_at__isnull=False, more_time_given=True
                )
                | models.Q(
                    more_time_asked_at__isnull=False, more_time_answered_at__isnull=False, more_time_given=False
                )
                & ~models.Q(more_time_refused_why=""),
                name="hearing_more_time_answered_or_refused",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} hearing {self.pk} {self.stage}"
