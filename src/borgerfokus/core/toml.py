"""TOML that people hand in. `tomllib` has no bounds: it gives up on what is deep, and is slow where a key is long."""

import re
import tomllib
from typing import Any, Final

LONGEST: Final = 500_000
MOST_PARTS: Final = 60
_LONG_KEY: Final = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{MOST_PARTS}}}")


def loads(document: str) -> dict[str, Any]:
    """The table of a document. Raises `tomllib.TOMLDecodeError`, also for what is too long or too deep."""
    if len(document) > LONGEST:
        raise tomllib.TOMLDecodeError(f"longer than {LONGEST} signs")
    if _LONG_KEY.search(document):
        raise tomllib.TOMLDecodeError(f"a key of more than {MOST_PARTS} parts")
    try:
        return tomllib.loads(document)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise tomllib.TOMLDecodeError("too deep") from None
    except ValueError as error:
        raise tomllib.TOMLDecodeError(str(error)) from None
