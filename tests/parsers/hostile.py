"""Two hundred hostile files for a parser, and as many spoilt ones as there is time for."""

import gzip
from collections.abc import Iterator
from random import Random

from tests.foundation.files import builders

HOW_MANY = 200
_LONGEST = 300_000
"""Of a spoilt file: the making of one shall not take the memory that is measured. Large ones are among the fixed."""
_ENTITY = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><x>&c;</x>'
_UNKNOWN = b'<?xml version="1.0" encoding="UTF98"?><x/>'
_OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:9/x">]><x>&a;</x>'
_TOKENS = (
    b"\x00",
    b"\xff",
    b"\xed\xa0\x80",
    b"\r\n",
    b"\n",
    b";",
    b",",
    b'"',
    b"'",
    b"=",
    b"[",
    b"]",
    b"{",
    b"}",
    b"<",
    b">",
    b"&a;",
    b"]]>",
    b"<!--",
    b"<![CDATA[",
    b"-1",
    b"0",
    b"1e999",
    b"NaN",
    b"99999999999999999999",
    b"9" * 5_000,
    b"0000-00-00",
    b"9999-12-31T23:59:60Z",
    b"RRULE:FREQ=SECONDLY\r\n",
    b"BEGIN:VEVENT\r\n",
    b"TZID=../../etc/passwd",
    b"null",
    b"true",
    b"\\ud800",
    b"\\u0000",
    "²".encode(),
    b"x" * 10_000,
    b"\xef\xbb\xbf",
    b"'''",
    b"1979-05-27 07:32:00",
)


def fixed(most: int) -> Iterator[bytes]:
    """The same for every parser: nothing, too much, too deep, of another kind."""
    yield from (b"", b" ", b"\n", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"null", b"[]", b"{}", b'""', b"0", b"1e999")
    yield from (_ENTITY, _OUTSIDE, b"<x/>", b"<x>", b"<" * 1_000, b"a=1", b"a=[", b'"')
    yield from (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b")
    for sign in (bytes([one]) for one in b"x\x00\xff\n,;\"[{<(9\r \\#"):
        yield sign * 3_000
        yield sign * most
    for depth in (200, 5_000, 200_000):
        yield b"a = " + b"[" * depth + b"]" * depth
        yield b"a" + b".a" * depth + b" = 1"
        yield b"a = " + b"{a=" * depth + b"1" + b"}" * depth
        yield b"[" * depth + b"]" * depth
        yield b'{"a":' * depth + b"1" + b"}" * depth
        yield b'{"events":' + b"[" * depth + b"]" * depth + b"}"
        yield b"<a>" * depth + b"</a>" * depth
        yield b"BEGIN:VEVENT\r\n" * depth + b"END:VEVENT\r\n" * depth
    yield b"<log><trace><event " + b" ".join(b'a%d="x"' % number for number in range(200_000)) + b"/></trace></log>"
    yield b"<log>" + b'<string key="a" value="b"/>' * 200_000
    yield b'{"events": [' + b'{"id": "e"},' * 200_000
    yield b"\n".join(b"a%d = 1" % number for number in range(20_000))
    yield b"\n".join(b"[a.b%d]" % number for number in range(10_000))
    yield b"BEGIN:VCALENDAR\r\n" + b"X-A;P=" + b"y" * 500_000 + b":z\r\nEND:VCALENDAR\r\n"
    yield b"key,name,kind,from\n" + b"a,b,team,2024-01-01\n" * 200_000
    yield "OMRÅDE;TID;INDHOLD\n".encode() + b"101;2025;1\n" * 200_000
    yield b"cpr;x\n" + b"6105700123;x\n" * 200_000
    yield gzip.compress(bytes(60_000_000))
    yield gzip.compress(b"<log>" + b"<trace/>" * 2_000_000)
    yield gzip.compress(gzip.compress(bytes(9_000_000)))
    yield b"\x1f\x8b\x08\x00" + bytes(64)
    yield from (builders.liar(60_000_000), builders.overlapping(), builders.office(word__a_dot_xml=bytes(60_000_000)))
    yield builders.office(word__a_dot_xml=_ENTITY)
    yield _UNKNOWN
    yield builders.zipped({"[Content_Types].xml": _UNKNOWN, "word/document.xml": b"<document/>"})
    yield b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTART;TZID=../../etc:20261203T120000\r\n"
    yield b"a = " + b"9" * 5_000
    yield builders.zipped({f"{number}.xml": b"" for number in range(9_000)})
    yield from (builders.PDF[:-9], builders.PNG[:20], builders.JPEG[:4], builders.HEIC, builders.OLD_WORD)


def files(good: tuple[bytes, ...], *, most: int, seed: str) -> Iterator[bytes]:
    """Two hundred: those of every parser that may reach this one, and its own good files, spoilt."""
    made = 0
    for one in fixed(most):
        if len(one) <= most:
            made += 1
            yield one
    for one in spoilt(good, most=most, seed=seed):
        if made >= HOW_MANY:
            return
        made += 1
        yield one


def spoilt(good: tuple[bytes, ...], *, most: int, seed: str) -> Iterator[bytes]:
    """Good files with a few things wrong, without end."""
    chance = Random(seed)
    while True:
        content = chance.choice(good)
        for _ in range(chance.choice((1, 1, 2, 4, 12))):
            content = _once(content, good, chance)[: min(most, _LONGEST)]
        yield content


def _once(content: bytes, good: tuple[bytes, ...], chance: Random) -> bytes:
    start, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    doing = chance.randrange(7)
    if doing == 0:
        return content[:start] + chance.choice(_TOKENS) + content[start:]
    if doing == 1:
        return content[:start] + chance.choice(_TOKENS) + content[min(end, start + 40) :]
    if doing == 2:
        return content[:start] + content[end:]
    if doing == 3:
        return content[:end] + content[start:end] * chance.choice((1, 2, 30)) + content[end:]
    if doing == 4 and content:
        spot = min(start, len(content) - 1)
        return content[:spot] + bytes([chance.randrange(256)]) + content[spot + 1 :]
    if doing == 5:
        other = chance.choice(good)
        return content[:start] + other[chance.randrange(len(other) + 1) :]
    return content[:end]
