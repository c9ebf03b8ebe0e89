"""What sentences about events are made of: the names that they need, and sentences that are always the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from borgerfokus.web.frame import on_day


@dataclass(frozen=True)
class Names:
    """The names that sentences need, gathered beforehand: employees and persons by id, units by key, facts by key.

    A person that the reader may not see by name is simply left out.
    """

    employees: Mapping[int, str] = field(default_factory=dict)
    persons: Mapping[int, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    deadlines: Mapping[str, str] = field(default_factory=dict)


Said = Mapping[str, Any]
"""What an event says."""

Words = Callable[[Said, Names], str]
"""Makes the sentence."""


def day(text: str) -> str:
    """The day of a moment or day as ISO 8601, "" for none."""
    return on_day(date.fromisoformat(text[:10])) if text else ""


def plain(text: str) -> Words:
    """A sentence that is always the same."""
    return lambda _said, _names: _(text)
