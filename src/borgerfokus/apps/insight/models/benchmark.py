"""The hub: municipalities that we know by their keys, what they have released, and public key figures.

Nothing here is personal: a release has been through disclosure control before it was signed, ours too.
"""

from django.db import models
from django.db.models import Q

from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights


class Peer(models.Model):
    """A municipality whose releases are read, and the public key (hexadecimal) they must be signed by. One is `own`.

    `synthetic`: it does not exist, and is marked wherever it is shown.
    """

    code = models.CharField(max_length=4, unique=True)
    name = models.CharField(max_length=80)
    key = models.CharField(max_length=64, unique=True)
    synthetic = models.BooleanField(default=False)
    own = models.BooleanField(default=False)
    known_since = models.DateTimeField()
    known_by = models.CharField(max_length=80)

    declared = Declared(
        purpose="to believe a release only when the municipality that it names has signed it",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        plain="id code name key synthetic own known_since known_by",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["own"], condition=Q(own=True), name="peer_one_is_own"),
            models.CheckConstraint(condition=~Q(own=True, synthetic=True), name="peer_own_is_real"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class PeerRelease(models.Model):
    """A release of a quarter (2026Q3), as it was signed. A correction replaces the one before, and says why.

    `content` is what was signed, in canonical form; `checksum` its SHA-256, by which corrections name it. `wanted` is
    why ours is to be corrected, by whom, until that is made; `refused` the code of why the last wanted was not.
    """

    peer = models.ForeignKey(Peer, on_delete=models.PROTECT, related_name="releases")
    quarter = models.CharField(max_length=6)
    number = models.PositiveIntegerField()
    checksum = models.CharField(max_length=64)
    key = models.CharField(max_length=64)
    signature = models.CharField(max_length=128)
    content = models.TextField()
    reason = models.CharField(max_length=300, blank=True)
    released_on = models.DateField()
    read_at = models.DateTimeField()
    read_by = models.CharField(max_length=80)
    replaced_at = models.DateTimeField(null=True, blank=True)
    wanted = models.CharField(max_length=300, blank=True)
    wanted_by = models.CharField(max_length=80, blank=True)
    refused = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to compare municipalities by figures that tell of nobody, and to prove what each has said",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        plain="id peer quarter number checksum key signature content reason released_on read_at read_by replaced_at"
        " wanted wanted_by refused",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["peer", "quarter", "number"], name="peer_release_number_once"),
            models.UniqueConstraint(
                fields=["peer", "quarter"], condition=Q(replaced_at__isnull=True), name="peer_release_one_in_force"
            ),
            models.CheckConstraint(
                condition=Q(number=1, reason="") | Q(number__gt=1) & ~Q(reason=""),
                name="peer_release_correction_says_why"
            ),
            models.CheckConstraint(
                condition=Q(wanted="", wanted_by="") | ~Q(wanted="") & ~Q(wanted_by=""),
                name="peer_release_wanted_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.peer_id} {self.quarter} {self.number}"


class PeerFigure(models.Model):
    """A figure of a release. `kind`: a type of case, "" for all. All None: held back.

    `version` is the definition's: figures of other versions are never compared. `error` is the standard error.
    """

    release = models.ForeignKey(PeerRelease, on_delete=models.CASCADE, related_name="figures")
    indicator = models.CharField(max_length=80)
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=80, blank=True)
    cases = models.PositiveIntegerField(null=True, blank=True)
    value = models.FloatField(null=True, blank=True)
    error = models.FloatField(null=True, blank=True)

    declared = Declared(
        purpose="to compare municipalities by figures that tell of nobody",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        rights=Rights.APPEND,
        plain="id release indicator version kind cases value error",
    )

    class Meta:
        indexes = [models.Index(fields=["indicator", "kind"], name="peer_figure_by_indicator")]
        constraints = [
            models.UniqueConstraint(fields=["release", "indicator", "kind"], name="peer_figure_once"),
            models.CheckConstraint(
                condition=Q(cases__isnull=True, value__isnull=True, error__isnull=True)
                | Q(cases__isnull=False, value__isnull=False, error__isnull=False),
                name="peer_figure_shown_whole_or_not",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.release_id} {self.indicator} {self.kind}"


class KeyVariable(models.Model):
    """A public key figure of municipalities, as the file it was read from has it."""

    key = models.SlugField(max_length=40, unique=True)
    title = models.CharField(max_length=120)
    file_name = models.CharField(max_length=200)
    checksum = models.CharField(max_length=64)
    synthetic = models.BooleanField(default=False)
    read_at = models.DateTimeField()
    read_by = models.CharField(max_length=80)

    declared = Declared(
        purpose="to tell which municipalities are alike in what they cannot choose",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        plain="id key title file_name checksum synthetic read_at read_by",
    )

    def __str__(self) -> str:
        return self.key


class KeyValue(models.Model):
    """The value of a key figure for an area (101, 9990) and a period (2025, 2025K1). None: it is not told."""

    variable = models.ForeignKey(KeyVariable, on_delete=models.CASCADE, related_name="values")
    area = models.CharField(max_length=4)
    name = models.CharField(max_length=200, blank=True)
    period = models.CharField(max_length=7)
    value = models.FloatField(null=True, blank=True)

    declared = Declared(
        purpose="to tell which municipalities are alike in what they cannot choose",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        rights=Rights.ALL,
        plain="id variable area name period value",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["variable", "area", "period"], name="key_value_once")]

    def __str__(self) -> str:
        return f"{self.variable_id} {self.area} {self.period}"
