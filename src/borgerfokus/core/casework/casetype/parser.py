"""From a TOML document to a case type, or to everything that is wrong with it."""

from __future__ import annotations

import tomllib

from borgerfokus.core import toml
from borgerfokus.core.casework.casetype import messages, reader
from borgerfokus.core.casework.casetype.consistency import inconsistencies
from borgerfokus.core.casework.casetype.errors import ConfigurationError
from borgerfokus.core.casework.casetype.model import CaseType


def parse(document: str) -> CaseType | tuple[ConfigurationError, ...]:
    """The case type that `document` (TOML) describes, or all its errors in the order they were found.

    Numbers in a path count from 1, as people do: `phases[2]` is the second phase.
    """
    try:
        table = toml.loads(document)
    except tomllib.TOMLDecodeError as error:
        return (messages.not_toml(str(error)),)
    errors: list[ConfigurationError] = []
    value = reader.read(CaseType, table, "", errors)
    if not isinstance(value, CaseType):
        return tuple(errors)
    errors.extend(inconsistencies(value))
    return tuple(errors) if errors else value

