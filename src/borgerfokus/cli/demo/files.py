"""The files of the demo in the file store: small real PDFs, written without waiting for the disk."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from borgerfokus.foundation.files.storage import path_of


class Store:
    """The file store while the demo is loaded; what was written is taken back when the load fails."""

    def __init__(self) -> None:
        self._root = Path(settings.FILES_ROOT)
        self._written: list[Path] = []

    def write(self, contents: Mapping[str, bytes]) -> None:
        """Write each content under its checksum, unless it is there."""
        for checksum, content in contents.items():
            target = self._root / path_of(checksum)
            if not target.exists():
                target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                target.write_bytes(content)
                self._written.append(target)

    def undo(self) -> None:
        """Take back what was written."""
        for path in self._written:
            path.unlink(missing_ok=True)


def checksum(content: bytes) -> str:
    """By what a file is found."""
    return sha256(content).hexdigest()


def sheet(*, title: str, lines: Iterable[str]) -> bytes:
    """A one-page PDF with a heading and lines of plain text."""
    text = [f"BT /F1 16 Tf 64 770 Td ({_shown(title)}) Tj ET"]
    for number, line in enumerate(lines):
        text.append(f"BT /F1 11 Tf 64 {735 - 17 * number} Td ({_shown(line)}) Tj ET")
    return _document("\n".join(text).encode("cp1252", "replace"), title)


def _document(drawing: bytes, title: str) -> bytes:
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R /Lang (da) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 7 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (%s) >>" % _shown(title).encode("cp1252", "replace"),
        b"<< /Font << /F1 5 0 R >> >>",
    )
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(parts) + 1, table, len(parts) + 1, len(made))
    )


def _shown(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
