"""Small files that the parsers read, to be spoilt."""

import gzip
import json
from datetime import UTC, datetime
from importlib import resources
from uuid import UUID

from borgerfokus.core.benchmark.document import canonical, written
from borgerfokus.core.exchange import memo
from tests.factories.releases import MADE
from tests.foundation.files import builders

_WHEN = "2026-11-28T08:00:00+01:00"
_EVENT = (
    f'<event><string key="concept:name" value="Modtaget"/><date key="time:timestamp" value="{_WHEN}"/>'
    '<string key="org:group" value="A"/><list key="x"><string key="y" value="z"/></list></event>'
)
_XES = (
    '<?xml version="1.0" encoding="UTF-8"?><log xmlns="http://www.xes-standard.org/"><trace>'
    f'<string key="concept:name" value="1"/>{_EVENT}{_EVENT}</trace></log>'
).encode()
XES = (_XES, gzip.compress(_XES))
_OCEL = {
    "objectTypes": [{"name": "case"}],
    "eventTypes": [{"name": "Modtaget"}],
    "objects": [{"id": "o1", "type": "case"}],
    "events": [
        {
            "id": "e1",
            "type": "Modtaget",
            "time": _WHEN,
            "relationships": [{"objectId": "o1", "qualifier": "case"}],
            "attributes": [{"name": "resource", "value": "Ida"}, {"name": "price", "value": 12.5}],
        }
    ],
}
OCEL = (json.dumps(_OCEL).encode(), gzip.compress(json.dumps(_OCEL).encode()))
_FIGURES = "OMRÅDE;ALDER;TID;INDHOLD\n101 København;65 år og derover;2025;84213\n147 Frederiksberg;0 år;2025;15,8\n"
KEY_FIGURES = (_FIGURES.encode(), _FIGURES.encode("latin-1"), f"\ufeff{_FIGURES}".encode())
_PEOPLE = "OMRÅDE;ALDER;TID;INDHOLD\n" + "".join(
    f"751 Aarhus;{age};{year};{number}\n"
    for year in (2026, 2027)
    for age, number in (("0 år", 4012), ("18-29 år", 900), ("105 år og derover", 3))
)
POPULATION = (_PEOPLE.encode(), _PEOPLE.encode("latin-1"))
RELEASE = (written(canonical(MADE), key=b"k" * 32, signature=b"s" * 64),)
_EVENTS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:u\r\n"
    "DTSTART;TZID=Europe/Copenhagen:20261203T130000\r\nDURATION:PT2H\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:w\r\nDTSTART;VALUE=DATE:20261203\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
CALENDAR = (_EVENTS.encode(),)
CALDAV = (
    (
        '<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:response>'
        f"<d:propstat><d:prop><c:calendar-data>{_EVENTS}</c:calendar-data></d:prop></d:propstat>"
        "</d:response></d:multistatus>"
    ).encode(),
)
LETTER = (
    memo.write_letter(
        memo.Letter(
            message_id=UUID("8c2ea15d-61fb-4ba9-9366-42f8b194c114"),
            label="Afgørelse",
            sender_cvr="12345678",
            sender_name="Fjordby Kommune",
            recipient_cpr="6105700123",
            created_at=datetime(2026, 11, 23, 12, 0, tzinfo=UTC),
            file=memo.Attached("brev.pdf", "application/pdf", builders.PDF),
            case="2026-000001",
        )
    ),
)
RECEIPT = (
    json.dumps(
        {"message_id": "8c2ea15d-61fb-4ba9-9366-42f8b194c114", "receipt_id": "r", "kind": "received", "at": _WHEN}
    ).encode(),
)


def _shipped(package: str, *names: str) -> tuple[bytes, ...]:
    return tuple((resources.files(package) / name).read_bytes() for name in names)


GUIDE = _shipped("borgerfokus.core.guidance", "guides/help.toml")
CASE_TYPE = _shipped("borgerfokus.core.casework", "casetypes/sel-85.toml", "casetypes/sel-104.toml")
FORM = _shipped("borgerfokus.core.supervision", "form.toml")
_UNITS = "key,name,kind,from\nstoette,Støtteteamet på Ærø,team,2024-01-01\n"
IMPORT = (_UNITS.encode(), _UNITS.replace(",", ";").encode("cp1252"))
RECEIVERS = (b"cpr;navn;dag\n6105700123;Ida;3. december\n6105700131;Bo;4. december\n",)
FILES = (builders.PDF, builders.JPEG, builders.PNG, builders.HEIC, builders.OLD_WORD, builders.office(), b"Et brev.\n")
