"""What the case is informed by: evidence for each fact on the list, facts ruled out, facts asked for, assessments."""

from django.db import models

from borgerfokus.apps.casework.models import Case, Consultation, Task
from borgerfokus.apps.journal.models import Entry
from borgerfokus.core.casework.sufficiency import Quality
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.organisation.models import Unit

_IS_CITIZEN = "(select current_setting('bf.subject', true) like 'citizen:%%')"
_SOURCE_OPEN = (
    f"not {_IS_CITIZEN} or entry_id is null "
    "or exists (select 1 from journal_entry e where e.id = entry_id and not e.withheld)"
)


class EvidenceKind(models.TextChoices):
    """What meets a fact."""

    NOTE = "note"
    DOCUMENT = "document"
    STATEMENT = "statement"
    ASSESSMENT = "assessment"
    THEME = "theme"


class Evidence(models.Model):
    """A fact of the list is met: what is known, from where, as of when. A newer one ends the one before.

    One with `contradicts` says something else about the same fact, and stands beside it until it is settled which
    of the two holds: `settled_why` then stands on the one that was set aside. `theme` is what an assessment said of
    a theme when the fact was recorded.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="evidence")
    fact = models.CharField(max_length=20)
    kind = models.CharField(max_length=12, choices=EvidenceKind.choices)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence")
    theme = models.ForeignKey(
        "ThemeAssessment", on_delete=models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    quality = models.CharField(max_length=12, blank=True, choices=[(one.value, one.value) for one in Quality])
    complete = models.BooleanField(default=True)
    contradicts = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    settled_why = models.TextField(blank=True)
    settled_by = models.CharField(max_length=60, blank=True)
    value = models.TextField()
    source = models.CharField(max_length=160)
    as_of = models.DateField()
    against_party = models.BooleanField(default=False)
    party_knows = models.BooleanField(default=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to decide on facts, each with its source",
        retention=Retention.CASE,
        rows=rows.of_case(also=_SOURCE_OPEN),
        plain="id case fact kind entry theme quality complete contradicts settled_by as_of against_party party_knows "
        "recorded_at recorded_by ended_at",
        sensitive="value source settled_why",
        article15="fact value source quality complete settled_why as_of",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "fact"],
                condition=models.Q(ended_at__isnull=True, contradicts__isnull=True),
                name="evidence_one_in_force",
            ),
            models.UniqueConstraint(
                fields=["case", "fact"],
                condition=models.Q(ended_at__isnull=True, contradicts__isnull=False),
                name="evidence_one_contradiction",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="theme", theme__isnull=False)
                | ~models.Q(kind="theme") & models.Q(theme__isnull=True),
                name="evidence_of_a_theme_names_it",
            ),
            models.CheckConstraint(
                condition=models.Q(settled_why="", settled_by="")
                | ~models.Q(settled_why="") & ~models.Q(settled_by="") & models.Q(ended_at__isnull=False),
                name="evidence_set_aside_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.fact}"


class RuledOut(models.Model):
    """A fact of the list is not needed in this case, for a reason that stands in the file."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="ruled_out")
    fact = models.CharField(max_length=20)
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to say why a fact is not needed in this case",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case fact at by ended_at",
        sensitive="reason",
        article15="fact reason",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "fact"], condition=models.Q(ended_at__isnull=True), name="ruled_out_once"
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="ruled_out_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.fact}"


