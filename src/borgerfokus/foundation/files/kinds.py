"""Which kinds of file are taken in, told by the content. Names are not believed."""

from dataclasses import dataclass
from typing import BinaryIO, Final

from borgerfokus.foundation.files import answers, packages
from borgerfokus.foundation.files.answers import FileRefused
from borgerfokus.foundation.files.names import ending

_HEAD: Final = 4096
_TAIL: Final = 4096
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEIC_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1"})
_TEXT_CONTROLS: Final = frozenset(range(32)) - frozenset(b"\t\n\r\f")


@dataclass(frozen=True)
class Kind:
    """A kind of file that is taken in. `inline` kinds may be shown in the browser; others are saved."""

    media_type: str
    ending: str
    inline: bool = False
    also: frozenset[str] = frozenset()


PDF: Final = Kind("application/pdf", "pdf", inline=True)
JPEG: Final = Kind("image/jpeg", "jpg", inline=True, also=frozenset({"jpeg"}))
PNG: Final = Kind("image/png", "png", inline=True)
HEIC: Final = Kind("image/heic", "heic", also=frozenset({"heif"}))
DOCX: Final = Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx")
XLSX: Final = Kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx")
TEXT: Final = Kind("text/plain", "txt")
ALL: Final = (PDF, JPEG, PNG, HEIC, DOCX, XLSX, TEXT)
BY_MEDIA_TYPE: Final = {kind.media_type: kind for kind in ALL}


def look(content: BinaryIO, *, name: str) -> Kind | FileRefused:
    """What the content is, or why it is refused. Reads `content`, which must be seekable, from its start."""
    content.seek(0)
    head = content.read(_HEAD)
    if not head:
        return answers.EMPTY
    if head.startswith(b"%PDF-"):
        return PDF if b"%%EOF" in _tail(content) else answers.DAMAGED
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR":
        return PNG
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return HEIC
    if head.startswith(_OLE):
        return answers.OLD_OFFICE
    if head.startswith(b"PK\x03\x04"):
        return _office(content)
    if ending(name) == "txt":
        return _text(content)
    return answers.UNKNOWN_KIND


def _tail(content: BinaryIO) -> bytes:
    end = content.seek(0, 2)
    content.seek(max(0, end - _TAIL))
    return content.read()


def _office(content: BinaryIO) -> Kind | FileRefused:
    content.seek(0)
    found = packages.look(content)
    if isinstance(found, FileRefused):
        return found
    return DOCX if found is packages.Package.DOCX else XLSX


def _text(content: BinaryIO) -> Kind | FileRefused:
    content.seek(0)
    return TEXT if _TEXT_CONTROLS.isdisjoint(content.read()) else answers.UNKNOWN_KIND
