"""Assessing theme by theme: save, confirm again what an earlier round said, begin a new round."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from borgerfokus.apps.assessment import queries
from borgerfokus.apps.assessment.events import AssessmentBegun, ThemeAssessed, ThemeConfirmed
from borgerfokus.apps.assessment.models import AssessmentRound, ThemeAssessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.journal.models import Entry
from borgerfokus.core.access import Verb
from borgerfokus.core.assessment import Frame, ThemeContent, lacking
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden

_INFORMED = "retssikkerhedsloven § 10"


@dataclass(frozen=True)
class NewTheme:
    """What is to be saved of one theme. `version` is the one that was read, 0 when this round said nothing yet.

    `entry_id` names the journal entry that the observation stands in, if it does.
    """

    theme: str
    version: int
    content: ThemeContent
    entry_id: int | None = None


def save_themes(*, case_id: int, themes: Sequence[NewTheme], by: Actor, at: datetime) -> Refusal | None:
    """Save themes in the round that is open; the first save opens the first one. All are saved, or none.

    Refused when a theme is not finished (`theme.unfinished`) or somebody saved it meanwhile (`edit.conflict`).
    Raises Hidden for a theme that the case's frame does not have, and for an entry of another case.
    """
    if not themes:
        return _NOTHING
    with casework.changing(case_id=case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="theme.assess") as opened:
        there = _themes(opened)
        for new in themes:
            if refusal := _refused(there, new):
                return refusal
        _check_entries(opened, themes)
        current = _round_in(opened, there)
        for new in themes:
            _save(opened, there.frame, current, new)
    return None


def confirm_theme(*, case_id: int, theme: str, by: Actor, at: datetime) -> Refusal | None:
    """Carry what the latest earlier round said of a theme into this one, because it was confirmed again."""
    with casework.changing(case_id=case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="theme.confirm") as opened:
        there = _themes(opened)
        _known(there.frame, theme)
        earlier = there.earlier(theme)
        if there.now(theme) is not None or not earlier:
            return _NOTHING_TO_CONFIRM
        row = earlier[0]
        if lacking(frame=there.frame, theme=theme, content=queries.content_of(row)):
            return _DOES_NOT_FIT
        _copy(opened, row, there.rounds[0])
    return None


def begin_round(*, case_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Begin a new round: every theme is looked at afresh, with what was said before beside it."""
    with casework.changing(case_id=case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="assessment.begin") as opened:
        there = _themes(opened)
        if not there.is_begun:
            return _EMPTY_ROUND
        _open_round(opened, there.round + 1)
    return None


def _themes(opened: casework.OpenCase) -> queries.CaseThemes:
    found = queries.themes_of(case=opened.case)
    if found is None:
        raise Hidden(f"themes of {opened.case.pk}")
    return found


def _known(frame: Frame, theme: str) -> None:
    try:
        frame.theme(theme)
    except KeyError:
        raise Hidden(f"theme {theme}") from None


def _refused(there: queries.CaseThemes, new: NewTheme) -> Refusal | None:
    _known(there.frame, new.theme)
    saved = there.now(new.theme)
    if new.version != (saved.version if saved else 0):
        return _CONFLICT
    if lacks := lacking(frame=there.frame, theme=new.theme, content=new.content):
        title = there.frame.theme(new.theme).title
        return Refusal(
            code="theme.unfinished",
            text=Text(da=f"{title.da}: {lacks[0].text.da}", en=f"{title.en}: {lacks[0].text.en}"),
            article=_INFORMED,
        )
    return None


def _check_entries(opened: casework.OpenCase, themes: Sequence[NewTheme]) -> None:
    wanted = {new.entry_id for new in themes if new.entry_id is not None}
    if wanted and Entry.objects.filter(case=opened.case, pk__in=wanted).count() != len(wanted):
        raise Hidden("entry of another case")


def _round_in(opened: casework.OpenCase, there: queries.CaseThemes) -> AssessmentRound:
    return there.rounds[0] if there.rounds else _open_round(opened, 1)


def _open_round(opened: casework.OpenCase, number: int) -> AssessmentRound:
    row = AssessmentRound.objects.create(
        case=opened.case, number=number, at=opened.at, by=opened.by.subject, by_name=opened.by.name
    )
    opened.append(AssessmentBegun(round=number))
    return row


def _save(opened: casework.OpenCase, frame: Frame, current: AssessmentRound, new: NewTheme) -> None:
    content = new.content
    ThemeAssessment.objects.create(
        case=opened.case,
        round=current,
        frame=frame.key,
        theme=new.theme,
        version=new.version + 1,
        own_words=content.own_words,
        no_words_why="" if content.own_words.strip() else content.no_words_why,
        observed=content.observed,
        source=content.source or "",
        entry_id=new.entry_id,
        resources=content.resources,
        level_now=content.level_now,
        level_expected=content.level_expected,
        subthemes=list(content.subthemes),
        performance=content.performance,
        meaning=content.meaning,
        at=opened.at,
        by=opened.by.subject,
        by_name=opened.by.name,
    )
    opened.append(ThemeAssessed(theme=new.theme, round=current.number, version=new.version + 1))


def _copy(opened: casework.OpenCase, earlier: ThemeAssessment, current: AssessmentRound) -> None:
    kept = ("case_id", "frame", "theme", "source", "entry_id", *_SAID)
    ThemeAssessment.objects.create(
        **{name: getattr(earlier, name) for name in kept},
        round=current,
        version=1,
        confirmed_from=earlier,
        at=opened.at,
        by=opened.by.subject,
        by_name=opened.by.name,
    )
    confirms = earlier.round.number
    opened.append(ThemeConfirmed(theme=earlier.theme, round=current.number, confirms=confirms))


_SAID = (
    "own_words",
    "no_words_why",
    "observed",
    "resources",
    "level_now",
    "level_expected",
    "subthemes",
    "performance",
    "meaning",
)
_NOTHING = Refusal(
    code="theme.nothing",
    text=Text(
        da="Der er ikke skrevet noget nyt. Udfyld mindst ét tema, og gem igen.",
        en="Nothing new is written. Fill in at least one theme and save again.",
    ),
    article=_INFORMED,
)
_CONFLICT = Refusal(
    code="edit.conflict",
    text=Text(
        da="En anden har gemt temaet imens. Din tekst står stadig her. Se, hvad der er gemt, og gem så igen.",
        en="Somebody else has saved the theme meanwhile. Your text still stands here. "
        "See what is saved, and then save again.",
    ),
    article="",
)
_NOTHING_TO_CONFIRM = Refusal(
    code="theme.nothing_to_confirm",
    text=Text(
        da="Temaet er allerede udredt denne gang, eller der er ikke noget tidligere at bekræfte. Se temaet igen.",
        en="The theme is assessed this time already, or there is nothing earlier to confirm. Look at the theme again.",
    ),
    article=_INFORMED,
)
_DOES_NOT_FIT = Refusal(
    code="theme.does_not_fit",
    text=Text(
        da="Det, der stod, er ikke længere nok til temaet. Skriv temaet på ny med det tidligere ved siden af.",
        en="What stood is no longer enough for the theme. Write the theme anew with what stood beside it.",
    ),
    article=_INFORMED,
)
_EMPTY_ROUND = Refusal(
    code="assessment.empty",
    text=Text(
        da="Der er ikke udredt noget tema endnu. Begynd med et tema; en ny udredning kommer først derefter.",
        en="No theme is assessed yet. Begin with a theme; a new assessment comes only after that.",
    ),
    article=_INFORMED,
)
