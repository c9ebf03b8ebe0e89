"""The half-yearly review of rights: each engagement and each access by name is confirmed, or asked to be ended."""

from django.db import models

from borgerfokus.apps.logcontrol.models.people import OFFICER
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.organisation.models import Employee, Engagement, Unit

_KEEPS_STAFF = f"'organisation.edit' = any({rows.VERBS})"
_LEADS = f"'lookups.review' = any({rows.VERBS})"
_LEADER = f"('employee:' || leader_id) = {rows.SUBJECT}"


class RightsReview(models.Model):
    """The review of a half-year `[starts, ends)`, to be done by `due`."""

    starts = models.DateField(unique=True)
    ends = models.DateField()
    due = models.DateField()
    made_at = models.DateTimeField()

    declared = Declared(
        purpose="to see to it that nobody keeps a right that is no longer needed",
        retention=Retention.LOG,
        rows=rows.RowRule(using=f"{rows.EVERYTHING} or {_LEADS} or {_KEEPS_STAFF}"),
        plain="id starts ends due made_at",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="rights_review_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts}"


class RightsKind(models.TextChoices):
    """What kind of right it is."""

    ENGAGEMENT = "engagement"
    GRANT = "grant"


class RightsState(models.TextChoices):
    """How far a right is in its review."""

    OPEN = "open"
    KEPT = "kept"
    ASKED = "asked"
    ENDED = "ended"


class RightsItem(models.Model):
    """One right of one employee: an engagement with its role (`what`), or an access to a case on a ground (`what`).

    `leader` answers for it; without one the data protection officer does.
    """

    review = models.ForeignKey(RightsReview, on_delete=models.CASCADE, related_name="items")
    leader = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=RightsKind.choices)
    what = models.CharField(max_length=30)
    engagement = models.ForeignKey(Engagement, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    grant_id = models.BigIntegerField(null=True, blank=True)
    since = models.DateField()
    state = models.CharField(max_length=6, choices=RightsState.choices, default=RightsState.OPEN)
    note = models.CharField(max_length=300, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=60, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to have each right confirmed by the leader who answers for it",
        retention=Retention.LOG,
        rows=rows.RowRule(
            using=f"{rows.EVERYTHING} or {_LEADER} or {OFFICER} "
            f"or ({_KEEPS_STAFF} and kind = 'engagement' and state in ('asked', 'ended'))",
        ),
        plain="id review leader employee unit kind what engagement grant_id since state note decided_at decided_by "
        "ended_at ended_by",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="engagement", engagement__isnull=False, grant_id__isnull=True)
                | models.Q(kind="grant", engagement__isnull=True, grant_id__isnull=False),
                name="rights_item_is_of_one_kind",
            ),
            models.CheckConstraint(
                condition=models.Q(state="open", decided_at__isnull=True)
                | ~models.Q(state="open") & models.Q(decided_at__isnull=False) & ~models.Q(decided_by=""),
                name="rights_item_decided_has_a_hand",
            ),
            models.CheckConstraint(
                condition=models.Q(state="ended", ended_at__isnull=False) & ~models.Q(ended_by="")
                | ~models.Q(state="ended") & models.Q(ended_at__isnull=True, ended_by=""),
                name="rights_item_ended_has_a_hand",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["asked", "ended"]) | ~models.Q(note=""),
                name="rights_item_ending_has_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(leader__isnull=True) | ~models.Q(leader=models.F("employee")),
                name="rights_item_judged_by_another",
            ),
            models.UniqueConstraint(fields=["review", "engagement"], name="rights_item_engagement_once"),
            models.UniqueConstraint(fields=["review", "grant_id"], name="rights_item_grant_once"),
        ]

    def __str__(self) -> str:
        return f"{self.review_id}/{self.pk}"
