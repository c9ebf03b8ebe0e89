"""The check for malicious content: ClamAV's daemon where there is one, a stand-in for the demo, or none."""

import socket
import struct
from typing import Final, Protocol

from django.conf import settings

_CHUNK: Final = 64 * 1024
_PATIENCE: Final = 60.0
"""Seconds that the daemon may be silent; a document of 20 MB takes it one to three."""
_TEST_SIGNATURE: Final = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"


class ScannerUnavailable(OSError):
    """The scanner did not answer, or not in a way that says clean or not. The file stays in quarantine."""


class Scanner(Protocol):
    """Says whether content is malicious."""

    def finds(self, content: bytes) -> bool:
        """Whether something malicious was found. Raises ScannerUnavailable."""
        ...


class SimulatedScanner:
    """Finds the test file that every virus scanner knows, and nothing else."""

    def finds(self, content: bytes) -> bool:
        """Whether the test signature stands in the content."""
        return _TEST_SIGNATURE in content


class Clamd:
    """ClamAV's daemon, spoken to over its own protocol. `address` is a socket's path, or host:port."""

    def __init__(self, address: str) -> None:
        self._address = address

    def finds(self, content: bytes) -> bool:
        """Send the content and read the verdict. Raises ScannerUnavailable."""
        try:
            with self._connect() as link:
                link.sendall(b"zINSTREAM\0")
                for start in range(0, len(content), _CHUNK):
                    piece = content[start : start + _CHUNK]
                    link.sendall(struct.pack("!L", len(piece)) + piece)
                link.sendall(struct.pack("!L", 0))
                verdict = _answer(link)
        except OSError as error:
            raise ScannerUnavailable(type(error).__name__) from None
        if verdict.endswith(b" FOUND"):
            return True
        if verdict == b"stream: OK":
            return False
        raise ScannerUnavailable("an answer that is neither OK nor FOUND")

    def _connect(self) -> socket.socket:
        if "/" in self._address:
            link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            link.settimeout(_PATIENCE)
            try:
                link.connect(self._address)
            except OSError:
                link.close()
                raise
            return link
        host, _, port = self._address.rpartition(":")
        return socket.create_connection((host, int(port)), timeout=_PATIENCE)


def scanner() -> Scanner | None:
    """The scanner that this installation has, or None: files then stay in quarantine."""
    match settings.SCANNER:
        case "simulated":
            return SimulatedScanner()
        case "clamd":
            return Clamd(settings.CLAMD_SOCKET)
        case _:
            return None


def _answer(link: socket.socket) -> bytes:
    told = b""
    while piece := link.recv(1024):
        told += piece
        if b"\0" in told:
            break
    return told.rstrip(b"\0\n")
