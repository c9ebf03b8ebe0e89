"""A look into Office documents, which are zip files: what is in them, how large it becomes, what it fetches.

A zip with a program in it is not a document, whatever it is called. Everything is inflated once for real,
since the sizes that a zip tells of itself may be lies.
"""

import re
import zlib
from enum import Enum
from typing import BinaryIO, Final
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from borgerfokus.foundation.files import answers
from borgerfokus.foundation.files.answers import FileRefused

MAX_MEMBERS: Final = 3000
MAX_INFLATED: Final = 150 * 1024 * 1024
"""Seven times the largest file that is taken in; a real document of 20 MB is mostly pictures."""
MAX_PART: Final = 4 * 1024 * 1024
"""How much of a part that is parsed (relations and content types) may be read."""
_CHUNK: Final = 256 * 1024
_TYPES: Final = "[Content_Types].xml"
_PLAIN_PARTS: Final = frozenset(
    {"xml", "rels", "vml", "odttf", "fntdata", "txt"}
    | {"png", "jpg", "jpeg", "gif", "emf", "wmf", "tif", "tiff", "bmp", "svg"}
)
_PRINTER: Final = re.compile(r"(word|xl)/printerSettings/[\w-]+\.bin")
_OUTWARD: Final = ("attachedTemplate", "oleObject", "frame", "package", "externalLinkPath", "subDocument")


class Package(Enum):
    """The Office documents that are taken in, by the type of their main part."""

    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


class _Refused(Exception):
    def __init__(self, answer: FileRefused) -> None:
        super().__init__(answer.code)
        self.answer = answer


def look(content: BinaryIO) -> Package | FileRefused:
    """Which document the zip is, or why it is refused. `content` must be seekable."""
    try:
        with ZipFile(content) as archive:
            _check_list(archive.infolist())
            parts = _inflate(archive)
        return _main(parts)
    except _Refused as refused:
        return refused.answer
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        return answers.DAMAGED


def _check_list(members: list[ZipInfo]) -> None:
    """Refuse by what the list of contents says: too many, hidden twice, encrypted, a program, a macro."""
    names = [member.filename for member in members]
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_INFLATED:
        raise _Refused(answers.BOMB)
    if _TYPES not in names:
        raise _Refused(answers.UNKNOWN_KIND)
    if len({name.lower() for name in names}) != len(names):
        raise _Refused(answers.DAMAGED)
    _check_overlap(members)
    for member in members:
        _check_member(member)


def _check_overlap(members: list[ZipInfo]) -> None:
    """Members that share their bytes are how a small zip becomes a huge one."""
    end = 0
    for member in sorted(members, key=lambda one: one.header_offset):
        if member.header_offset < end:
            raise _Refused(answers.BOMB)
        end = member.header_offset + member.compress_size + len(member.filename)


def _check_member(member: ZipInfo) -> None:
    name = member.filename
    if member.flag_bits & 1:
        raise _Refused(answers.OLD_OFFICE)
    if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise _Refused(answers.DAMAGED)
    if name.startswith("/") or "\\" in name or ".." in name.split("/") or not name.isprintable():
        raise _Refused(answers.DAMAGED)
    base = name.rpartition("/")[2].lower()
    if base.startswith("vba") or "macrosheets/" in name.lower():
        raise _Refused(answers.MACRO)
    if base and base.rpartition(".")[2] not in _PLAIN_PARTS and not _PRINTER.fullmatch(name):
        raise _Refused(answers.EMBEDDED)


def _inflate(archive: ZipFile) -> dict[str, bytes]:
    """Inflate everything, keep the parts that are parsed. Raises when it becomes too much."""
    kept: dict[str, bytes] = {}
    left = MAX_INFLATED
    for member in archive.infolist():
        keep = member.filename == _TYPES or member.filename.endswith(".rels")
        if keep and member.file_size > MAX_PART:
            raise _Refused(answers.BOMB)
        pieces: list[bytes] = []
        with archive.open(member) as part:
            while piece := part.read(_CHUNK):
                left -= len(piece)
                if left < 0:
                    raise _Refused(answers.BOMB)
                if keep:
                    pieces.append(piece)
        if keep:
            kept[member.filename] = b"".join(pieces)
    return kept


def _main(parts: dict[str, bytes]) -> Package:
    types = {attributes.get("ContentType", "") for attributes in _elements(parts.pop(_TYPES))}
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in types):
        raise _Refused(answers.MACRO)
    for relations in parts.values():
        if any(_reaches_out(attributes) for attributes in _elements(relations)):
            raise _Refused(answers.EMBEDDED)
    for package in Package:
        if package.value in types:
            return package
    raise _Refused(answers.UNKNOWN_KIND)


def _reaches_out(attributes: dict[str, str]) -> bool:
    """Whether a relation makes the program fetch something; a link that a person may follow does not."""
    kind = attributes.get("Type", "").rpartition("/")[2]
    return attributes.get("TargetMode", "").lower() == "external" and kind in _OUTWARD


def _elements(document: bytes) -> list[dict[str, str]]:
    """The attributes of every element. A document type, which only an attack has here, is refused."""
    found: list[dict[str, str]] = []
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise _Refused(answers.DAMAGED)

    def start(_: str, attributes: dict[str, str]) -> None:
        found.append(attributes)

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    try:
        parser.Parse(document, True)
    except (expat.ExpatError, LookupError):
        raise _Refused(answers.DAMAGED) from None
    return found
