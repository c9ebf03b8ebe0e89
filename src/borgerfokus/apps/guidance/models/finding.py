"""The index that one search goes through: what can be found, the words there are, and where each word stands.

A search compares words and numbers for equality only, so that the row rules do not keep PostgreSQL from its indexes.
The words alone are open: that is where a compound, or a spelling near to it, is looked for.
"""

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from borgerfokus.core.access import Verb
from borgerfokus.core.guidance.words import TOLD
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights

_OPEN_OR_STAFF = rows.by_verb(Verb.ORGANISATION_SEE.value, or_else="public")


class EntryKind(models.TextChoices):
    """What was found."""

    HELP = "help"
    OFFER = "offer"
    ASSOCIATION = "association"
    PAGE = "page"
    NOTE = "note"
    QUESTION = "question"


class SearchEntry(models.Model):
    """Something that can be found, as it is shown in the answer. `said` is its title and search words, folded."""

    kind = models.CharField(max_length=12, choices=EntryKind.choices)
    key = models.CharField(max_length=60)
    public = models.BooleanField()
    title = models.CharField(max_length=160)
    title_en = models.CharField(max_length=160, blank=True)
    short = models.CharField(max_length=300, blank=True)
    short_en = models.CharField(max_length=300, blank=True)
    said = models.TextField()

    declared = Declared(
        purpose="to find help, offers and pages by one's own words",
        retention=Retention.PERMANENT,
        rows=_OPEN_OR_STAFF,
        rights=Rights.ALL,
        plain="id kind key public title title_en short short_en said",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="search_entry_once")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"


class SearchWord(models.Model):
    """A word that stands somewhere, cut to its stem."""

    word = models.CharField(max_length=60, unique=True)

    declared = Declared(
        purpose="to find compounds and words that are spelt nearly right",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        rights=Rights.ALL,
        plain="id word",
    )

    class Meta:
        indexes = [GinIndex(name="search_word_trigrams", fields=["word"], opclasses=["gin_trgm_ops"])]

    def __str__(self) -> str:
        return self.word


class SearchPlace(models.Model):
    """That a word stands in an entry, and what it weighs there (`core.guidance.words`)."""

    word = models.ForeignKey(SearchWord, on_delete=models.CASCADE, related_name="places", db_index=False)
    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="places")
    weight = models.PositiveSmallIntegerField()
    public = models.BooleanField()

    declared = Declared(
        purpose="to find an entry by the words that stand in it",
        retention=Retention.PERMANENT,
        rows=_OPEN_OR_STAFF,
        rights=Rights.ALL,
        plain="id word entry weight public",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["word", "entry"], include=["weight", "public"], name="search_place_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["word"],
                include=["entry", "weight", "public"],
                condition=models.Q(weight__gt=TOLD),
                name="search_place_in_title",
            )
        ]

    def __str__(self) -> str:
        return f"{self.word_id} in {self.entry_id}"
