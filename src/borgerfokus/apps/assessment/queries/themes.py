"""Reads of an assessment theme by theme: the frame with its titles, this round, and what stood before."""

from dataclasses import dataclass
from functools import cached_property

from borgerfokus.apps.assessment.models import AssessmentRound, ThemeAssessment
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
from borgerfokus.foundation.classifications import service as classifications
from borgerfokus.foundation.classifications.models import System


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
    key = case.type_version.spec.frame
    frame = frames().get(key) if key else None
    if frame is None or frame.system is None:
        return frame
    seed = frame.titles
    found = classifications.codes(System(frame.system)).filter(key__in=list(seed))
    return frame.named({one.key: Text(da=one.title, en=one.title_en or seed[one.key].en) for one in found})


def themes_of(*, case: Case) -> CaseThemes | None:
    """The themes of a case that the caller may see; None when its type has no frame. At most four queries."""
    frame = frame_of(case)
    if frame is None:
        return None
    rounds = tuple(AssessmentRound.objects.filter(case=case).order_by("-number"))
    rows = ThemeAssessment.objects.filter(case=case, frame=frame.key).select_related("round", "entry")
    return CaseThemes(frame=frame, rounds=rounds, versions=tuple(rows.order_by("version")))


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
