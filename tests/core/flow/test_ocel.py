"""Object-centric logs: read as a stream, written, and refused with a sentence."""

import json
from io import BytesIO

import pytest

from borgerfokus.core.flow import ocel
from borgerfokus.core.flow.ocel import Bounds, OcelEvent
from borgerfokus.core.flow.refused import NotReadable

_WHEN = "2026-11-28T08:00:00+01:00"


def log(*, events: object = (), objects: object = ()) -> BytesIO:
    return BytesIO(json.dumps({"objectTypes": [], "eventTypes": [], "events": events, "objects": objects}).encode())


def event(**told: object) -> dict[str, object]:
    return {"id": "e1", "type": "Modtaget", "time": _WHEN, **told}


def test_objects_and_events_are_read_wherever_they_stand():
    about = [{"objectId": "o1", "qualifier": "order"}, {"objectId": "o2", "qualifier": "item"}]
    said = [{"name": "resource", "value": "Ida"}, {"name": "org:group", "value": "A"}, {"name": "price", "value": 12.5}]
    file = {"events": [event(relationships=about, attributes=said)], "objects": [{"id": "o1", "type": "order"}]}
    assert list(ocel.objects(BytesIO(json.dumps(file).encode()))) == [("o1", "order")]
    (found,) = ocel.events(BytesIO(json.dumps(file).encode()))
    assert found == OcelEvent("Modtaget", 1_795_849_200_000_000, ("o1", "o2"), resource="Ida", group="A")


def test_what_is_written_is_read_again():
    told = [OcelEvent('Skridt "1"', 1_700_000_000_123_456, ("c1",), resource="R", group="Enhed", role="citizen")]
    cases = [("c1", "sel-95"), ("c2", "sel-96")]
    content = "".join(ocel.written(kinds=['Skridt "1"'], cases=cases, told=told)).encode()
    assert list(ocel.objects(BytesIO(content))) == [("c1", "case"), ("c2", "case")]
    assert list(ocel.events(BytesIO(content))) == told
    assert json.loads(content)["objects"][1]["attributes"][0]["value"] == "sel-96"


_MANY = [{"name": f"k{number}", "value": "v"} for number in range(2_000)]
_DEEP: object = []
for _turn in range(20):
    _DEEP = [_DEEP]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"[]", "no list"),
        (b"{}", "no list"),
        (b'{"events": 4}', "no list"),
        (b'{"events": [{"type": "A"', "not well-formed"),
        (b'{"events": [{"type": "\xff\xfe"}]}', "not well-formed"),
        (b'{"events": [' + b"[" * 100_000, "nested too deeply"),
        (log(events=[event(time="i morgen")]).getvalue(), "no moment"),
        (log(events=[event(time="2026-11-28T08:00:00")]).getvalue(), "no moment"),
        (log(events=[event(type="")]).getvalue(), "no type"),
        (log(events=[event(attributes=_MANY)]).getvalue(), "fields of an object"),
        (log(events=[event(attributes=_DEEP)]).getvalue(), "nested too deeply"),
        (log(events=[event(type="x" * 20_000)]).getvalue(), "longer than 10000"),
        (b'{"events": [{"type": "' + b"x" * 3_000_000, "too long"),
        (log(events=[event()] * 4).getvalue(), "more than 3 events"),
    ],
)
def test_a_file_that_is_no_log_is_refused_with_a_sentence(content: bytes, sentence: str):
    with pytest.raises(NotReadable, match=sentence) as told:
        list(ocel.events(BytesIO(content), bounds=Bounds(events=3)))
    assert told.value.text.da != told.value.text.en


def test_more_bytes_or_objects_than_allowed_are_refused():
    many = log(objects=[{"id": str(number), "type": "t"} for number in range(9_000)])
    with pytest.raises(NotReadable, match="unpacks"):
        list(ocel.objects(many, bounds=Bounds(bytes=100_000)))
    many.seek(0)
    with pytest.raises(NotReadable, match="more than 8999 objects"):
        list(ocel.objects(many, bounds=Bounds(objects=8_999)))


@pytest.mark.parametrize("about", [None, "o1", [1, None], [{"objectId": 7}]])
def test_an_event_about_nothing_that_can_be_read_is_about_no_case(about: object):
    (found,) = ocel.events(log(events=[event(relationships=about)]))
    assert not {"o1"} & set(found.objects)
