"""A small catalogue for tests: a club open to all, a group, support at home, housing, and an offer for staff alone."""

from dataclasses import replace
from datetime import date, datetime

from borgerfokus.apps.offers import service as offers
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as

HOME = offers.OfferContent(
    title="Hjemmevejledning",
    title_en="Support worker at home",
    short="En hjemmevejleder kommer hos dig.",
    short_en="A support worker comes to your home.",
    text="I øver det, der er svært.",
    start="Søg om støtte i hverdagen.",
    start_en="Apply for support in everyday life.",
    kind="support",
    themes=("mental-health", "disability"),
    groups=("mental",),
    sections=("serviceloven § 85",),
    age_from=18,
    level="home_support",
    methods="Motiverende samtale",
    evidence_method="B",
    evidence_effect="C",
    waiting_days=14,
    price_ore=48_500,
    price_unit="hour",
    provider_kind="own",
    provider="Fjordby Bostøtte",
    place="Fjordby",
    languages=("da", "en"),
    starts=date(2025, 1, 1),
)
CLUB = replace(
    HOME,
    title="Torsdagscaféen",
    title_en="The Thursday café",
    short="Kaffe og mennesker hver torsdag.",
    short_en="Coffee and company every Thursday.",
    start="Du kan bare komme.",
    start_en="Just come.",
    kind="company",
    sections=(),
    without_case=True,
    level="association",
    price_ore=0,
    price_unit="free",
    provider_kind="volunteers",
    provider="Frivilliggruppen i Fjordby",
    place="Wiedergården",
)
GROUP = replace(HOME, title="Gruppe for mestring", title_en="Coping group", level="group", place="Nabosund")
HOUSING = replace(
    HOME, title="Bofællesskabet Tangen", title_en="Tangen", level="temporary_housing", sections=("serviceloven § 107",)
)
SECRET = replace(HOME, title="Krisebolig", title_en="Crisis flat", public=False, level="temporary_housing")
SMALL = {"torsdagscafeen": CLUB, "mestring": GROUP, "hjemmevejledning": HOME, "tangen": HOUSING, "krisebolig": SECRET}


def fill_catalogue(*, at: datetime) -> None:
    """Put the small catalogue in place."""
    by = system("test")
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        for key, content in SMALL.items():
            added = offers.add(key=key, content=content, by=by, at=at)
            assert not isinstance(added, Refusal), added
