"""Small files of each kind, and hostile ones."""

import io
import struct
import zipfile
import zlib

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(32) + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack("!L", 13) + b"IHDR" + bytes(17)
HEIC = struct.pack("!L", 24) + b"ftypheic" + bytes(12)
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
WORD_MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def types(main: str) -> bytes:
    """The content types of a document with this main part."""
    return f'<Types xmlns="t"><Override PartName="/m.xml" ContentType="{main}"/></Types>'.encode()


def relations(kind: str, *, external: bool) -> bytes:
    """A part with one relation of a kind."""
    mode = ' TargetMode="External"' if external else ""
    relation = f'<Relationship Id="r1" Type="{_REL}{kind}" Target="http://fjordby.example/x"{mode}/>'
    return f'<Relationships xmlns="r">{relation}</Relationships>'.encode()


def zipped(parts: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def office(main: str = WORD, **parts: bytes) -> bytes:
    """An Office document with further parts; in their names "__" stands for "/" and "_dot_" for "."."""
    more = {name.replace("__", "/").replace("_dot_", "."): content for name, content in parts.items()}
    return zipped({"[Content_Types].xml": types(main), "word/document.xml": b"<document/>", **more})


def liar(size: int) -> bytes:
    """A document one part of which says that it is small and inflates to `size`."""
    honest = office(word__media__a_dot_xml=bytes(size))
    told = struct.pack("<L", size)
    return honest.replace(told, struct.pack("<L", 10))


def overlapping() -> bytes:
    """A document two parts of which are the same bytes."""
    content = bytearray(office(word__a_dot_xml=b"a" * 5000, word__b_dot_xml=b"a" * 5000))
    first = content.find(b"PK\x01\x02", content.find(b"PK\x01\x02"))
    entries: list[int] = []
    while first != -1:
        entries.append(first)
        first = content.find(b"PK\x01\x02", first + 4)
    content[entries[3] + 42 : entries[3] + 46] = content[entries[2] + 42 : entries[2] + 46]
    return bytes(content)


def squeezed(size: int) -> int:
    """How few bytes a part of so many zeros takes; a bomb is small."""
    return len(zlib.compress(bytes(size)))
