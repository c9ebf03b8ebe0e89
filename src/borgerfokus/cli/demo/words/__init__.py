"""What is said and written in the demo's cases: invented, in plain Danish, one module for each kind of case."""

from borgerfokus.cli.demo.words import aids, children, costs, home_care, rehabilitation, residence, support
from borgerfokus.cli.demo.words.model import Words

BY_KIND: dict[str, Words] = {
    "sel-85": support.WORDS,
    "sel-107": residence.WORDS,
    "sel-100": costs.WORDS,
    "sel-112": aids.WORDS,
    "aeldre-helhedspleje": home_care.WORDS,
    "sul-140": rehabilitation.WORDS,
    "bl-18": children.SCREENING,
    "bl-20": children.EXAMINATION,
    "bl-32": children.SUPPORT,
    "bl-108": children.YOUTH_PLAN,
}
"""The words of each kind of case, by the key of its case type."""