class FactRequest(models.Model):
    """Somebody has been asked for a fact, with a date. The citizen's are tasks on the citizen's page.

    `consent` is the leave to ask somebody outside (retssikkerhedsloven § 11 a): until it is given, the request waits.
    A unit's answer comes as a consultation; a partner is given the case to see.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="fact_requests")
    fact = models.CharField(max_length=20)
    source = models.CharField(max_length=20)
    whom = models.CharField(max_length=160)
    text = models.TextField()
    due = models.DateField()
    task = models.ForeignKey(Task, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    consent = models.ForeignKey(
        "Consent", on_delete=models.PROTECT, null=True, blank=True, related_name="requests"
    )
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    letter_entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=60)
    reminded_at = models.DateTimeField(null=True, blank=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer_entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to obtain a fact from the one who has it, and to see who has been asked",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case fact source due task consent consultation unit letter_entry asked_at asked_by reminded_at "
        "reminders answered_at answer_entry withdrawn_at",
        sensitive="whom text",
        article15="whom text due asked_at answered_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "fact"],
                condition=models.Q(answered_at__isnull=True, withdrawn_at__isnull=True),
                name="fact_asked_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(reminded_at__isnull=True, reminders=0)
                | models.Q(reminded_at__isnull=False, reminders__gt=0),
                name="fact_reminded_as_often_as_counted",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due"],
                name="fact_requests_open",
                condition=models.Q(answered_at__isnull=True, withdrawn_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.fact} ← {self.source}"


class Consent(models.Model):
    """The citizen's leave to obtain facts from one kind of source (retssikkerhedsloven § 11 a): asked, given, refused.

    It holds from `given_at` until the citizen takes it back, or until `ends`.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="consents")
    source = models.CharField(max_length=20)
    asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.CharField(max_length=60, blank=True)
    task = models.ForeignKey(Task, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    given_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)
    how = models.CharField(max_length=160, blank=True)
    ends = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to obtain facts from others with the citizen's leave, and to show that it was given",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case source asked_at asked_by task given_at refused_at answered_by ends withdrawn_at",
        ordinary="how",
        article15="source asked_at given_at refused_at how ends withdrawn_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "source"],
                condition=models.Q(refused_at__isnull=True, withdrawn_at__isnull=True),
                name="consent_one_for_each_source",
            ),
            models.CheckConstraint(
                condition=models.Q(asked_at__isnull=False) | models.Q(given_at__isnull=False),
                name="consent_is_asked_or_given",
            ),
            models.CheckConstraint(
                condition=models.Q(given_at__isnull=True) | models.Q(refused_at__isnull=True),
                name="consent_is_given_or_refused",
            ),
            models.CheckConstraint(
                condition=models.Q(given_at__isnull=True, refused_at__isnull=True, answered_by="")
                | ~models.Q(answered_by="") & (models.Q(given_at__isnull=False) | models.Q(refused_at__isnull=False)),
                name="consent_answered_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} consent {self.source}"


class Assessment(models.Model):
    """The professional assessment of need, function and own resources. Each save is a new row; the newest counts."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="assessments")
    number = models.PositiveIntegerField()
    own_words = models.TextField()
    observed = models.TextField()
    resources = models.TextField(blank=True)
    conclusion = models.TextField()
    level = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200)

    declared = Declared(
        purpose="to choose help that fits need, function and own resources",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case number at by",
        ordinary="by_name",
        sensitive="own_words observed resources conclusion level",
        article15="own_words observed resources conclusion level at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="assessment_in_order"),
            models.CheckConstraint(condition=models.Q(level__lte=4), name="assessment_level_0_to_4"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} assessment {self.number}"


class AssessmentRound(models.Model):
    """One time through the frame's themes. What an earlier round said counts again only when it is confirmed."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="assessment_rounds")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200)

    declared = Declared(
        purpose="to tell what is known now from what was known at an earlier assessment",
        retention=Retention.CASE,
        rows=rows.of_case(),
        rights=Rights.APPEND,
        plain="id case number at by",
        ordinary="by_name",
        article15="number at",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="assessment_round_in_order")]

    def __str__(self) -> str:
        return f"{self.case_id} round {self.number}"


class ThemeAssessment(models.Model):
    """What is said of one theme in one round. Each save is a new version; the highest counts.

    `level_now` and `level_expected` are numbers of the frame, None where the theme carries none.
    `confirmed_from` is what an earlier round said, when it was confirmed again word for word.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    round = models.ForeignKey(AssessmentRound, on_delete=models.CASCADE, related_name="themes")
    frame = models.CharField(max_length=40)
    theme = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    own_words = models.TextField(blank=True)
    no_words_why = models.TextField(blank=True)
    observed = models.TextField()
    source = models.CharField(max_length=12)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    resources = models.TextField(blank=True)
    level_now = models.PositiveSmallIntegerField(null=True, blank=True)
    level_expected = models.PositiveSmallIntegerField(null=True, blank=True)
    subthemes = models.JSONField(default=list)
    performance = models.CharField(max_length=20, blank=True)
    meaning = models.CharField(max_length=20, blank=True)
    confirmed_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200)

    declared = Declared(
        purpose="to choose help that fits need, function, network and own resources, theme by theme",
        retention=Retention.CASE,
        rows=rows.of_case(also=_SOURCE_OPEN),
        rights=Rights.APPEND,
        plain="id case round frame theme version source entry confirmed_from at by",
        ordinary="by_name",
        sensitive="own_words no_words_why observed resources level_now level_expected subthemes performance meaning",
        article15="theme own_words no_words_why observed source resources level_now level_expected subthemes "
        "performance meaning at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "theme", "version"], name="theme_versions_in_order"),
            models.CheckConstraint(
                condition=~models.Q(own_words="") | ~models.Q(no_words_why=""), name="theme_has_words_or_why_not"
            ),
        ]
        indexes = [models.Index(fields=["case", "theme"], name="theme_of_case")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.theme} {self.version}"
