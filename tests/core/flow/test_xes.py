"""Logs as XES: read, written, and refused with a sentence."""

from collections.abc import Iterator

import pytest

from borgerfokus.core.flow import xes
from borgerfokus.core.flow.refused import NotReadable
from borgerfokus.core.flow.xes import Limits, Trace, XesEvent

_WHEN = "2026-11-28T08:00:00+01:00"


def log(*traces: str) -> bytes:
    return f'<log xmlns="http://www.xes-standard.org/">{"".join(traces)}</log>'.encode()


def trace(*events: str) -> str:
    return f'<trace><string key="concept:name" value="1"/>{"".join(events)}</trace>'


def event(name: str = "Modtaget", when: str = _WHEN, more: str = "") -> str:
    told = f'<string key="concept:name" value="{name}"/><date key="time:timestamp" value="{when}"/>'
    return f"<event>{told}{more}</event>"


def in_bits(content: bytes) -> Iterator[bytes]:
    return (content[start : start + 7] for start in range(0, len(content), 7))


def test_a_log_in_small_bits():
    content = log(trace(event(), event("Svar", "2026-11-28T09:00:00.5+01:00", '<string key="org:group" value="A"/>')))
    (found,) = xes.read(in_bits(content))
    assert [one.activity for one in found.events] == ["Modtaget", "Svar"]
    assert found.events[1].us - found.events[0].us == 3_600_500_000
    assert found.events[1].group == "A"


def test_events_come_in_the_order_of_time_and_equal_ones_as_they_stand():
    early, late = "2026-11-28T08:00:00Z", "2026-11-28T10:00:00Z"
    (found,) = xes.read([log(trace(event("C", late), event("A", early), event("B", early)))])
    assert [one.activity for one in found.events] == ["A", "B", "C"]


def test_fields_inside_fields_are_not_the_events_own():
    nested = '<list key="x"><string key="concept:name" value="Andet"/></list>'
    (found,) = xes.read([log(trace(event(more=nested)))])
    assert found.events[0].activity == "Modtaget"


def test_what_is_written_is_read_again():
    traces = [Trace("<1> & \"2\"", (XesEvent("Skridt & mere", 1_700_000_000_123_456, "Resource <1>", "Enhed"),))]
    assert list(xes.read([piece.encode() for piece in xes.written(traces)])) == traces


_BOMB = b'<!DOCTYPE log [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><log>&b;</log>'
_OUTSIDE = b'<!DOCTYPE log [<!ENTITY a SYSTEM "file:///etc/passwd">]><log>&a;</log>'
_MANY = event(more="".join(f'<string key="k{n}" value="v"/>' for n in range(600)))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (_BOMB, "dokumenttype"),
        (_OUTSIDE, "dokumenttype"),
        (b"<html/>", "ikke en XES-log"),
        (b"", "ikke hel XML"),
        (log(trace(event()))[:-9], "ikke hel XML"),
        (log(trace(event(when="2026-11-28T08:00:00"))), "tidszone"),
        (log(trace(event(when="i morgen"))), "tidszone"),
        (log(trace(event(name=""))), "intet navn"),
        (log(trace(_MANY)), "mere end 500 felter"),
        (log(trace(event(name="x" * 20_000))), "længere end"),
        (b"<log>" + b"<list>" * 40, "for dybt"),
        (b'<log a="' + b"x" * 2_000_000, "for langt"),
        (b"\xff\xfe\x00", "ikke hel XML"),
        (b'<?xml version="1.0" encoding="UTF98"?><log/>', "tegnsæt"),
        (b"<log>" + b"<trace/>" * 100_001 + b"</log>", "ingen hændelser"),
    ],
)
def test_a_broken_or_hostile_file_is_refused_with_a_sentence(content: bytes, says: str):
    chunks = (content[start : start + 65_536] for start in range(0, max(1, len(content)), 65_536))
    with pytest.raises(NotReadable) as refused:
        list(xes.read(chunks))
    assert says in refused.value.text.da
    assert refused.value.text.en


@pytest.mark.parametrize(
    "limits", [Limits(bytes=100), Limits(events=1), Limits(events_of_one=1), Limits(depth=2), Limits(text=5)]
)
def test_every_limit_is_held(limits: Limits):
    content = log(trace(event(), event("Svar")))
    assert list(xes.read([content]))
    with pytest.raises(NotReadable):
        list(xes.read([content], limits=limits))
