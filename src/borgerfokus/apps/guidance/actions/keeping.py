"""Keeping pages: a concept, a preview, publishing, a new day of review, and an end. Nothing shown is overwritten."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from borgerfokus.apps.guidance.actions import indexing
from borgerfokus.apps.guidance.models import Page, PageState, PageVersion
from borgerfokus.apps.guidance.queries.pages import content_of, verb_for
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.guidance.pages import REVIEW_PAST, PageContent, PageKind, PageTies, wrong
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.organisation import queries as organisation


@dataclass(frozen=True)
class NewPage:
    """A page that is begun: its address, what kind it is, and what taught us it ("appeal:7"), if anything did."""

    key: str
    kind: PageKind
    content: PageContent
    ties: PageTies
    source: str = ""


def add(*, new: NewPage, by: Actor, at: datetime) -> Page | Refusal:
    """Begin a page with a first concept. Raises Hidden for who may not write pages of the kind."""
    if not by.can(verb_for(new.kind)):
        raise Hidden("pages")
    if refused := _refused(new.kind, new.content, new.ties, at):
        return refused
    page = Page(
        key=new.key,
        kind=new.kind.value,
        public=new.kind.is_public,
        source=new.source,
        created_at=at,
        created_by=by.subject,
    )
    _put(page, new.ties)
    try:
        with transaction.atomic():
            page.save(force_insert=True)
            _write(page, 1, new.content, by, at)
    except IntegrityError:
        return KEY_TAKEN
    audit.record(action="page.add", by=by, at=at, about=f"page:{page.pk}")
    return page


def save(
    *, key: str, seen: int, content: PageContent, ties: PageTies, by: Actor, at: datetime
) -> Refusal | None:
    """Write the concept of a page, unless somebody else has since `seen` (the edits of what was read).

    What hangs on the page (owner, day of review, ties) holds at once; the text holds when it is published.
    """
    with transaction.atomic():
        page, newest = _locked(key, by)
        if newest.edits != seen:
            return CHANGED
        if refused := _refused(PageKind(page.kind), content, ties, at):
            return refused
        _tie(page, ties)
        if newest.state == PageState.CONCEPT:
            _rewrite(newest, content, by, at)
        elif content_of(newest) != content:
            _write(page, newest.number + 1, content, by, at)
        if page.retired_at is None and newest.state == PageState.PUBLISHED:
            indexing.refresh_page(page)
        audit.record(action="page.save", by=by, at=at, about=f"page:{page.pk}")
    return None


def publish(*, key: str, seen: int, by: Actor, at: datetime) -> Refusal | None:
    """Show the concept in the place of what was shown. A page that was taken down is shown again."""
    with transaction.atomic():
        page, newest = _locked(key, by)
        if newest.edits != seen or newest.state == PageState.PUBLISHED:
            return CHANGED
        if page.review_on <= day_of(at):
            return REVIEW_PAST
        PageVersion.objects.filter(page=page, state=PageState.PUBLISHED).update(state=PageState.RETIRED)
        newest.state, newest.published_at, newest.published_by = PageState.PUBLISHED, at, by.subject
        newest.save(update_fields=["state", "published_at", "published_by"])
        page.retired_at, page.retired_by = None, ""
        page.save(update_fields=["retired_at", "retired_by"])
        indexing.refresh_page(page)
        audit.record(action="page.publish", by=by, at=at, about=f"page:{page.pk}")
    return None


def retire(*, key: str, by: Actor, at: datetime) -> None:
    """Take a page down. What it said is kept. Raises Hidden for one that is not shown."""
    with transaction.atomic():
        page, _newest = _locked(key, by)
        shown = PageVersion.objects.filter(page=page, state=PageState.PUBLISHED)
        if not shown.update(state=PageState.RETIRED):
            raise Hidden(f"page {key} is not shown")
        page.retired_at, page.retired_by = at, by.subject
        page.save(update_fields=["retired_at", "retired_by"])
        indexing.refresh_page(page)
        audit.record(action="page.retire", by=by, at=at, about=f"page:{page.pk}")


def confirm(*, key: str, until: date, by: Actor, at: datetime) -> Refusal | None:
    """Say that a page is still right, and by when it is looked at again."""
    if until <= day_of(at):
        return REVIEW_PAST
    with transaction.atomic():
        page, _newest = _locked(key, by)
        page.review_on = until
        page.save(update_fields=["review_on"])
        audit.record(action="page.confirm", by=by, at=at, about=f"page:{page.pk}", until=until.isoformat())
    return None


def _refused(kind: PageKind, content: PageContent, ties: PageTies, at: datetime) -> Refusal | None:
    """What is wrong with a page, its owner among it: somebody who may write it, so that it can be kept right."""
    if refused := wrong(content=content, ties=ties, saved_on=day_of(at)):
        return refused
    try:
        owner = organisation.actor_for(employee_id=ties.owner, on=day_of(at))
    except organisation.NotEngaged:
        return NO_OWNER
    return None if owner.can(verb_for(kind)) else NO_OWNER


def _locked(key: str, by: Actor) -> tuple[Page, PageVersion]:
    """The page, locked, and what was written last."""
    page = Page.objects.select_for_update().filter(key=key).first()
    if page is None or not by.can(verb_for(PageKind(page.kind))):
        raise Hidden(f"page {key}")
    return page, PageVersion.objects.filter(page=page).order_by("-number")[0]


def _tie(page: Page, ties: PageTies) -> None:
    _put(page, ties)
    page.save(update_fields=["owner", "review_on", "situation", "case_types", "sections"])


def _put(page: Page, ties: PageTies) -> None:
    page.owner_id, page.review_on, page.situation = ties.owner, ties.review_on, ties.situation
    page.case_types, page.sections = list(ties.case_types), list(ties.sections)


def _write(page: Page, number: int, content: PageContent, by: Actor, at: datetime) -> None:
    before = PageVersion.objects.filter(page=page).aggregate(Max("edits"))["edits__max"] or 0
    PageVersion.objects.create(
        page=page,
        number=number,
        edits=before + 1,
        saved_at=at,
        saved_by=by.subject,
        saved_by_name=by.name,
        **asdict(content),
    )


def _rewrite(row: PageVersion, content: PageContent, by: Actor, at: datetime) -> None:
    for name, value in asdict(content).items():
        setattr(row, name, value)
    row.edits, row.saved_at, row.saved_by, row.saved_by_name = row.edits + 1, at, by.subject, by.name
    row.save()


NO_OWNER = Refusal(
    code="page.no_owner",
    text=Text(
        da="Vælg en, der selv kan skrive siden. Ellers kan ingen holde den ved lige.",
        en="Choose somebody who may write the page. Otherwise nobody can keep it right.",
    ),
    article="",
)
KEY_TAKEN = Refusal(
    code="page.key_taken",
    text=Text(da="Der er allerede en side med det navn.", en="There is a page with this name already."),
    article="",
)
CHANGED = Refusal(
    code="edit.conflict",
    text=Text(
        da="En anden har ændret siden imens. Læs den igen, og skriv din ændring en gang til.",
        en="Somebody else has changed the page meanwhile. Read it again, and write your change once more.",
    ),
    article="",
)
