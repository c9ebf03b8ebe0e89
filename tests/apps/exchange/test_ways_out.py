"""The ways out: a webhook that is bounded and goes nowhere private, files, and a counterpart with bad days."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from tests.apps.exchange.receiver import Receiver, running
from tests.apps.exchange.setting import carry, happen, integrate
from tests.factories.world import World

from borgerfokus.apps.exchange import service as exchange
from borgerfokus.apps.exchange.actions import webhooks
from borgerfokus.apps.exchange.actions.filing import FilePort
from borgerfokus.apps.exchange.actions.webhooks import WebhookPort
from borgerfokus.core.exchange import index_shape
from borgerfokus.core.exchange.addresses import Guard
from borgerfokus.core.exchange.retrying import Trouble
from borgerfokus.core.exchange.structure import faults, read

LOOPBACK = Guard(loopback=True)
PARCEL = exchange.Parcel("evt_1", "000000000001-2026-000001-000001.json", "application/json", b"{}", 1)


@contextmanager
def _server(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """One connection is answered by hand."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            channel, _ = listening.accept()
            with channel:
                channel.recv(65_536)
                answer(channel)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        thread.join(timeout=10)


def _trouble(address: str, now: datetime, guard: Guard = LOOPBACK) -> Trouble:
    with pytest.raises(exchange.Unavailable) as raised:
        WebhookPort(address, (b"k" * 32,), guard).send(PARCEL, at=now)
    return raised.value.trouble


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        (b"HTTP/1.1 500 x\r\nContent-Length: 0\r\n\r\n", Trouble.FAILING),
        (b"HTTP/1.1 404 x\r\nContent-Length: 0\r\n\r\n", Trouble.REFUSED),
        (b"HTTP/1.1 410 x\r\nContent-Length: 0\r\n\r\n", Trouble.GONE),
        (b"HTTP/1.1 429 x\r\nContent-Length: 0\r\n\r\n", Trouble.BUSY),
        (b"HTTP/1.1 302 x\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", Trouble.REFUSED),
        (b"nonsense\r\n\r\n", Trouble.UNREACHABLE),
        (b"", Trouble.UNREACHABLE),
    ],
)
def test_what_the_receiver_answers_is_told_in_a_word(line: bytes, trouble: Trouble, now: datetime) -> None:
    with _server(lambda channel: channel.sendall(line)) as address:
        assert _trouble(address, now) is trouble


def test_an_answer_without_end_is_not_read_to_its_end(now: datetime) -> None:
    def flood(channel: socket.socket) -> None:
        channel.sendall(b"HTTP/1.1 200 x\r\n\r\n")
        with suppress(OSError):
            while True:
                channel.sendall(b"x" * 65_536)

    with _server(flood) as address:
        WebhookPort(address, (b"k" * 32,), LOOPBACK).send(PARCEL, at=now)


def test_a_receiver_that_drips_is_cut_off(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhooks, "WHOLE_SECONDS", 0.3)
    ended = threading.Event()

    def drip(channel: socket.socket) -> None:
        try:
            while not ended.wait(0.02):
                channel.sendall(b"H")
        except OSError:
            pass

    with _server(drip) as address:
        assert _trouble(address, now) is Trouble.TIMEOUT
        ended.set()


def test_nobody_there_and_a_name_that_leads_into_our_own_network(
    now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _trouble("http://127.0.0.1:1/", now) is Trouble.UNREACHABLE
    assert _trouble("http://127.0.0.1:1/", now, Guard()) is Trouble.NOT_ALLOWED

    def leads_inside(*_asked: object, **_more: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", ("8.8.8.8", 443)), (2, 1, 6, "", ("10.0.0.1", 443))]

    monkeypatch.setattr(socket, "getaddrinfo", leads_inside)
    assert _trouble("https://modtager.dk/", now, Guard()) is Trouble.NOT_ALLOWED


def test_what_was_judged_is_what_is_called(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[object] = []

    def connect(address: object, **_more: object) -> socket.socket:
        called.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_m: [(2, 1, 6, "", ("8.8.8.8", 443))])
    monkeypatch.setattr(socket, "create_connection", connect)
    assert _trouble("https://modtager.dk/", now, Guard()) is Trouble.UNREACHABLE
    assert called == [("8.8.8.8", 443)]


def test_a_message_says_nothing_about_anybody(world: World, settings: LazySettings) -> None:
    settings.WEBHOOK_LOOPBACK = True
    with running(Receiver(failing=0)) as receiver:
        made = integrate(world, address=receiver.address)
        receiver.secret, receiver.now = exchange.secret_of(made), int(world.at.timestamp())
        case = world.case(citizen_id=world.person("Mads", "Ellekjær"))
        carry(made, at=world.at)
    [event] = receiver.bodies
    assert event["specversion"] == "1.0"
    assert event["type"] == "dk.borgerfokus.case.opened"
    assert set(event["data"]) == {"case", "seq", "position"}
    assert event["subject"] == case.number
    said = json.dumps(event, ensure_ascii=False)
    for hidden in ("Ellekjær", "sel-85", case.need, f'"{case.citizen_id}"'):
        assert hidden not in said


@pytest.fixture
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    settings.EXCHANGE_ROOT = tmp_path / "ud"
    return tmp_path / "ud" / "journal"


def test_the_index_is_laid_down_as_files_in_order(world: World, folder: Path) -> None:
    made = integrate(world, way="index", counterpart="files")
    case = world.case(citizen_id=world.person())
    happen([case], times=2, at=world.at)
    carry(made, at=world.at)
    files = sorted(folder.iterdir())
    assert [one.name[13:] for one in files] == [f"{case.number}-{seq:06d}.xml" for seq in (1, 2, 3)]
    for one in files:
        assert faults(read(one.read_bytes()), index_shape.SHAPE) == []


def test_a_case_without_a_plan_is_an_empty_bundle(world: World, folder: Path) -> None:
    made = integrate(world, way="care_plan", counterpart="files")
    world.case(citizen_id=world.person())
    carry(made, at=world.at)
    [one] = folder.iterdir()
    assert json.loads(one.read_bytes())["entry"] == []


def test_a_counterpart_with_bad_days_gets_everything_once(world: World, folder: Path) -> None:
    made = integrate(world, counterpart="files")
    cases = [world.case(citizen_id=world.person()) for _ in range(3)]
    happen(cases, times=9, at=world.at)
    port = exchange.counterpart(folder=folder, behaviour=exchange.BAD_DAY)
    for turn in range(60):
        at = world.at + turn * timedelta(hours=9)
        exchange.place_all(at=at)
        while exchange.carry(integration_id=made.pk, at=at, port=port):
            pass
    assert len(list(folder.iterdir())) == 30


def test_a_file_is_written_once_and_whole(tmp_path: Path, now: datetime) -> None:
    port = FilePort(tmp_path / "ud")
    port.send(PARCEL, at=now)
    port.send(exchange.Parcel(PARCEL.message_id, PARCEL.name, "application/json", b"andet", 2), at=now)
    [one] = (tmp_path / "ud").iterdir()
    assert one.read_bytes() == b"{}"
    (tmp_path / "taken").write_text("x", "utf-8")
    with pytest.raises(exchange.Unavailable):
        FilePort(tmp_path / "taken").send(PARCEL, at=now)
