"""Pictures of pages become one PDF with a page for each; what is no picture is said, and which."""

import struct
import zlib
from io import BytesIO

import pikepdf
import pytest

from borgerfokus.foundation.text.pages import NotAPicture, pages_as_pdf


def _png(width: int = 4, height: int = 6) -> bytes:
    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + b"\x80" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")


def test_each_picture_is_a_page_in_its_order():
    made = pages_as_pdf(pictures=[_png(), _png(8, 2), _png()], language="da")
    with pikepdf.open(BytesIO(made)) as pdf:
        assert len(pdf.pages) == 3


@pytest.mark.parametrize("second", [b"%PDF-1.7", b"", b"<svg/>"])
def test_what_is_no_picture_is_named(second: bytes):
    with pytest.raises(NotAPicture) as told:
        pages_as_pdf(pictures=[_png(), second], language="da")
    assert told.value.number == 2


def test_a_picture_that_cannot_be_read_is_refused():
    with pytest.raises(NotAPicture):
        pages_as_pdf(pictures=[_png()[:40]], language="da")
