"""Reads of the templates of answers."""

from django.db.models import Q

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.messages.models import AnswerTemplate
from borgerfokus.core.messages.template import Word, filled
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.people.queries import Card


def templates_for(*, case: Case) -> list[AnswerTemplate]:
    """The templates in use for the unit of a case: its own first, then the municipality's, by name."""
    rows = AnswerTemplate.objects.filter(Q(unit_id=case.unit_id) | Q(unit__isnull=True), replaced_at__isnull=True)
    return sorted(rows.filter(retired=False), key=lambda one: (one.unit_id is None, one.title, one.key))


def templates_seen(*, by: Actor) -> list[AnswerTemplate]:
    """Every template of the actor's units and of the municipality, in use or not, by name."""
    rows = AnswerTemplate.objects.filter(Q(unit_id__in=by.units) | Q(unit__isnull=True), replaced_at__isnull=True)
    return list(rows.select_related("unit").order_by("retired", "unit__name", "title", "key"))


def template_versions(*, key: str, by: Actor) -> list[AnswerTemplate]:
    """Every version of a template of the actor's units or the municipality, newest first. Raises Hidden."""
    rows = AnswerTemplate.objects.filter(Q(unit_id__in=by.units) | Q(unit__isnull=True), key=key)
    found = list(rows.select_related("unit").order_by("-number"))
    if not found:
        raise Hidden(f"template {key}")
    return found


def begun_from(*, row: AnswerTemplate, case: Case, citizen: Card, by: Actor) -> str:
    """The words of a template with what is known of the case filled in; they are edited before anything is sent."""
    values = {
        Word.NAME: citizen.given_name,
        Word.CASEWORKER: by.name,
        Word.UNIT: case.unit.name,
        Word.PHONE: case.unit.phone,
        Word.CASE: case.number,
    }
    return filled(text=row.body, values=values)
