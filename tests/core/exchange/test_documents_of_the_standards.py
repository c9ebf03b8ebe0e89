"""SF1470, MeMo and FHIR: what is written has the structure that is published, and the check of it can fail."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borgerfokus.core.exchange import fhir, index, index_shape, memo
from borgerfokus.core.exchange.structure import NotReadable, faults, read

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SOURCE = "https://fjordby.example"
CASE = index.IndexedCase(
    number="2026-000001",
    registered_at=AT,
    received_at=AT,
    course="Bestilt",
    course_since=AT,
    unit="voksenteamet",
    title="Støtte i hverdagen & <mere>",
    article="serviceloven § 85",
    kle="27.12.00",
    citizen=417,
    documents=(
        index.IndexedDocument(1, "Udtalelse", "in", AT, 1),
        index.IndexedDocument(2, None, "out", AT, 2),
        index.IndexedDocument(3, "x" * 400, "internal", AT, 1),
    ),
)
LETTER = memo.Letter(
    message_id=UUID("8c2ea15d-61fb-4ba9-9366-42f8b194c114"),
    label="Afgørelse",
    sender_cvr="12345678",
    sender_name="Fjordby Kommune",
    recipient_cpr="6105700123",
    created_at=AT,
    file=memo.Attached("brev.pdf", "application/pdf", b"%PDF-1.7 \x00\xff"),
    case="2026-000001",
)
PLAN = fhir.PlanOf(
    id=7,
    case="2026-000001",
    citizen=417,
    state="agreed",
    kind="action_plan",
    agreed_at=AT,
    ended_at=None,
    goals=(
        fhir.GoalOf(3, "develop", "social", "Ud blandt andre", date(2026, 1, 1), None, ""),
        fhir.GoalOf(4, "maintain", "home", "Holde hjemmet", date(2026, 1, 1), date(2026, 6, 1), "partly"),
    ),
    helps=(
        fhir.HelpOf(5, "Bostøtte", date(2026, 1, 1), None, completed=False),
        fhir.HelpOf(6, "Mestring", date(2026, 1, 1), date(2026, 5, 1), completed=True),
    ),
    follow_ups=(fhir.FollowUpOf(9, date(2026, 6, 1), ((3, "not_yet", 2), (4, "partly", None))),),
)


def _index(case: index.IndexedCase = CASE) -> ET.Element:
    return read(index.document_of(case, source=SOURCE))


@pytest.mark.parametrize("course", index.COURSES)
def test_a_case_and_its_documents_have_the_structure_of_the_index(course: str) -> None:
    root = _index(replace(CASE, course=course))
    assert faults(root, index_shape.SHAPE) == []
    said = [one.text for one in root.iter(f"{{{index.CASE}}}FremdriftStatusKode")]
    assert said[0] == "Opstaaet"


def test_what_may_not_be_told_is_left_out_and_the_structure_still_holds() -> None:
    bare = replace(CASE, title=None, article=None, kle=None, citizen=None, documents=())
    root = _index(bare)
    assert faults(root, index_shape.SHAPE) == []
    text = ET.tostring(root, encoding="unicode")
    for hidden in ("Titel", "Sagsklasse", "Sagspart", "Hjemmel", "417"):
        assert hidden not in text


def _move_first_child_last(element: ET.Element) -> None:
    first = element[0]
    element.remove(first)
    element.append(first)


@pytest.mark.parametrize("wrong", ["order", "missing", "twice", "foreign", "word", "long"])
def test_the_check_of_the_structure_can_fail(wrong: str) -> None:
    root = _index()
    case = root[-1]
    registered = case[1]
    if wrong == "order":
        _move_first_child_last(registered)
    elif wrong == "missing":
        case.remove(case[0])
    elif wrong == "twice":
        registered.append(registered[-1])
    elif wrong == "foreign":
        ET.SubElement(registered, "{urn:other}Noget")
    elif wrong == "word":
        next(root.iter(f"{{{index.CASE}}}FremdriftStatusKode")).text = "Udfoert"
    else:
        next(root.iter(f"{{{index.CASE}}}Sagsnummer")).text = "x" * 51
    assert faults(root, index_shape.SHAPE)


def test_the_same_thing_has_the_same_id_every_time_and_no_other() -> None:
    one = index.identity(source=SOURCE, what="case/2026-000001")
    assert one == index.identity(source=SOURCE, what="case/2026-000001")
    assert one != index.identity(source=SOURCE, what="case/2026-000002")


def test_a_letter_is_memo_and_comes_back_as_it_was() -> None:
    content = memo.write_letter(LETTER)
    assert faults(read(content), memo.SHAPE) == []
    assert memo.read_letter(content) == LETTER


@settings(max_examples=60, deadline=None)
@given(
    label=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60),
    content=st.binary(max_size=200),
)
def test_any_letter_comes_back_as_it_was(label: str, content: bytes) -> None:
    letter = replace(LETTER, label=label, file=replace(LETTER.file, content=content))
    assert memo.read_letter(memo.write_letter(letter)) == letter


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.integers(0, 800).map(lambda cut: memo.write_letter(LETTER)[:cut]))
def test_what_is_no_letter_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(NotReadable):
        memo.read_letter(content)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<memo:Message ", b"<!DOCTYPE x [<!ENTITY a 'b'>]><memo:Message "),
        (b"DIGITALPOST", b"ANDET"),
        (b'memoVersion="1.1"', b'memoVersion="2.0"'),
        (b"<memo:mandatory>false</memo:mandatory>", b""),
        (b"application/pdf", b"ikke en slags"),
        (b"brev.pdf", b"../brev.pdf"),
    ],
)
def test_a_letter_that_is_not_as_it_should_be_is_refused(old: bytes, new: bytes) -> None:
    content = memo.write_letter(LETTER)
    assert old in content
    with pytest.raises(NotReadable):
        memo.read_letter(content.replace(old, new))


_STATES = {
    "CarePlan": {"draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"},
    "ServiceRequest": {"draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"},
    "Procedure": {"preparation", "in-progress", "not-done", "on-hold", "stopped", "completed", "unknown"},
    "Encounter": {"planned", "arrived", "in-progress", "finished", "cancelled"},
    "Observation": {"registered", "preliminary", "final", "amended"},
}
_NEEDED = {
    "CarePlan": {"status", "intent", "subject"},
    "Goal": {"lifecycleStatus", "description", "subject", "category"},
    "ServiceRequest": {"status", "intent", "subject"},
    "Procedure": {"status", "subject"},
    "Encounter": {"status", "class", "type", "period"},
    "Observation": {"status", "code", "focus", "effectiveDateTime", "valueCodeableConcept"},
}


def _bundle(plan: fhir.PlanOf = PLAN) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(fhir.bundle(plan, source=SOURCE, at=AT))
    return told


def _wrong(bundle: dict[str, Any]) -> list[str]:
    """What in a bundle is not as R4 and the profiles ask: needed elements, states, and references that lead nowhere."""
    resources = [one["resource"] for one in bundle["entry"]]
    there = {f"{one['resourceType']}/{one['id']}" for one in resources}
    found = [name for one in resources for name in _NEEDED[one["resourceType"]] - set(one)]
    stated = [one for one in resources if "status" in one]
    found += [str(one) for one in stated if one["status"] not in _STATES[one["resourceType"]]]
    return found + sorted(_references(resources) - there)


def _references(value: object) -> set[str]:
    if isinstance(value, dict):
        own = {value["reference"]} if isinstance(value.get("reference"), str) else set()
        return own.union(*map(_references, value.values()))
    return set().union(*map(_references, value)) if isinstance(value, list) else set()


def test_a_plan_becomes_a_bundle_in_which_every_reference_leads_somewhere() -> None:
    bundle = _bundle()
    assert (bundle["resourceType"], bundle["type"]) == ("Bundle", "collection")
    kinds = [one["resource"]["resourceType"] for one in bundle["entry"]]
    assert sorted(set(kinds)) == ["CarePlan", "Encounter", "Goal", "Observation", "Procedure", "ServiceRequest"]
    assert _wrong(bundle) == []
    assert len({one["fullUrl"] for one in bundle["entry"]}) == len(kinds)


@pytest.mark.parametrize("wrong", ["goals", "status", "code"])
def test_a_bundle_that_is_wrong_is_found(wrong: str) -> None:
    bundle = _bundle()
    if wrong == "goals":
        bundle["entry"] = [one for one in bundle["entry"] if one["resource"]["resourceType"] != "Goal"]
    elif wrong == "status":
        bundle["entry"][0]["resource"]["status"] = "agreed"
    else:
        del next(one for one in bundle["entry"] if one["resource"]["resourceType"] == "Observation")["resource"]["code"]
    assert _wrong(bundle)


def test_without_the_groups_neither_words_nor_the_citizen_are_told() -> None:
    said = json.dumps(_bundle(replace(PLAN, content=False, citizen=None)), ensure_ascii=False)
    for hidden in ("Ud blandt andre", "Bostøtte", "417"):
        assert hidden not in said
    assert _wrong(_bundle(replace(PLAN, id=0, state="", goals=(), helps=(), follow_ups=()))) == []
