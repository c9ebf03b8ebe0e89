"""The fonts of the letters: a folder of TrueType files, and nothing from the system it runs on."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import typst
from django.conf import settings

REGULAR = "IBMPlexSans-Regular.ttf"


class FontsMissing(RuntimeError):
    """The font folder lacks the letter font. Set `BORGERFOKUS_FONTS` to the folder that holds it."""


def font_folder() -> Path:
    """The folder named by the setting `BORGERFOKUS_FONTS`. Raises `FontsMissing`."""
    named = getattr(settings, "BORGERFOKUS_FONTS", None)
    if named is None:
        raise FontsMissing("BORGERFOKUS_FONTS names no folder")
    return Path(named)


@lru_cache(maxsize=4)
def loaded(folder: Path) -> typst.Fonts:
    """The fonts in the folder, read once for the process. Raises `FontsMissing`."""
    if not (folder / REGULAR).is_file():
        raise FontsMissing(f"{REGULAR} is not in {folder}")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
