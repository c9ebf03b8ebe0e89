"""An invented projection of the demo's population, in the shape of Statistics Denmark's CSV.

As in most municipalities there will be more of the oldest and somewhat fewer children; nobody has counted it.
"""

from datetime import datetime
from pathlib import Path
from typing import Final

from django.conf import settings

from borgerfokus.apps.insight import service as insight

AREA: Final = "990"
"""No municipality has this code."""

_OLDEST: Final = 105
_GROWTH: Final = ((17, -0.006), (29, -0.003), (49, 0.004), (66, -0.002), (79, 0.009), (_OLDEST, 0.045))
_PEOPLE: Final = 640
"""So many of each age below sixty; from there on fewer."""


def load(*, now: datetime) -> None:
    """Import it as a file from the StatBank would be."""
    insight.import_projection(
        root=Path(settings.INSIGHT_ROOT),
        content=document(year=now.year).encode(),
        area=AREA,
        source="opdigtet til demoen",
        invented=True,
        at=now,
    )


def document(*, year: int) -> str:
    """The file: ages one by one, this year and ten more."""
    rows = [
        f"{AREA} {settings.MUNICIPALITY};{_age(age)};{year + ahead};{_people(age, ahead)}"
        for age in range(_OLDEST + 1)
        for ahead in range(11)
    ]
    return "\n".join(["OMRÅDE;ALDER;TID;INDHOLD", *rows, ""])


def _age(age: int) -> str:
    return f"{age} år og derover" if age == _OLDEST else f"{age} år"


def _people(age: int, ahead: int) -> int:
    growth = next(share for top, share in _GROWTH if age <= top)
    left = max(0.0, 1 - max(0, age - 60) / 45)
    return round(_PEOPLE * left * (1 + growth) ** ahead)
