"""The catalogue of offers, and which of them was chosen in a case."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from borgerfokus.apps.casework.models import Case
from borgerfokus.core.casework.casetype import LifeSituation
from borgerfokus.core.money import Money
from borgerfokus.core.offers.offer import Offer as OfferValue
from borgerfokus.core.offers.offer import Price
from borgerfokus.core.offers.words import (
    GRADES,
    Development,
    Dimension,
    Group,
    Kind,
    Language,
    PriceUnit,
    ProviderKind,
)
from borgerfokus.core.periods import Period
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention

_CHOSEN = "exists (select 1 from offers_offerchoice c where c.offer_id = offers_offer.id)"


def _words(values: type[Kind] | type[ProviderKind] | type[PriceUnit] | type[Development]) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in values]


def _grade() -> "models.CharField[str, str]":
    return models.CharField(max_length=1, blank=True, choices=[(grade, grade) for grade in GRADES])


def _list(longest: int) -> "ArrayField[list[str], list[str]]":
    return ArrayField(models.CharField(max_length=longest), default=list, blank=True)


class Offer(models.Model):
    """One version of an offer. A change is a new row; the one that is not replaced is the offer as it now is.

    It is given from `starts` until the day before `ends`. `level` is a step of `own.leon_ladder`; `sections` are
    written "serviceloven § 85"; `price_ore` is what one `price_unit` costs; `hours_per_week` and `weeks` say how much
    is usual. What is not `public` is shown to staff alone.
    """

    key = models.SlugField(max_length=60)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=160)
    title_en = models.CharField(max_length=160, blank=True)
    short = models.CharField(max_length=300)
    short_en = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    start = models.TextField()
    start_en = models.TextField(blank=True)
    search_words = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=12, choices=_words(Kind))
    themes = _list(30)
    groups = _list(20)
    sections = _list(40)
    age_from = models.PositiveSmallIntegerField(null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(null=True, blank=True)
    level = models.CharField(max_length=30)
    methods = models.CharField(max_length=300, blank=True)
    evidence_target_group = _grade()
    evidence_method = _grade()
    evidence_implementation = _grade()
    evidence_effect = _grade()
    evidence_economy = _grade()
    development = models.CharField(max_length=1, blank=True, choices=_words(Development))
    capacity = models.PositiveIntegerField(null=True, blank=True)
    waiting_days = models.PositiveSmallIntegerField(null=True, blank=True)
    price_ore = models.PositiveBigIntegerField(default=0)
    price_unit = models.CharField(max_length=8, choices=_words(PriceUnit))
    hours_per_week = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    provider_kind = models.CharField(max_length=20, choices=_words(ProviderKind))
    provider = models.CharField(max_length=160)
    place = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    languages = _list(4)
    without_case = models.BooleanField(default=False)
    public = models.BooleanField(default=True)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=60)
    replaced_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to find and compare the help that there is, and to propose the least intensive that is enough",
        retention=Retention.PERMANENT,
        rows=rows.RowRule(using=f"{rows.EVERYTHING} or public or {rows.IS_STAFF} or {_CHOSEN}"),
        plain="id key number title title_en short short_en text start start_en search_words kind themes groups "
        "sections age_from age_to level methods evidence_target_group evidence_method evidence_implementation "
        "evidence_effect evidence_economy development capacity waiting_days price_ore price_unit hours_per_week weeks "
        "provider_kind provider place phone languages without_case public starts ends saved_at saved_by replaced_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "number"], name="offer_version_once"),
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(replaced_at__isnull=True), name="offer_one_in_force"
            ),
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gt=models.F("starts")),
                name="offer_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(price_unit="free", price_ore=0) | ~models.Q(price_unit="free"),
                name="offer_free_costs_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} v{self.number}"

    @property
    def evidence(self) -> dict[Dimension, str]:
        """The grade of each dimension that has one."""
        found = {one: str(getattr(self, f"evidence_{one.value}")) for one in Dimension}
        return {one: grade for one, grade in found.items() if grade}

    @property
    def value(self) -> OfferValue:
        """The offer as `core.offers` reckons with it."""
        return OfferValue(
            key=self.key,
            kind=Kind(self.kind),
            level=self.level,
            period=Period(self.starts, self.ends),
            price=Price(Money(self.price_ore), PriceUnit(self.price_unit), self.hours_per_week, self.weeks),
            provider_kind=ProviderKind(self.provider_kind),
            themes=frozenset(self.themes),
            groups=frozenset(Group(one) for one in self.groups),
            sections=frozenset(self.sections),
            age_from=self.age_from,
            age_to=self.age_to,
            waiting_days=self.waiting_days,
            capacity=self.capacity,
            without_case=self.without_case,
            evidence=self.evidence,
        )


WORD_LISTS = {"themes": LifeSituation, "groups": Group, "languages": Language}
"""The lists of an offer that hold words of closed lists."""


class OfferChoice(models.Model):
    """The offer that was chosen in a case, in the version it then had. One is in force; a new one ends it.

    `considered` is the cheaper offer that was weighed, and `reason` why it is not enough.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="offer_choices")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="+")
    considered = models.ForeignKey(Offer, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to say which help was chosen for the citizen, and why nothing less intensive is enough",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case at by ended_at",
        ordinary="by_name",
        sensitive="offer considered reason",
        article15="offer considered reason at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(ended_at__isnull=True), name="offer_choice_one_in_force"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} → {self.offer_id}"
