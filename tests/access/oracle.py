"""What an actor may read: which canaries are its business, told from the relations and not from the code."""

from tests.access import columns, rows_concerns, rows_g, rows_guidance, rows_trust
from tests.access.canaries import Canary
from tests.access.harness import Answer, persons_shown
from tests.access.scene import CASES, Scene

_PERSONS_OF = {
    "plain": "citizen second_party representative representative_ended relative guardian attorney_read attorney_act "
    "attorney_post attorney_expired attorney_withdrawn",
    "sealed": "sealed_citizen second_party representative representative_ended relative",
    "protected": "protected_citizen second_party representative representative_ended relative",
    "foreign": "stranger",
}
_SEARCHES = {"staff:search", "staff:new"}
_PRINT_ROOM = {"staff:print-queue", "staff:print-letter"}
"""Letters on paper pass through the print room, which prints and posts them for everybody."""

_LISTS_OF_LOOKS = {"management:lookups", "management:emergencies", "management:control", "management:control-item"}
_MAILINGS = {"staff:mailing", "staff:mailing-pdf"}
"""Who sends a letter to many reads how it will look."""

_CONTENT = {
    f"api-v1:{name}"
    for name in (
        "documents_of",
        "document_file",
        "decisions_of",
        "plans_of",
        "interventions_of",
        "messages_of",
        "appointments_of",
    )
}
"""Where a program with every group of fields reads what is open in a case; names of the parties it gets apart."""
_PARTNER_PAGES = {
    f"partner:{name}" for name in ("orders", "order", "document", "appointments", "appointment", "appointment-new")
}
_SHARED_WITH_PROVIDERS = {
    "order.brief",
    "intervention.title",
    "period.extent",
    "status_note.text",
    "status_note.measure",
    "staff document name",
    "staff document title",
    "order_question.text",
    "order_question.answer",
    "order_document.title",
    "order_document.name",
}
"""What a provider may read of a case: the order, its own notes, and the document that is shared."""
_REPRESENTED = {key: {"citizen"} for key in columns.POWERS}
_ADDRESS_VERB = columns.CASEWORKERS | frozenset({"health_staff", "break_glass", "break_glass_over"})


def leaks(scene: Scene, key: str, url: str, answer: Answer) -> list[Canary]:
    """The canaries in an answer that are not the actor's business."""
    return sorted(
        (canary for canary in answer.found if not allowed(key, url, answer, canary)), key=lambda canary: canary.word
    )


def unlogged(scene: Scene, key: str, answer: Answer) -> list[str]:
    """The persons whose names an answer shows and who were not logged as seen; oneself apart."""
    shown = persons_shown(scene, answer.found)
    return sorted(person for number, person in shown.items() if person != key and number not in answer.logged)


def allowed(key: str, url: str, answer: Answer, canary: Canary) -> bool:
    """Whether the actor may read this canary in this answer."""
    kind, _, name = canary.owner.partition(":")
    if kind == "own":
        return key == name
    if kind == "lookup":
        return key == "dpo" or key in columns.of_case("telling", name)
    if kind == "hold":
        return key in columns.ERASERS
    if kind == "colleagues":
        return rows_guidance.may_read(key)
    if kind == "complaint":
        return rows_g.may_read(key, url, name)
    if kind in {"concern", "notifier"}:
        return rows_concerns.may_read(key, url, kind)
    if kind == "control":
        return rows_trust.may_read(key, canary)
    if kind == "case":
        return _of_case(key, url, canary, name)
    return _of_person(key, url, answer, canary, name)


def _of_case(key: str, url: str, canary: Canary, case: str) -> bool:
    if canary.kind == "mine":
        return key in columns.of_case("telling", case)
    if url in _PARTNER_PAGES:
        return key in columns.of_case("providers", case) and canary.what in _SHARED_WITH_PROVIDERS
    if key in columns.of_case("parties", case):
        return canary.kind == "text"
    if key in columns.of_case("programs", case):
        return canary.what == "title" or (url in _CONTENT and canary.kind == "text")
    if url in _PRINT_ROOM and key == "reception":
        return canary.kind == "text" and case == "protected"
    if key not in columns.of_case("readers", case):
        return url in _LISTS_OF_LOOKS and key in columns.REVIEWERS and canary.what == "grant.reason"
    return canary.kind != "withheld" or key in columns.of_case("trusted", case)


def _of_person(key: str, url: str, answer: Answer, canary: Canary, person: str) -> bool:
    if person == key or person in _REPRESENTED.get(key, ()):
        return canary.kind != "number" or person == key or answer.kind == "application/pdf"
    cases = [case for case in CASES if person in _PERSONS_OF[case].split()]
    if url in _PARTNER_PAGES:
        return _of_ordered(key, canary, person)
    reads = any(key in columns.of_case("readers", case) for case in cases)
    along = any(key in columns.of_case("parties", case) for case in cases)
    if key in columns.PROGRAMS:
        seen = any(key in columns.of_case("programs", case) for case in cases)
        return seen and url == "api-v1:parties_of" and canary.kind == "name" and person != "protected_citizen"
    if canary.kind == "name":
        searched = url in _SEARCHES and key in columns.SEARCHERS
        reviewed = url in _LISTS_OF_LOOKS and key in columns.REVIEWERS
        asked = url == "management:lookup-question" and key == "dpo"
        posted = url in _PRINT_ROOM | _MAILINGS and key == "reception"
        beside = url == "citizen:powers" and key in columns.OWN_CITIZENS and person == "relative"
        return reads or along or searched or reviewed or asked or posted or beside
    if canary.kind == "text" and url in _SEARCHES:
        return key in columns.SEARCHERS
    if canary.kind == "number":
        return reads and answer.kind == "application/pdf"
    if canary.kind == "address":
        on_a_letter = answer.kind == "application/pdf"
        return (reads and (key in _ADDRESS_VERB or person != "protected_citizen" or on_a_letter)) or on_a_letter
    return reads


def _of_ordered(key: str, canary: Canary, person: str) -> bool:
    """What a provider may read of the citizen that an order is about: name and ways in, never a protected address."""
    ordered = {_PERSONS_OF[case].split()[0]: case for case in columns.BY_CASE["providers"]} | {
        "protected_citizen": "protected"
    }
    if person not in ordered or key not in columns.of_case("providers", ordered[person]):
        return False
    if canary.kind == "address":
        return person != "protected_citizen"
    return canary.kind == "name" or canary.what in {"phone", "interpreter"}
