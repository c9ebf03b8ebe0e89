"""Who has had a part in a case, and so does not review it (forvaltningsloven § 3)."""

from collections.abc import Collection, Iterable

from django.db import connection

from borgerfokus.apps.casework.models import Case, Event
from borgerfokus.apps.decisions.models import Appeal, Decision


def involved(case_ids: Collection[int], *, reviewers: Collection[int]) -> dict[int, set[int]]:
    """By case, the employees who had a part in it, and those of the reviewers who bear the name of a party.

    A part had whoever has been its caseworker, and whoever has written, read or sent a decision, or looked at an
    appeal again. Five queries; the caller sees the cases.
    """
    found: dict[int, set[int]] = {number: set() for number in case_ids}
    for pairs in (_caseworkers(case_ids), _deciders(case_ids), _answerers(case_ids), _namesakes(case_ids, reviewers)):
        for case_id, employee in pairs:
            if employee is not None:
                found[case_id].add(employee)
    return found


def _caseworkers(case_ids: Collection[int]) -> Iterable[tuple[int, int | None]]:
    yield from Case.objects.filter(pk__in=case_ids).values_list("pk", "caseworker_id")
    taken = Event.objects.filter(case_id__in=case_ids, kind="case.taken", said__isnull=False)
    for case_id, payload in taken.values_list("case_id", "said__payload"):
        yield case_id, payload.get("employee")
        yield case_id, payload.get("before")


def _deciders(case_ids: Collection[int]) -> Iterable[tuple[int, int | None]]:
    hands = ("drafted_by_id", "edited_by_id", "approver_id", "issued_by_id")
    for case_id, *employees in Decision.objects.filter(case_id__in=case_ids).values_list("case_id", *hands):
        yield from ((case_id, employee) for employee in employees)


def _answerers(case_ids: Collection[int]) -> Iterable[tuple[int, int | None]]:
    rows = Appeal.objects.filter(case_id__in=case_ids, answered_by__startswith="employee:")
    for case_id, subject in rows.values_list("case_id", "answered_by"):
        yield case_id, int(subject.partition(":")[2])


def _namesakes(case_ids: Collection[int], reviewers: Collection[int]) -> Iterable[tuple[int, int | None]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select case_id, employee_id from bf_supervision_namesakes(%s, %s)", [sorted(case_ids), sorted(reviewers)]
        )
        found: list[tuple[int, int | None]] = cursor.fetchall()
    return found
