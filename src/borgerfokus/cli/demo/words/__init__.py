"""What is said and written in the demo's cases: invented, in plain Danish, one module for each kind of case."""

from borgerfokus.cli.demo.words import (
    aids,
    children,
    costs,
    day_offer,
    home_care,
    nursing,
    rehabilitation,
    residence,
    support,
    training,
    transport,
    younger_care,
)
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
    "sel-83": younger_care.WORDS,
    "sel-86": training.WORDS,
    "sel-104": day_offer.WORDS,
    "sel-117": transport.WORDS,
    "sul-138": nursing.WORDS,
}
"""The words of each kind of case, by the key of its case type."""
