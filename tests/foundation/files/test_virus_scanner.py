"""ClamAV's daemon is spoken to over its own protocol; without a clear verdict a file is not clean."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tests.foundation.files.builders import EICAR, PDF

from borgerfokus.foundation.files.scanning import Clamd, ScannerUnavailable, SimulatedScanner


@contextmanager
def daemon(answer: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """A daemon that reads what it is sent and answers with the same thing each time."""
    received: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=_serve, args=(server, answer, received))
        thread.start()
        try:
            yield f"127.0.0.1:{server.getsockname()[1]}", received
        finally:
            thread.join(5)


def _serve(server: socket.socket, answer: bytes, received: list[bytes]) -> None:
    link, _ = server.accept()
    with link, link.makefile("rb") as stream:
        assert stream.read(10) == b"zINSTREAM\0"
        content = b""
        while size := struct.unpack("!L", stream.read(4))[0]:
            content += stream.read(size)
        received.append(content)
        link.sendall(answer)


def test_clean():
    content = PDF * 5000
    with daemon(b"stream: OK\0") as (address, received):
        assert Clamd(address).finds(content) is False
    assert received == [content]


def test_found():
    with daemon(b"stream: Eicar-Test-Signature FOUND\0") as (address, _):
        assert Clamd(address).finds(EICAR) is True


@pytest.mark.parametrize("answer", [b"", b"INSTREAM size limit exceeded. ERROR\0", b"OK\0"])
def test_anything_else_is_not_a_verdict(answer: bytes):
    with daemon(answer) as (address, _), pytest.raises(ScannerUnavailable):
        Clamd(address).finds(PDF)


def test_nobody_answers():
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
    with pytest.raises(ScannerUnavailable):
        Clamd(address).finds(PDF)
    with pytest.raises(ScannerUnavailable):
        Clamd("/nowhere/clamd.sock").finds(PDF)


def test_the_simulated_one_finds_the_test_file():
    assert SimulatedScanner().finds(EICAR)
    assert not SimulatedScanner().finds(PDF)
