"""Reads of an assessment theme by theme: the frame with its titles, this round, and what stood before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from django.db.models import QuerySet

from borgerfokus.apps.assessment.models import Assessment, AssessmentRound, ThemeAssessment
from borgerfokus.apps.casework.models import Case
from borgerfokus.core.assessment import (
    Frame,
    ProfileRow,
    Saved,
    SourceKind,
    ThemeContent,
    frames,
    profile,
)
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.compiled import ID, Together
from borgerfokus.foundation.classifications import service as classifications
from borgerfokus.foundation.classifications.models import Code, Edition, System


@dataclass(frozen=True)
class CaseThemes:
    """The themes of a case. `rounds` has the newest first; `versions` everything saved, in the order of versions."""

    frame: Frame
    rounds: tuple[AssessmentRound, ...]
    versions: tuple[ThemeAssessment, ...]

    @cached_property
    def rows(self) -> dict[tuple[str, int], ThemeAssessment]:
        """What counts, by theme and number of round: the highest version."""
        return {(row.theme, row.round.number): row for row in self.versions}

    @property
    def round(self) -> int:
        """The number of the round that is open; 1 before the first is begun."""
        return self.rounds[0].number if self.rounds else 1

    def now(self, theme: str) -> ThemeAssessment | None:
        """What this round says of a theme."""
        return self.rows.get((theme, self.round))

    def version(self, theme: str, number: int) -> ThemeAssessment | None:
        """What this round said of a theme in one of its versions; None for 0 and for one that is not there."""
        found = (row for row in self.versions if (row.theme, row.version) == (theme, number))
        return next((row for row in found if row.round.number == self.round), None)

    def earlier(self, theme: str) -> tuple[ThemeAssessment, ...]:
        """What earlier rounds said of a theme, newest first."""
        numbers = (one.number for one in self.rounds[1:])
        return tuple(self.rows[(theme, number)] for number in numbers if (theme, number) in self.rows)

    @cached_property
    def profile(self) -> tuple[ProfileRow, ...]:
        """Now, last and expected, for each theme of the frame."""
        saved = (
            saved_of(row, in_round=number, confirmed=row.confirmed_from_id is not None)
            for (_, number), row in self.rows.items()
        )
        return profile(frame=self.frame, saved=saved, in_round=self.round)

    @property
    def is_begun(self) -> bool:
        """Whether this round says anything yet."""
        return any(number == self.round for _, number in self.rows)


def frame_of(case: Case) -> Frame | None:
    """The frame of the case's type, titles as in the imported classification. At most two queries."""
    frame = _frame(case)
    if frame is None or frame.system is None:
        return frame
    found = classifications.codes(System(frame.system)).filter(key__in=list(frame.titles))
    return _named(frame, [{"key": one.key, "title": one.title, "title_en": one.title_en} for one in found])


def themes_of(*, case: Case) -> CaseThemes | None:
    """The themes of a case that the caller may see; None when its type has no frame. One query."""
    frame = _frame(case)
    if frame is None:
        return None
    found = _themes(frame.key).read({ID: case.pk})
    return CaseThemes(
        frame=_named(frame, found["titles"]), rounds=tuple(found["rounds"]), versions=tuple(found["versions"])
    )


def assessed_of(*, case: Case) -> tuple[CaseThemes | None, list[Assessment]]:
    """The themes of a case, and its assessments as a whole, newest first. One query."""
    frame = _frame(case)
    if frame is None:
        return None, list(Assessment.objects.filter(case=case).order_by("-number"))
    found = _themes(frame.key).read({ID: case.pk})
    there = CaseThemes(
        frame=_named(frame, found["titles"]), rounds=tuple(found["rounds"]), versions=tuple(found["versions"])
    )
    return there, found["whole"]


def _frame(case: Case) -> Frame | None:
    key = case.type_version.spec.frame
    return frames().get(key) if key else None


def _named(frame: Frame, titles: Iterable[Mapping[str, Any]]) -> Frame:
    """The frame with the titles of the imported classification; the seed's English where that has none."""
    seed = frame.titles
    return frame.named(
        {one["key"]: Text(da=one["title"], en=one["title_en"] or seed[one["key"]].en) for one in titles}
    )


@lru_cache(maxsize=8)
def _themes(key: str) -> Together:
    frame = frames()[key]
    rows = ThemeAssessment.objects.filter(case_id=ID, frame=key).select_related("round", "entry")
    system = System(frame.system) if frame.system is not None else ""
    newest = Edition.objects.filter(system=system).order_by("-loaded_at", "-id").values("pk")[:1]
    codes = Code.objects.filter(edition_id__in=newest, key__in=list(frame.titles) if system else [""])
    titles: QuerySet[Any, Any] = codes.order_by("key").values("key", "title", "title_en")
    parts = {
        "rounds": AssessmentRound.objects.filter(case_id=ID).order_by("-number"),
        "versions": rows.order_by("version"),
        "whole": Assessment.objects.filter(case_id=ID).order_by("-number"),
    }
    return Together.of(**parts, titles=titles)


def content_of(row: ThemeAssessment) -> ThemeContent:
    """A saved row as the core reads it."""
    return ThemeContent(
        own_words=row.own_words,
        no_words_why=row.no_words_why,
        observed=row.observed,
        source=SourceKind(row.source),
        resources=row.resources,
        level_now=row.level_now,
        level_expected=row.level_expected,
        subthemes=tuple(row.subthemes),
        performance=row.performance,
        meaning=row.meaning,
    )


def saved_of(row: ThemeAssessment, *, in_round: int, confirmed: bool) -> Saved:
    """A saved row as the profile reads it."""
    return Saved(
        theme=row.theme,
        round=in_round,
        version=row.version,
        level_now=row.level_now,
        level_expected=row.level_expected,
        confirmed=confirmed,
    )
