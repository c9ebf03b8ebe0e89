"""Public classifications in editions: what a code is called, where it stands, and which edition says so."""

from django.db import models

from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.access.rows import open_to_all


class System(models.TextChoices):
    """The classifications that are known."""

    KLE_SUBJECT = "kle_subject"
    KLE_FACET = "kle_facet"
    FFB = "ffb"
    FSIII = "fsiii"
    MUNICIPALITY = "municipality"
    REGION = "region"


class Edition(models.Model):
    """One edition of a classification. The one loaded last is the one in use."""

    system = models.CharField(max_length=20, choices=System.choices)
    name = models.CharField(max_length=60)
    loaded_at = models.DateTimeField()

    declared = Declared(
        purpose="to know from which edition a code is taken",
        retention=Retention.PERMANENT,
        rows=open_to_all(),
        plain="id system name loaded_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["system", "name"], name="edition_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="edition_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.system} {self.name}"


class Code(models.Model):
    """One code of an edition. `parent_key` is empty at the top; `extra` holds what only this system has."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="codes")
    key = models.CharField(max_length=60)
    parent_key = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300, blank=True)
    uuid = models.UUIDField(null=True, blank=True)
    extra = models.JSONField(default=dict)

    declared = Declared(
        purpose="to name what a case, a need or a place is about in the words that all municipalities share",
        retention=Retention.PERMANENT,
        rows=open_to_all(),
        rights=Rights.ALL,
        plain="id edition key parent_key title title_en uuid extra",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "key"], name="code_once"),
            models.CheckConstraint(condition=~models.Q(key=models.F("parent_key")), name="code_below_another"),
        ]
        indexes = [models.Index(fields=["edition", "parent_key"], name="code_by_parent")]

    def __str__(self) -> str:
        return f"{self.key} {self.title}"
