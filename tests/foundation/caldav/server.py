"""A real CalDAV server on this machine for as long as a test needs it: Radicale, as a program of its own."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep

import requests
from icalendar import Calendar, Event

from borgerfokus.foundation.caldav import Account

USER, SECRET = "karen", "et langt ord"
_MAKE = (
    '<?xml version="1.0"?><d:mkcol xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>'
    "<d:resourcetype><d:collection/><c:calendar/></d:resourcetype></d:prop></d:set></d:mkcol>"
)


@contextmanager
def radicale(folder: Path) -> Iterator[Account]:
    """Start it with one user and one empty calendar."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "users").write_text(f"{USER}:{SECRET}\n", "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = {
        "server-hosts": f"127.0.0.1:{port}",
        "auth-type": "htpasswd",
        "auth-htpasswd-filename": str(folder / "users"),
        "auth-htpasswd-encryption": "plain",
        "storage-filesystem-folder": str(folder / "collections"),
    }
    command = [sys.executable, "-m", "radicale", *(f"--{name}={value}" for name, value in options.items())]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            account = Account(f"http://127.0.0.1:{port}/{USER}/kalender/", USER, SECRET)
            _wait_for(port, process)
            made = requests.request(
                "MKCOL", account.address, data=_MAKE, auth=(USER.encode(), SECRET.encode()), timeout=10
            )
            assert made.status_code == 201, made.text
            yield account
        finally:
            process.terminate()
            process.wait(timeout=20)


def write(account: Account, uid: str, *, starts: datetime, hours: int = 1, **more: object) -> None:
    """Put an event in the calendar, as another program does: with its time zone, and perhaps repeated."""
    event = Event()
    for name, value in {
        "uid": uid,
        "dtstamp": starts.astimezone(UTC),
        "dtstart": starts,
        "dtend": starts + timedelta(hours=hours),
        **more,
    }.items():
        event.add(name, value)
    calendar = Calendar()
    calendar.add("prodid", "-//Andre//DA")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    auth = (account.user_name.encode(), account.secret.encode())
    headers = {"Content-Type": "text/calendar; charset=utf-8"}
    address, body = f"{account.address}{uid}.ics", calendar.to_ical()
    answer = requests.put(address, data=body, auth=auth, headers=headers, timeout=10)
    assert answer.status_code == 201, answer.text


def listed(account: Account) -> str:
    """Everything in the calendar, as text."""
    answer = requests.get(account.address, auth=(account.user_name.encode(), account.secret.encode()), timeout=10)
    assert answer.status_code == 200, answer.text
    answer.encoding = "utf-8"
    return answer.text.replace("\r\n ", "")


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert process.poll() is None, "Radicale did not start"
            assert monotonic() < until, "Radicale does not answer"
            sleep(0.05)
        else:
            return
