"""What is typed, well or badly: values by the name of their field, hostile ones, and files."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from tests.access.payloads import PAYLOADS
from tests.access.scene import Scene
from tests.foundation.files import builders

HOSTILE: tuple[bytes, ...] = (
    b"",
    b" ",
    b"\x00",
    b"a\x00b",
    b"\xed\xa0\x80",
    b"\xff\xfe\xfd",
    b"\xc3",
    b"x" * 300,
    b"\xc3\xa6" * 5_000,
    b"9" * 5_000,
    b"x" * 200_000,
    b"\n" * 3_000,
    b"a\r\nSet-Cookie: x=1",
    b"\xe2\x80\xae abc \xe2\x80\x8b\xef\xbb\xbf",
    b"\xf0\x9f\x92\xa9" * 40,
    b"e\xcc\x81" * 200,
    b"\xc2\xb2",
    b"\xd9\xa3",
    b"-1",
    b"0",
    b"-0",
    b"+1",
    b"1e309",
    b"1e-400",
    b"NaN",
    b"Infinity",
    b"-Infinity",
    b"1.5",
    b"1,5",
    b"1.000.000,00",
    b"0,0000000000000000000001",
    b"0x10",
    b"1_000",
    b"32768",
    b"2147483648",
    b"-2147483649",
    b"999999999999999999",
    b"9223372036854775808",
    b"99999999999999999999999",
    b"0000-00-00",
    b"0001-01-01",
    b"9999-12-31",
    b"9999-12",
    b"10000-01-01",
    b"2026-02-30",
    b"2026-13-01",
    b"2026-W01-1",
    b"20261123",
    b"31-12-9999",
    b"1-1-1",
    b"2026-03-29T02:30",
    b"2026-11-23T25:61",
    b"9999-12-31T23:59",
    b"0001-01-01T00:00",
    b"2026-11-23T12:00:00+99:99",
    b"24:00",
    b"00:00:60",
    b"99:99",
    b"\xd9\xa2\xd9\xa0\xd9\xa2\xd9\xa6-11-23",
    b"' or 1=1 --",
    b"%",
    b"%s%n%d{0}{x}",
    b"_",
    b"\\",
    b"*:*",
    b"!()&|<->:*",
    b"[[[[((((",
    b"../../../etc/passwd",
    b"//evil.example/",
    b"javascript:alert(1)",
    b"http://[::1",
    b"http://169.254.169.254/",
    b'{"a":',
    b"[]",
    b"null",
    b"true",
    b'{"__proto__":{}}',
    b"[" * 2_000,
    b"1,2,,x",
    b"comment:1",
    b"x:",
    b":",
    b"unit:999999999",
    b"unit:99999999999999999999",
    b"00000000-0000-0000-0000-000000000000",
    b"6101019999",
    b"010170-1234",
    b"a@b",
    b"a@example.dk\nBcc: b@example.dk",
    b"on",
    b"no-such-act",
)
"""Values as bytes: a form can carry what is no text at all."""


def hostile(chance: Random) -> bytes:
    """One of them, or a text that would run where it is not escaped."""
    if chance.random() < 0.1:
        return chance.choice(PAYLOADS).encode()
    return chance.choice(HOSTILE)


def _day(scene: Scene, chance: Random) -> str:
    return (scene.at.date() + timedelta(days=chance.choice((-400, -30, -1, 0, 1, 7, 30, 365)))).isoformat()


def _moment(scene: Scene, chance: Random) -> str:
    return f"{_day(scene, chance)}T{chance.randrange(24):02d}:{chance.choice((0, 15, 30)):02d}"


def _clock(_scene: Scene, chance: Random) -> str:
    return f"{chance.randrange(24):02d}:{chance.choice((0, 15, 30)):02d}"


def _month(_scene: Scene, chance: Random) -> str:
    return date(2026, chance.randrange(1, 13), 1).isoformat()[:7]


def _small(_scene: Scene, chance: Random) -> str:
    return str(chance.choice((0, 1, 2, 3, 5, 10, 37, 100)))


def _id(scene: Scene, chance: Random) -> str:
    case = chance.choice(list(scene.cases.values()))
    return str(chance.choice([case.id, *case.ids.values(), *scene.ids.values(), *scene.persons.values()]))


def _words(_scene: Scene, chance: Random) -> str:
    return chance.choice(("Ja", "Et svar.", "Ellekjær", "Fordi det hjælper.\nOg mere.", "en", "da", "sel-85", "*"))


_BY_NAME: tuple[tuple[str, Callable[[Scene, Random], str]], ...] = (
    (r"month", _month),
    (r"clock|time$|_at_time|hour_", _clock),
    (r"moment|_at$", _moment),
    (r"day|date|_on$|^on$|^from|^to$|until|starts|ends|since|due|review|valid|begin|period", _day),
    (r"amount|hours|minutes|count|number|price|places|level|step|size|weeks|percent|version|page|limit|share", _small),
    (r"mail", lambda _scene, _chance: "nogen@example.dk"),
    (r"phone", lambda _scene, _chance: "09990177"),
    (r"cpr", lambda _scene, _chance: "6101019999"),
    (r"url|address|link", lambda _scene, _chance: "https://example.dk/sti"),
    (r"_id$|^id$|case|person|unit|employee|entry|decision|plan|goal|task|party|item|message|file|who|^to", _id),
)


def plausible(scene: Scene, name: str, chance: Random) -> bytes:
    """What somebody might type into a field of that name."""
    if chance.random() < 0.15:
        return _words(scene, chance).encode()
    found = next((typed for pattern, typed in _BY_NAME if re.search(pattern, name)), _words)
    return found(scene, chance).encode()


FILES: tuple[tuple[str, str, bytes], ...] = (
    ("brev.pdf", "application/pdf", builders.PDF),
    ("billede.png", "image/png", builders.PNG),
    ("billede.jpg", "image/jpeg", builders.JPEG),
    ("brev.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", builders.office()),
    ("gammel.doc", "application/msword", builders.OLD_WORD),
    ("tom.pdf", "application/pdf", b""),
    ("løgn.pdf", "application/pdf", b"MZ" + bytes(200)),
    ("x.exe", "", b"MZ"),
    ("tal.csv", "text/csv", "navn;tal\nÆblø;1\n".encode("cp1252")),
    ("tal.csv", "text/csv", b'"' * 3_000),
    ("log.xes", "application/xml", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><log>&e;</log>'),
    ("log.xes.gz", "application/gzip", b"\x1f\x8b\x08\x00" + bytes(40)),
    ("log.json", "application/json", b'{"events": [{"id": ' + b"[" * 3_000),
    ("../../x.png", "image/png", builders.PNG),
    ("a" * 400 + ".pdf", "application/pdf", builders.PDF),
    ('"\r\nX: y.pdf', "x/y; charset=klingon", builders.PDF),
    ("dobbelt.docx", "application/zip", builders.overlapping()),
    ("løgner.docx", "application/zip", builders.liar(50_000)),
    ("tal.xlsx", "application/zip", builders.zipped({"[Content_Types].xml": b"<"})),
)

HEADERS: tuple[dict[str, str], ...] = (
    {"HX-Request": "true"},
    {"HX-Request": "true", "HX-Target": "x", "HX-Current-URL": "http://[::1"},
    {"Accept-Language": "en"},
    {"Accept-Language": "x" * 4_000},
    {"Accept-Language": "da;q=nan, *;q=-1,,,"},
    {"Accept": "application/json;q=x"},
    {"Range": "bytes=5-1"},
    {"Range": "bytes=0-" + "9" * 60},
    {"If-Modified-Since": "Thu, 99 Foo 99999 99:99:99 GMT"},
    {"If-None-Match": '"' * 90},
    {"X-Forwarded-For": "' or 1=1, ::1, \xe6"},
    {"X-Forwarded-Host": "evil.example"},
    {"Host": "evil.example"},
    {"Referer": "http://[::1"},
    {"Origin": "null"},
    {"Authorization": "Bearer " + "x" * 3_000},
    {"Authorization": "Basic \xe6\xf8\xe5"},
    {"Content-Encoding": "gzip"},
    {"X-HTTP-Method-Override": "DELETE"},
    {"User-Agent": "\xff" * 2_000},
    {"X-Request-Id": "\x7f" * 300},
    {"Cookie": "django_language=../../x; messages=%00"},
    {"Cookie": 'borgerfokus="aaaaaaaaaa\\000"; csrftoken="\\000"; __Host-borgerfokus="aaaaaaaaaaaa\\000"'},
)
"""Headers that a request can carry; most are nobody's business here, all must be survived."""
