"""The shipped documents as text, to be spoilt in one place at a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from borgerfokus.core.casework.casetype import CaseType, parse, shipped_documents
from borgerfokus.core.rules import Parameters

UNITS = frozenset(
    {
        "boern-forebyggelse",
        "handicap-psykiatri",
        "merudgifter",
        "nabosund-genoptraening",
        "nabosund-hjaelpemidler",
        "visitation",
        "voksenteamet",
    }
)
SUBJECTS = frozenset(
    (
        "27.24.00", "27.24.03", "27.24.06", "27.24.45",
        "27.36.04", "27.36.06", "27.36.08", "27.36.12", "27.36.16", "27.39.16", "27.39.20",
        "27.48.04", "27.48.08", "27.51.04", "27.51.08", "27.54.04", "27.54.08", "27.57.04",
        "27.57.08", "27.57.12", "27.57.16", "27.60.04", "27.60.16", "27.60.20", "27.60.24",
        "27.60.28", "27.63.04", "29.18.00", "29.21.04", "29.24.04", "32.18.08", "32.18.14",
    )
)


@pytest.fixture(scope="session")
def units() -> frozenset[str]:
    return UNITS


@pytest.fixture(scope="session")
def subjects() -> frozenset[str]:
    return SUBJECTS


@pytest.fixture(scope="session")
def parameters() -> Parameters:
    return Parameters.load()


@pytest.fixture(scope="session")
def document() -> str:
    """The text of a real document with a form, twelve facts and an own deadline."""
    return shipped_documents()["sel-85"]


@pytest.fixture(scope="session")
def changed(document: str) -> Callable[[str, str], str]:
    """The document with the first `old` replaced by `new`; fails when there is nothing to replace."""

    def change(old: str, new: str) -> str:
        assert old in document, f"the document has no {old!r}"
        return document.replace(old, new, 1)

    return change


@pytest.fixture(scope="session")
def changed_type(changed: Callable[[str, str], str]) -> Callable[[str, str], CaseType]:
    """The case type that the changed document describes."""

    def read(old: str, new: str) -> CaseType:
        found = parse(changed(old, new))
        assert isinstance(found, CaseType), found
        return found

    return read
