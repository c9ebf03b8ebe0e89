"""Keeping the guide: a version is saved as a concept from its document, looked through, and taken into use."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import Max

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.guidance.models import GuideVersion, PageState
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.guidance import guide as guides
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit

LONGEST: Final = 100_000


def save_guide(*, document: str, by: Actor, at: datetime) -> GuideVersion | Refusal:
    """Save a version of the guide as a concept, or say what is wrong with its document. Raises Hidden."""
    _require(by)
    if refused := _wrong(document, at):
        return refused
    with transaction.atomic():
        newest = GuideVersion.objects.aggregate(newest=Max("number"))["newest"] or 0
        row = GuideVersion.objects.create(
            number=newest + 1, document=document, saved_at=at, saved_by=by.subject, saved_by_name=by.name
        )
        audit.record(action="guide.save", by=by, at=at, about=f"guide:{row.number}")
    return row


def publish_guide(*, number: int, by: Actor, at: datetime) -> Refusal | None:
    """Ask by this version from now on; one from before may be taken into use again. Raises Hidden."""
    _require(by)
    with transaction.atomic():
        row = GuideVersion.objects.select_for_update().filter(number=number).first()
        if row is None:
            raise Hidden(f"guide {number}")
        if row.state == PageState.PUBLISHED:
            return ALREADY
        if refused := _wrong(row.document, at):
            return refused
        GuideVersion.objects.filter(state=PageState.PUBLISHED).update(state=PageState.RETIRED)
        row.state, row.published_at, row.published_by = PageState.PUBLISHED, at, by.subject
        row.save()
        audit.record(action="guide.publish", by=by, at=at, about=f"guide:{number}")
    return None


def _wrong(document: str, at: datetime) -> Refusal | None:
    """Why a document is no guide: it cannot be read, or it leads to help that nobody can ask for here."""
    try:
        guide = guides.parse(document[:LONGEST])
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        return _refusal(f"Dokumentet kan ikke læses: {error}", f"The document cannot be read: {error}")
    known = {version.key for version in casework.newest_in_force(on=day_of(at))}
    unknown = sorted({key for rule in guide.rules for key in rule.ask} - known)
    if unknown:
        names = ", ".join(unknown)
        return _refusal(f"Disse slags hjælp findes ikke: {names}", f"These kinds of help do not exist: {names}")
    return None


def _require(by: Actor) -> None:
    if not by.can(Verb.PAGE_EDIT):
        raise Hidden("guide")


def _refusal(da: str, en: str) -> Refusal:
    return Refusal(code="guide.document", text=Text(da=da, en=en), article="")


ALREADY: Final = Refusal(
    code="guide.already", text=Text(da="Udgaven er allerede i brug.", en="The version is in use already."), article=""
)
