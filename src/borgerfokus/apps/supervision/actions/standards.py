"""Keeping the review form and the kodeks, and measuring how the kodeks is kept."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Max

from borgerfokus.apps.supervision.actions import refusals
from borgerfokus.apps.supervision.models import KodeksFigure, KodeksVersion, ReviewForm
from borgerfokus.apps.supervision.policies import require_standards
from borgerfokus.apps.supervision.queries.kodeks import figures_now, kodeks_on
from borgerfokus.core.casework.casetype import ConfigurationError
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.kodeks import Statement, faults_of, to_stored
from borgerfokus.core.supervision.form import Form, parse
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit


@transaction.atomic
def save_form(*, document: str, by: Actor, at: datetime) -> ReviewForm | tuple[ConfigurationError, ...]:
    """Keep a document as the next version of the review form, as a concept. Returns every error in it otherwise."""
    require_standards(by)
    parsed = parse(document)
    if not isinstance(parsed, Form):
        return parsed
    newest = ReviewForm.objects.aggregate(Max("number"))["number__max"] or 0
    row = ReviewForm.objects.create(
        number=newest + 1, state="concept", document=document, saved_at=at, saved_by=by.subject
    )
    audit.record(action="review_form.save", by=by, at=at, about=str(row))
    return row


@transaction.atomic
def publish_form(*, form_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Let new campaigns be made with a version. The one before is retired; campaigns keep theirs."""
    require_standards(by)
    row = ReviewForm.objects.select_for_update().filter(pk=form_id).first()
    if row is None:
        raise Hidden(f"review form {form_id}")
    if row.state != "concept":
        return refusals.NOT_A_CONCEPT
    ReviewForm.objects.filter(state="published").update(state="retired", version=F("version") + 1)
    row.state, row.published_at, row.version = "published", at, row.version + 1
    row.save(update_fields=["state", "published_at", "version"])
    audit.record(action="review_form.publish", by=by, at=at, about=str(row))
    return None


@transaction.atomic
def save_kodeks(
    *, statements: Sequence[Statement], valid_from: date, reason: str, by: Actor, at: datetime
) -> KodeksVersion | tuple[Text, ...]:
    """Keep the statements as the kodeks from a day on, in the open. Returns what must be mended otherwise."""
    require_standards(by)
    faults = list(faults_of(statements))
    if valid_from < day_of(at):
        faults.append(_PAST)
    if not reason.strip():
        faults.append(_NO_REASON)
    if faults:
        return tuple(faults)
    newest = KodeksVersion.objects.aggregate(Max("number"))["number__max"] or 0
    row = KodeksVersion.objects.create(
        number=newest + 1,
        valid_from=valid_from,
        statements=to_stored(statements),
        reason=reason.strip(),
        saved_at=at,
        saved_by=by.subject,
    )
    audit.record(action="kodeks.save", by=by, at=at, about=str(row))
    return row


def measure_kodeks(*, at: datetime) -> int:
    """Keep how each unit keeps the kodeks today, once a month. For the system alone. Returns how many figures."""
    today = day_of(at)
    first = today.replace(day=1)
    in_force = kodeks_on(on=today)
    if in_force is None or KodeksFigure.objects.filter(on__gte=first, on__lte=today).exists():
        return 0
    found = figures_now(statements=in_force.content, at=at)
    rows = [
        KodeksFigure(on=today, unit_id=one.unit_id, statement=one.statement, kept=one.kept, applied=one.applied)
        for one in found
    ]
    KodeksFigure.objects.bulk_create(rows)
    return len(rows)


_PAST = Text(da="Vælg en dag fra i dag og frem.", en="Choose a day from today on.")
_NO_REASON = Text(da="Skriv, hvorfor kodekset ændres.", en="Write why the kodeks is changed.")
