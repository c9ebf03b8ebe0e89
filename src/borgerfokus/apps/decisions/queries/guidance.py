"""The way to appeal from what is decided in a case, for the letters of the apps above."""

from datetime import date

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions.queries.letter import guidance
from borgerfokus.apps.decisions.queries.sender import frame_of
from borgerfokus.core.decisions.letter import AppealGuidance
from borgerfokus.foundation.parameters import service as parameters


def appeal_guidance(*, case: Case, language: str, on: date) -> AppealGuidance | None:
    """To whom, by when and how a decision in the case is appealed (forvaltningsloven § 25), or None."""
    frame = frame_of(case=case, language=language)
    return guidance(case.type_version.spec.appeal, parameters.parameters(), frame, language, on)
