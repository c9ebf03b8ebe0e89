"""Pictures of the pages of a letter as one PDF: a page for each, in the order in which they were taken."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import typst

_KINDS: Final = ((b"\xff\xd8\xff", "jpg"), (b"\x89PNG\r\n\x1a\n", "png"))
_PAGE: Final = """#set page(paper: "a4", margin: 8mm)
#set document(title: "{title}")
#set text(lang: "{language}")
"""
_PICTURE: Final = '#image("{name}", width: 100%, height: 100%, fit: "contain", alt: "{alt}")\n'


class NotAPicture(ValueError):
    """One of the files is no JPEG or PNG that can be read. `number` says which, from 1."""

    def __init__(self, number: int) -> None:
        super().__init__(f"file {number} is no picture")
        self.number = number


def pages_as_pdf(*, pictures: Sequence[bytes], language: str) -> bytes:
    """One PDF with a page for each picture (JPEG or PNG). Raises NotAPicture; nothing is kept of any then."""
    word = {"da": "Side", "en": "Page"}[language]
    with tempfile.TemporaryDirectory() as folder:
        source = _PAGE.format(title=word, language=language)
        for number, picture in enumerate(pictures, start=1):
            ending = next((ending for start, ending in _KINDS if picture.startswith(start)), None)
            if ending is None:
                raise NotAPicture(number)
            name = f"{number}.{ending}"
            (Path(folder) / name).write_bytes(picture)
            source += _PICTURE.format(name=name, alt=f"{word} {number}")
        main = Path(folder) / "pages.typ"
        main.write_text(source, encoding="utf-8")
        try:
            return typst.compile(str(main), root=folder, format="pdf", ignore_system_fonts=True)
        except typst.TypstError as error:
            raise NotAPicture(0) from error
