"""The documents that come with the platform, each put together with its bases."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Final

from borgerfokus.core.casework.casetype.bases import resolve
from borgerfokus.core.casework.casetype.errors import UnusableDocument
from borgerfokus.core.casework.casetype.model import CaseType
from borgerfokus.core.casework.casetype.parser import parse

_PACKAGE: Final = "borgerfokus.core.casework"
_FOLDER: Final = "casetypes"
_BASES: Final = "base"
_ENDING: Final = ".toml"


@cache
def shipped_bases() -> dict[str, str]:
    """The text of each base by its name, the file's without its ending."""
    return _texts(f"{_FOLDER}/{_BASES}")


@cache
def shipped_documents() -> dict[str, str]:
    """The self-contained text of each shipped document by its name, in order. Raises `UnusableDocument`."""
    whole = {}
    for name, document in _texts(_FOLDER).items():
        text = resolve(document=document, bases=shipped_bases())
        if not isinstance(text, str):
            raise UnusableDocument(f"{name}{_ENDING}", text)
        whole[name] = text
    return whole


@cache
def shipped() -> tuple[tuple[CaseType, str], ...]:
    """Each shipped case type with its self-contained document, by key and version. Raises `UnusableDocument`."""
    found = []
    for name, document in shipped_documents().items():
        case_type = parse(document)
        if not isinstance(case_type, CaseType):
            raise UnusableDocument(f"{name}{_ENDING}", case_type)
        found.append((case_type, document))
    return tuple(sorted(found, key=lambda one: (one[0].key, one[0].version)))


def load_shipped() -> tuple[CaseType, ...]:
    """The case types that come with the platform, by key and version. Raises `UnusableDocument`."""
    return tuple(case_type for case_type, _ in shipped())


def _texts(folder: str) -> dict[str, str]:
    entries = sorted((resources.files(_PACKAGE) / folder).iterdir(), key=lambda one: one.name)
    return {
        one.name.removesuffix(_ENDING): one.read_text(encoding="utf-8")
        for one in entries
        if one.name.endswith(_ENDING)
    }
