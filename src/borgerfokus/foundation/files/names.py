"""File names as they may be shown and sent: no path, nothing invisible, not too long, a fitting ending."""

import re
import unicodedata
from typing import Final

MAX_NAME: Final = 120
_FALLBACK: Final = "fil"
_RESERVED: Final = re.compile(r'[<>:"|?*\\/]')
_DEVICES: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_ENDING: Final = re.compile(r"\.([A-Za-z0-9]{1,5})$")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def ending(name: str) -> str:
    """The ending of a file name in small letters without the dot, or "" when it has none."""
    found = _ENDING.search(name.strip())
    return found[1].lower() if found else ""


def safe(name: str, *, ending_of_kind: str, also: frozenset[str] = frozenset()) -> str:
    """A name that can be shown and saved anywhere, ending with what the content is.

    `also` are other endings of the same kind, which are left as they are ("jpeg" for "jpg").
    """
    base = unicodedata.normalize("NFC", name.replace("\\", "/")).rpartition("/")[2]
    visible = "".join(sign for sign in base if unicodedata.category(sign) not in _INVISIBLE)
    stem = " ".join(_RESERVED.sub("_", visible).split()).strip(". ")
    given = ending(stem)
    last = given if given in also else ending_of_kind
    if given:
        stem = stem[: -len(given) - 1].rstrip(". ")
    if not stem.strip("_") or _DEVICES.fullmatch(stem):
        stem = f"{_FALLBACK}_{stem}".rstrip("_")
    return f"{stem[: MAX_NAME - len(last) - 1].rstrip('. ')}.{last}"
