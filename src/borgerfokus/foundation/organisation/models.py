"""The organisation: units in a tree with validity, employees, their engagements, and who answers for what."""

from django.db import models

from borgerfokus.core.access import Role
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.access.rows import open_to_all

_PUBLIC = "the names, units and functions of public employees are open information"


class UnitKind(models.TextChoices):
    """What a unit is."""

    MUNICIPALITY = "municipality"
    COUNCIL = "council"
    COMMITTEE = "committee"
    DIRECTOR = "director"
    DEPARTMENT = "department"
    TEAM = "team"
    INSTITUTION = "institution"
    STAFF_UNIT = "staff_unit"
    PARTNER = "partner"


class PartnerKind(models.TextChoices):
    """What a partner is to the municipality."""

    PROVIDER = "provider"
    MUNICIPALITY = "municipality"
    SCHOOL = "school"
    DOCTOR = "doctor"
    VOLUNTEERS = "volunteers"


class Unit(models.Model):
    """A unit. `key` is stable and stands in case types; `starts`/`ends` bound when it exists."""

    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=160)
    name_en = models.CharField(max_length=160, blank=True)
    kind = models.CharField(max_length=20, choices=UnitKind.choices)
    partner_kind = models.CharField(max_length=20, choices=PartnerKind.choices, blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    phone = models.CharField(max_length=20, blank=True)
    hours = models.CharField(max_length=120, blank=True)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to know who answers for what",
        retention=Retention.PERMANENT,
        rows=open_to_all(),
        plain="id key name name_en kind partner_kind parent phone hours starts ends version",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gt=models.F("starts")),
                name="unit_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(partner_kind="") | models.Q(kind="partner"),
                name="unit_kind_of_partner_is_a_partners",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Employee(models.Model):
    """Somebody engaged by the municipality, or by a partner that acts for it. `login` is the provider's subject."""

    login = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=160)
    initials = models.CharField(max_length=8)
    title = models.CharField(max_length=120)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    active = models.BooleanField(default=True)

    declared = Declared(
        purpose="to know who acts for the municipality and how that person is reached",
        retention=Retention.PERMANENT,
        rows=open_to_all(because=_PUBLIC),
        plain="id login active",
        ordinary="name initials title phone email",
    )

    def __str__(self) -> str:
        return self.name


class Engagement(models.Model):
    """An employee in a unit with a role, `[starts, ends)`. The leader of a unit has `leads=True`."""

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="engagements")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="engagements")
    role = models.CharField(max_length=30, choices=[(role.value, role.value) for role in Role])
    leads = models.BooleanField(default=False)
    primary = models.BooleanField(default=True)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    declared = Declared(
        purpose="to give the rights that a function carries, for as long as it lasts",
        retention=Retention.PERMANENT,
        rows=open_to_all(because=_PUBLIC),
        plain="id unit role leads primary starts ends",
        ordinary="employee",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gt=models.F("starts")),
                name="engagement_ends_after_it_starts",
            ),
        ]
        indexes = [models.Index(fields=["unit", "ends"], name="engagement_by_unit")]

    def __str__(self) -> str:
        return f"{self.employee_id} {self.role} @ {self.unit_id}"


class ResponsibilityKind(models.TextChoices):
    """How a unit has to do with a kind of case (KLE: one responsible, many others)."""

    RESPONSIBLE = "responsible"
    CARRIES_OUT = "carries_out"
    INSIGHT = "insight"


class Responsibility(models.Model):
    """A unit answers for a case type or a section of an act, `[starts, ends)`."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="responsibilities")
    case_type_key = models.CharField(max_length=60, blank=True)
    paragraph = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=20, choices=ResponsibilityKind.choices)
    agreement = models.CharField(max_length=200, blank=True)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    declared = Declared(
        purpose="to send each case to the unit that answers for it",
        retention=Retention.PERMANENT,
        rows=open_to_all(),
        rights=Rights.ALL,
        plain="id unit case_type_key paragraph kind agreement starts ends",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~(models.Q(case_type_key="") & models.Q(paragraph="")), name="responsibility_for_something"
            ),
            models.UniqueConstraint(
                fields=["case_type_key"],
                condition=models.Q(kind="responsible", ends__isnull=True) & ~models.Q(case_type_key=""),
                name="responsibility_one_unit_answers",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.kind} {self.case_type_key or self.paragraph}"
