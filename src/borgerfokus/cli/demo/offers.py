"""The catalogue of offers, read from `offers.toml`, as the rows that the platform would have written."""

import tomllib
from datetime import date, datetime
from decimal import Decimal
from importlib.resources import files
from typing import Any

from borgerfokus.cli.demo.tables import Row, Tables
from borgerfokus.core.money import Money
from borgerfokus.core.offers.words import Dimension

_READ: dict[str, Any] = tomllib.loads((files("borgerfokus.cli.demo") / "offers.toml").read_text("utf-8"))
_FIRST = date(2020, 1, 1)
_COPIED = ("key", "kind", "level", "methods", "development", "phone", "capacity", "waiting_days", "weeks")
_LISTS = ("themes", "groups", "sections")


def build(*, tables: Tables, at: datetime) -> list[Row]:
    """Put the catalogue in place. Returns its rows in the order of the file."""
    return [tables["offers.Offer"].add(number=1, saved_at=at, saved_by="system:0", **_row(one)) for one in contents()]


def contents() -> list[dict[str, Any]]:
    """The offers as they are written in the file."""
    found: list[dict[str, Any]] = _READ["offers"]
    return found


def _row(one: dict[str, Any]) -> Row:
    """Field of an offer → value."""
    amount, unit = one.get("price", ("0,00", "free"))
    kind, provider, place = one["provider"]
    lowest, highest = one.get("ages", (0, 0))
    hours, start = one.get("hours_per_week"), _READ["starts"][one["start"]]
    return {
        **{name: one[name] for name in _COPIED if name in one},
        **{name: list(one.get(name, ())) for name in _LISTS},
        **_evidence(one.get("evidence", "")),
        "title": one["title"]["da"],
        "title_en": one["title"]["en"],
        "short": one["short"]["da"],
        "short_en": one["short"]["en"],
        "text": one.get("text", ""),
        "start": start["da"],
        "start_en": start["en"],
        "search_words": one.get("words", ""),
        "age_from": lowest or None,
        "age_to": highest or None,
        "price_ore": Money.parse_danish(amount).ore,
        "price_unit": unit,
        "hours_per_week": Decimal(hours) if hours else None,
        "provider_kind": kind,
        "provider": provider,
        "place": place,
        "languages": list(one.get("languages", ("da",))),
        "without_case": one.get("open", False),
        "public": one.get("public", True),
        "starts": _FIRST,
        "ends": None,
    }


def _evidence(grades: str) -> dict[str, str]:
    """The five grades in the order of the dimensions, "-" where nothing is declared."""
    pairs = zip(Dimension, grades.split(), strict=False)
    return {f"evidence_{one.value}": grade for one, grade in pairs if grade != "-"}
