"""The assessment theme by theme: saved, begun anew, confirmed again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from borgerfokus.apps.assessment import events
from borgerfokus.cli.demo.acts.pen import Hand, Pen
from borgerfokus.cli.demo.tables import Row


@dataclass(frozen=True)
class Said:
    """What is said of one theme. Levels are None where the frame has none for it."""

    theme: str
    own_words: str
    observed: str
    source: str = "visit"
    resources: str = ""
    now: int | None = None
    expected: int | None = None
    subthemes: tuple[str, ...] = ()
    performance: str = ""
    meaning: str = ""
    entry: int | None = None


def save(pen: Pen, said: Sequence[Said], *, by: Hand, at: datetime) -> None:
    """Save themes in the round that is open; the first save opens the first one."""
    with pen.act("theme.assess", by=by, at=at):
        if not pen.rounds:
            _open(pen)
        for one in said:
            _save(pen, one)


def group(pen: Pen, groups: Sequence[str], *, by: Hand, at: datetime) -> None:
    """Say which target groups the citizen belongs to."""
    if not groups:
        return
    with pen.act("case.group", by=by, at=at):
        pen.case["target_groups"] = list(groups)
        pen.append(events.TargetGroupsSet(groups=list(groups)))


def begin(pen: Pen, *, by: Hand, at: datetime) -> None:
    """Begin a new round."""
    with pen.act("assessment.begin", by=by, at=at):
        _open(pen)


def confirm(pen: Pen, theme: str, *, by: Hand, at: datetime) -> None:
    """Carry what the latest earlier round said of a theme into this one."""
    number = pen.rounds[-1]["number"]
    before = max(known for key, known in pen.themes if key == theme and known < number)
    row = pen.themes[theme, before]
    with pen.act("theme.confirm", by=by, at=at):
        kept = {name: value for name, value in row.items() if name not in {"id", "round_id"}}
        pen.themes[theme, number] = pen.tables["assessment.ThemeAssessment"].add(
            **kept
            | {
                "round_id": pen.rounds[-1]["id"],
                "version": 1,
                "confirmed_from_id": row["id"],
                "at": at,
                "by": by.subject,
                "by_name": by.name,
            }
        )
        pen.append(events.ThemeConfirmed(theme=theme, round=number, confirms=before))


def _open(pen: Pen) -> None:
    row = pen.tables["assessment.AssessmentRound"].add(
        case_id=pen.id, number=len(pen.rounds) + 1, at=pen.at, by=pen.by.subject, by_name=pen.by.name
    )
    pen.rounds.append(row)
    pen.append(events.AssessmentBegun(round=row["number"]))


def _save(pen: Pen, said: Said) -> Row:
    current = pen.rounds[-1]
    before = pen.themes.get((said.theme, current["number"]))
    version = before["version"] + 1 if before else 1
    row = pen.tables["assessment.ThemeAssessment"].add(
        case_id=pen.id,
        round_id=current["id"],
        frame=pen.kind.spec.frame or "",
        theme=said.theme,
        version=version,
        own_words=said.own_words,
        observed=said.observed,
        source=said.source,
        entry_id=said.entry,
        resources=said.resources,
        level_now=said.now,
        level_expected=said.expected,
        subthemes=list(said.subthemes),
        performance=said.performance,
        meaning=said.meaning,
        at=pen.at,
        by=pen.by.subject,
        by_name=pen.by.name,
    )
    pen.themes[said.theme, current["number"]] = row
    pen.append(events.ThemeAssessed(theme=said.theme, round=current["number"], version=version))
    return row
