"""The catalogue as a sheet: the columns that `borgerfokus import offers` reads, lists joined by an upright stroke."""

from borgerfokus.apps.offers import service as offers
from borgerfokus.core.money import Money

BETWEEN = "|"
COLUMNS = (
    "key", "title", "title_en", "short", "short_en", "text", "start", "start_en", "search_words", "kind", "themes",
    "groups", "sections", "age_from", "age_to", "level", "methods", "evidence_target_group", "evidence_method",
    "evidence_implementation", "evidence_effect", "evidence_economy", "development", "capacity", "waiting_days",
    "price", "price_unit", "hours_per_week", "weeks", "provider_kind", "provider", "place", "phone", "languages",
    "without_case", "public", "from", "to",
)  # fmt: skip
_FIELDS = {"from": "starts", "to": "ends"}


def cells(row: offers.Offer) -> list[str]:
    """An offer as a line of the sheet."""
    return [_cell(row, name) for name in COLUMNS]


def _cell(row: offers.Offer, name: str) -> str:
    if name == "price":
        return Money(row.price_ore).in_danish().removesuffix(" kr.")
    value = getattr(row, _FIELDS.get(name, name))
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, list):
        return BETWEEN.join(value)
    return "" if value is None else str(value)
