"""Requests to a CalDAV server, bounded in time and size. Redirects are not followed: they could lead anywhere."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from time import monotonic
from typing import Final
from urllib.parse import quote
from xml.etree import ElementTree as ET

import requests
from requests.auth import HTTPBasicAuth

from borgerfokus.core.booking.slots import Span
from borgerfokus.core.calendars.reading import Busy, UnreadableCalendar, busy
from borgerfokus.foundation.caldav.guard import is_allowed

_SECONDS: Final = (5, 10)
_ALTOGETHER: Final = 20.0
_LARGEST: Final = 2_000_000
_PIECE: Final = 65_536
_DATA: Final = "{urn:ietf:params:xml:ns:caldav}calendar-data"
_CALENDAR: Final = "{urn:ietf:params:xml:ns:caldav}calendar"
_XML: Final = {"Content-Type": "application/xml; charset=utf-8"}


class Fault(StrEnum):
    """What went wrong, for whoever is to put it right. The value is stored."""

    NOT_ALLOWED = "not_allowed"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    NOT_A_CALENDAR = "not_a_calendar"
    TOO_MUCH = "too_much"


class CalDavFault(Exception):
    """The server could not be asked, or its answer not be used."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, repr=False)
class Account:
    """A calendar collection and who reads it. Has no `repr`, so that the secret lands in no log."""

    address: str
    user_name: str
    secret: str


def check(account: Account) -> None:
    """Whether there is a calendar at the address that opens with the secret. Raises CalDavFault."""
    text = _ask(account, "PROPFIND", account.address, body=_WHAT_IS_IT, headers={**_XML, "Depth": "0"})
    if _tree(text).find(f".//{_CALENDAR}") is None:
        raise CalDavFault(Fault.NOT_A_CALENDAR)


def busy_times(account: Account, *, window: Span) -> list[Busy]:
    """When the calendar says busy within the window. Titles are not asked for. Raises CalDavFault."""
    body = _WHEN_BUSY.format(starts=_utc(window.starts), ends=_utc(window.ends))
    text = _ask(account, "REPORT", account.address, body=body, headers={**_XML, "Depth": "1"})
    try:
        return [one for data in _tree(text).iter(_DATA) for one in busy(data.text or "", window=window)]
    except UnreadableCalendar as error:
        raise CalDavFault(Fault.NOT_A_CALENDAR) from error


def put(account: Account, *, uid: str, text: str) -> None:
    """Write an appointment, or write it over. Raises CalDavFault."""
    headers = {"Content-Type": "text/calendar; charset=utf-8"}
    _ask(account, "PUT", _item(account, uid), body=text, headers=headers)


def remove(account: Account, *, uid: str) -> None:
    """Take an appointment out; one that is gone already is fine. Raises CalDavFault."""
    _ask(account, "DELETE", _item(account, uid), body="", headers={}, gone=True)


def _ask(account: Account, method: str, address: str, *, body: str, headers: dict[str, str], gone: bool = False) -> str:
    if not is_allowed(address):
        raise CalDavFault(Fault.NOT_ALLOWED)
    with requests.Session() as session:
        session.trust_env = False
        try:
            answer = session.request(
                method,
                address,
                data=body.encode(),
                headers=headers,
                auth=HTTPBasicAuth(account.user_name.encode(), account.secret.encode()),
                timeout=_SECONDS,
                allow_redirects=False,
                stream=True,
            )
            with answer:
                if not (200 <= answer.status_code < 300 or (gone and answer.status_code == 404)):
                    raise CalDavFault(Fault.REFUSED)
                return _read(answer)
        except requests.RequestException as error:
            raise CalDavFault(Fault.UNREACHABLE) from error


def _read(answer: requests.Response) -> str:
    """The body, as long as it is neither too long nor too slow."""
    until, parts, size = monotonic() + _ALTOGETHER, [], 0
    for part in answer.iter_content(_PIECE):
        size += len(part)
        if size > _LARGEST or monotonic() > until:
            raise CalDavFault(Fault.TOO_MUCH)
        parts.append(part)
    return b"".join(parts).decode("utf-8", errors="replace")


def _tree(text: str) -> ET.Element:
    """The answer as XML. A document type is refused, so no entity is ever expanded."""
    if "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
        raise CalDavFault(Fault.NOT_A_CALENDAR)
    try:
        return ET.fromstring(text)  # noqa: S314 (without a document type there is nothing to expand)
    except (ET.ParseError, ValueError, LookupError) as error:
        raise CalDavFault(Fault.NOT_A_CALENDAR) from error


def _item(account: Account, uid: str) -> str:
    return f"{account.address.rstrip('/')}/{quote(uid, safe='')}.ics"


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


_WHAT_IS_IT: Final = (
    '<?xml version="1.0" encoding="utf-8"?>'
    '<d:propfind xmlns:d="DAV:"><d:prop><d:resourcetype/></d:prop></d:propfind>'
)
_WHEN_BUSY: Final = (
    '<?xml version="1.0" encoding="utf-8"?>'
    '<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><c:calendar-data>'
    '<c:expand start="{starts}" end="{ends}"/>'
    '<c:comp name="VCALENDAR"><c:prop name="VERSION"/><c:comp name="VEVENT">'
    '<c:prop name="UID"/><c:prop name="DTSTART"/><c:prop name="DTEND"/><c:prop name="DURATION"/>'
    '<c:prop name="TRANSP"/><c:prop name="STATUS"/><c:prop name="RECURRENCE-ID"/></c:comp></c:comp>'
    '</c:calendar-data></d:prop><c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">'
    '<c:time-range start="{starts}" end="{ends}"/></c:comp-filter></c:comp-filter></c:filter></c:calendar-query>'
)
