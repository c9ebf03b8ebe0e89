"""What the reasons are built from: the facts of the file with their sources, and the points of the hearing."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions.models import Hearing, HearingStage
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.decisions.reasons import Fact, HearingPoint, Reasons, propose


def facts_of(*, case: Case, at: datetime, language: str, keys: Collection[str] | None = None) -> tuple[Fact, ...]:
    """The facts on file in the order of the case type's list; only those in `keys` when it is given.

    What is known from an entry that is withheld from the citizen is not among them: the reasons are for the citizen.
    """
    known = assessment.of_case(case=case, at=at).evidence
    on_file = {key: row for key, row in known.items() if row.entry is None or not row.entry.withheld}
    return tuple(
        Fact(
            key=spec.key,
            title=spec.title.in_(language),
            value=on_file[spec.key].value,
            source=on_file[spec.key].source,
            as_of=on_file[spec.key].as_of,
        )
        for spec in case.type_version.spec.information
        if spec.key in on_file and (keys is None or spec.key in keys)
    )


def rests_on(case: Case, keys: Collection[str], *, at: datetime) -> list[dict[str, Any]]:
    """Which piece of evidence each quoted fact rests on now, and which version of a theme."""
    known = assessment.of_case(case=case, at=at).evidence
    return [
        {"key": key, "evidence": known[key].pk, "theme": known[key].theme_id} for key in sorted(keys) if key in known
    ]


def points_of(*, case: Case) -> tuple[HearingPoint, ...]:
    """What the party has said when heard, in the order it was said."""
    answered = Hearing.objects.filter(case=case, stage=HearingStage.ANSWERED).order_by("pk")
    return tuple(HearingPoint(key=point["key"], text=point["text"]) for row in answered for point in row.points)


def proposed_reasons(*, case: Case, outcome: Outcome, language: str, at: datetime) -> Reasons:
    """A first text of the three parts of forvaltningsloven § 24, from the case type's rules and the facts on file."""
    spec = case.type_version.spec
    needed = {fact.key for fact in spec.facts_for(outcome)}
    return propose(
        rules_text=spec.rules_text.in_(language),
        facts=facts_of(case=case, at=at, language=language, keys=needed),
        outcome=outcome,
        hearing_points=points_of(case=case),
        language=language,
    )
