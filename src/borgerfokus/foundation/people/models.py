"""Citizens: base data, address, relations and representation."""

from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models

from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.access.rows import EVERYTHING, OWN_PERSONS, PERSONS, SUBJECT, VERBS, RowRule, of_person


class Person(models.Model):
    """A citizen. Shown only inside a scope that has opened the look-up, and logs it."""

    cpr_sealed = models.BinaryField()
    cpr_index = models.BinaryField(unique=True, max_length=32)
    given_name = models.CharField(max_length=120)
    family_name = models.CharField(max_length=120)
    birth_date = models.DateField()
    protected = models.BooleanField(default=False)
    interpreter = models.CharField(max_length=60, blank=True)
    digital_post_exempt = models.BooleanField(default=False)
    died_on = models.DateField(null=True, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    note = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to know who the case is about and how the citizen is reached",
        retention=Retention.PERSON,
        rows=of_person("id"),
        plain="id cpr_index version",
        ordinary="given_name family_name birth_date died_on phone email digital_post_exempt interpreter note",
        sensitive="protected",
        number="cpr_sealed",
        article15="given_name family_name birth_date cpr_sealed protected interpreter digital_post_exempt phone "
        "email note",
    )

    class Meta:
        indexes = [models.Index(fields=["birth_date"], name="person_by_birth")]

    def __str__(self) -> str:
        return f"person {self.pk}"


class Address(models.Model):
    """Where a person lives or has lived, `[starts, ends)`. Of a protected person only with the verb, or for self."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="addresses")
    street = models.CharField(max_length=160)
    postcode = models.CharField(max_length=4)
    city = models.CharField(max_length=80)
    municipality = models.CharField(max_length=4)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    declared = Declared(
        purpose="to send letters and to find the acting municipality",
        retention=Retention.PERSON,
        rows=RowRule(
            using=f"{EVERYTHING} or person_id = any({OWN_PERSONS}) or (person_id = any({PERSONS}) and "
            f"('person.protected_address.see' = any({VERBS}) or not exists "
            "(select 1 from people_person p where p.id = person_id and p.protected)))"
        ),
        plain="id person starts ends municipality",
        sensitive="street postcode city",
        article15="street postcode city starts ends",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gt=models.F("starts")),
                name="address_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(ends__isnull=True), name="address_one_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"address {self.pk}"


class KinshipKind(models.TextChoices):
    """What the other person is to the person."""

    PARENT = "parent"
    CHILD = "child"
    SPOUSE = "spouse"
    SIBLING = "sibling"
    RELATIVE = "relative"


class Kinship(models.Model):
    """`other` is the `kind` of `person`. Custody is data of its own: a parent may be without it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="relations")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=KinshipKind.choices)
    custody = models.BooleanField(default=False)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    declared = Declared(
        purpose="to involve relatives and to know who holds custody",
        retention=Retention.PERSON,
        rows=of_person(),
        plain="id starts ends",
        ordinary="person other kind custody",
        article15="other kind custody starts ends",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "other", "kind"], name="kinship_once"),
            models.CheckConstraint(condition=~models.Q(person=models.F("other")), name="kinship_to_another"),
            models.CheckConstraint(
                condition=models.Q(custody=False) | models.Q(kind="parent"), name="kinship_custody_is_a_parents"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class RepresentationKind(models.TextChoices):
    """By what right somebody acts for a citizen."""

    GUARDIAN = "guardian"
    ATTORNEY = "attorney"
    REPRESENTATIVE = "representative"


class Representation(models.Model):
    """`representative` may act for `person`, within `scopes`, for all cases or one, until `ends` or withdrawal."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="representations")
    representative = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="represents")
    kind = models.CharField(max_length=20, choices=RepresentationKind.choices)
    scopes = ArrayField(models.CharField(max_length=20), default=list)
    case_id = models.BigIntegerField(null=True, blank=True)
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    given_how = models.CharField(max_length=200)
    given_by = models.CharField(max_length=60)

    declared = Declared(
        purpose="to let somebody act for the citizen by the citizen's will or by guardianship",
        retention=Retention.PERSON,
        rows=RowRule(
            using=f"{EVERYTHING} or person_id = any({PERSONS}) or representative_id = any({OWN_PERSONS})"
        ),
        plain="id starts ends withdrawn_at given_by",
        ordinary="person representative kind scopes case_id given_how",
        article15="representative kind scopes starts ends withdrawn_at given_how",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gt=models.F("starts")),
                name="representation_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~models.Q(person=models.F("representative")), name="representation_by_another"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="attorney") | models.Q(ends__isnull=False),
                name="representation_attorney_has_an_end",
            ),
        ]
        indexes = [models.Index(fields=["representative"], name="representation_by_rep")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class OneTimeHelp(models.Model):
    """A code with which somebody may sit beside the citizen, once, for an hour at the most.

    The code itself is kept sealed for the citizen to read again, and found by `code_index`. `ended_at`: ended before
    its time, by `ended_by`. A register guardianship or a power of attorney is something else (`Representation`).
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="one_time_helps")
    code_sealed = models.BinaryField()
    code_index = models.BinaryField(unique=True, max_length=32)
    made_at = models.DateTimeField()
    code_until = models.DateTimeField()
    helper = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    started_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to let somebody help the citizen on the page for an hour, and to show who did",
        retention=Retention.PERSON,
        rows=RowRule(
            using=f"{EVERYTHING} or ('citizen:' || person_id) = {SUBJECT} or ('citizen:' || helper_id) = {SUBJECT}"
        ),
        plain="id code_index made_at code_until started_at ends_at ended_at ended_by",
        ordinary="person helper",
        sensitive="code_sealed",
        article15="helper made_at started_at ends_at ended_at",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(helper__isnull=True, started_at__isnull=True, ends_at__isnull=True)
                | models.Q(helper__isnull=False, started_at__isnull=False, ends_at__isnull=False),
                name="one_time_help_begins_with_a_helper",
            ),
            models.CheckConstraint(
                condition=models.Q(started_at__isnull=True)
                | models.Q(ends_at__lte=models.F("started_at") + timedelta(hours=1)),
                name="one_time_help_an_hour_at_most",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True, ended_by="")
                | models.Q(ended_at__isnull=False) & ~models.Q(ended_by=""),
                name="one_time_help_ended_by_somebody",
            ),
            models.CheckConstraint(
                condition=~models.Q(person=models.F("helper")), name="one_time_help_by_another"
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(started_at__isnull=True, ended_at__isnull=True),
                name="one_time_help_one_code",
            ),
        ]
        indexes = [models.Index(fields=["helper", "ends_at"], name="one_time_help_by_helper")]

    def __str__(self) -> str:
        return f"one-time help {self.pk}"
