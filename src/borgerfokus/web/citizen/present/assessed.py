"""What the municipality has written of the citizen's situation, theme by theme, as the citizen reads it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.service import CaseThemes
from borgerfokus.apps.casework.service import Case
from borgerfokus.web.design.views import ProfileView
from borgerfokus.web.frame import say
from borgerfokus.web.present import offers, profile
from borgerfokus.web.present.themes import SaidView, said


@dataclass(frozen=True)
class ThemeRead:
    """One theme: its name with the level in words, whether it is from last time, and what was said."""

    title: str
    note: str
    said: SaidView


@dataclass(frozen=True)
class AssessmentRead:
    """The target groups in words, the themes that something is written of, and the picture of the levels."""

    groups: str
    themes: tuple[ThemeRead, ...]
    profile: ProfileView | None


def of_case(case: Case) -> AssessmentRead | None:
    """The assessment that this reader may see; None when nothing is written. What is withheld is not among it."""
    there, groups = assessment.themes_of(case=case), offers.groups(case.target_groups)
    if there is None:
        return AssessmentRead(groups=groups, themes=(), profile=None) if groups else None
    found = tuple(_theme(there, theme.key) for theme in there.frame.themes)
    themes = tuple(one for one in found if one is not None)
    if not themes and not groups:
        return None
    return AssessmentRead(groups=groups, themes=themes, profile=profile.picture(there))


def _theme(there: CaseThemes, key: str) -> ThemeRead | None:
    now, earlier = there.now(key), there.earlier(key)
    row = now or (earlier[0] if earlier else None)
    if row is None:
        return None
    title = say(there.frame.theme(key).title)
    level = profile.level_of(there.frame, row.level_now)
    return ThemeRead(
        title=f"{title}: {level}" if level else title,
        note="" if now else _("Det er fra sidste gang. Vi ser på det igen sammen med dig."),
        said=said(there.frame, row, to_citizen=True),
    )
