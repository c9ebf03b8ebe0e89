"""Sample objects of shares and of a trend."""

from __future__ import annotations

from borgerfokus.web.design import views as v
from borgerfokus.web.design.samples.language import Say


def shares_sample(say: Say) -> v.SharesView:
    """Two shares, the lower one marked."""
    letter, reasons = say("Brevet", "The letter"), say("Begrundelsen", "The reasons")
    label = say("Brevet: 62 % i orden, mellem 46 og 75 %", "The letter: 62 % in order, between 46 and 75 %")
    other = say("Begrundelsen: 91 % i orden, mellem 78 og 97 %", "The reasons: 91 % in order, between 78 and 97 %")
    return v.SharesView(
        finding=say("Svagest er brevet: i orden i 62 %.", "Weakest is the letter: in order in 62 %."),
        lines=(
            v.ShareLine(letter, "62 %", label, 62, 46, 75, sub=say("25 af 40 sager", "25 of 40 cases"), behind=True),
            v.ShareLine(reasons, "91 %", other, 91, 78, 97, sub=say("36 af 40 sager", "36 of 40 cases")),
        ),
        caption=say("I orden, trin for trin", "In order, step by step"),
        columns=(v.Column(say("Trin", "Step")), v.Column(say("I orden", "In order"), numeric=True)),
        rows=(v.Row((letter, "62 %")), v.Row((reasons, "91 %"))),
        note=say("Tallene er opdigtede.", "The figures are invented."),
    )


def trend_sample(say: Say) -> v.TrendView:
    """A share at three times."""
    points = (
        v.TrendPoint("2024", 14, 41, "41 %", 28, 56),
        v.TrendPoint("2025", 54, 52, "52 %", 38, 66, behind=True),
        v.TrendPoint("2026", 94, 70, "70 %", 58, 80),
    )
    return v.TrendView(
        finding=say("Det er blevet bedre: fra 41 % til 70 %.", "It has become better: from 41 % to 70 %."),
        label=say("2024: 41 %, 2025: 52 %, 2026: 70 %", "2024: 41 %, 2025: 52 %, 2026: 70 %"),
        points=points,
        caption=say("I orden over tid", "In order over time"),
        columns=(v.Column(say("År", "Year")), v.Column(say("I orden", "In order"), numeric=True)),
        rows=tuple(v.Row((one.when, one.text)) for one in points),
        note=say("Tallene er opdigtede.", "The figures are invented."),
    )
