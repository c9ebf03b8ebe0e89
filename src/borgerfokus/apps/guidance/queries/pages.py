"""Reads of pages. A concept is for those who may write it; what is published, for everybody or for colleagues."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from datetime import date

from django.db.models import Q, QuerySet

from borgerfokus.apps.guidance.models import AskedQuestion, Page, PageComment, PageState, PageVersion
from borgerfokus.core.access import Verb
from borgerfokus.core.guidance.pages import KNOWLEDGE, PUBLIC, PageContent, PageKind, PageTies
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


@dataclass(frozen=True)
class Kept:
    """A page as those see it who keep it: the page, what is published, and the concept that may follow it."""

    page: Page
    published: PageVersion | None
    concept: PageVersion | None

    @property
    def newest(self) -> PageVersion:
        """What was written last. Raises Hidden for a page whose only concept was thrown away."""
        found = self.concept or self.published
        if found is None:
            raise Hidden(f"page {self.page.key}")
        return found


@dataclass(frozen=True)
class Known:
    """What colleagues know about a kind of case: pages and answered questions."""

    pages: tuple[PageVersion, ...]
    questions: tuple[AskedQuestion, ...]


def verb_for(kind: PageKind) -> Verb:
    """What somebody must be able to do to write a page of the kind."""
    return Verb.PAGE_EDIT if kind.is_public else Verb.KNOWLEDGE_EDIT


def published(*, kinds: Collection[PageKind]) -> list[PageVersion]:
    """The published pages of some kinds, by title. One query."""
    return list(_published().filter(page__kind__in=[kind.value for kind in kinds]).order_by("title", "id"))


def find(*, key: str, public: bool) -> PageVersion:
    """What a page says, with the page and its owner. `public`: one that everybody may read. Raises Hidden."""
    row = _published().filter(page__key=key, page__public=public).first()
    if row is None:
        raise Hidden(f"page {key}")
    return row


def of_situation(*, situation: str) -> list[PageVersion]:
    """What editors have written for a life situation."""
    return list(_published().filter(page__public=True, page__situation=situation).order_by("title", "id"))


def standards_of(*, type_key: str) -> list[PageVersion]:
    """The pages for everybody that are tied to a kind of help: its quality standard, and what it costs."""
    return list(_published().filter(page__public=True, page__case_types__contains=[type_key]).order_by("title", "id"))


def for_case(*, type_key: str, section: str, most: int = 6) -> list[PageVersion]:
    """What colleagues know that bears on a case: by its type, or its section ("serviceloven § 85"). One query."""
    tied = Q(page__case_types__contains=[type_key]) | Q(page__sections__contains=[section])
    rows = _published().filter(tied, page__public=False)
    return list(rows.order_by("-page__kind", "-published_at", "id")[:most])


def known_by_type(*, type_key: str, sections: Collection[str]) -> Known:
    """Everything that is known about a kind of case."""
    tied = Q(page__case_types__contains=[type_key]) | Q(page__sections__overlap=list(sections))
    return Known(
        pages=tuple(_published().filter(tied, page__public=False).order_by("page__kind", "title", "id")),
        questions=tuple(AskedQuestion.objects.filter(case_types__contains=[type_key]).order_by("-asked_at", "-id")),
    )


def kept(*, by: Actor, public: bool) -> list[Kept]:
    """Every page that the actor may write, retired ones too, by title. Two queries."""
    kinds = [kind.value for kind in (PUBLIC if public else KNOWLEDGE)]
    if not by.can(Verb.PAGE_EDIT if public else Verb.KNOWLEDGE_EDIT):
        raise Hidden("pages")
    pages = list(Page.objects.select_related("owner").filter(kind__in=kinds))
    return sorted(_with_versions(pages), key=lambda one: (one.newest.title.lower(), one.page.pk))


def keeping(*, key: str, by: Actor) -> Kept:
    """One page for somebody who may write it. Raises Hidden."""
    page = Page.objects.select_related("owner").filter(key=key).first()
    if page is None or not by.can(verb_for(PageKind(page.kind))):
        raise Hidden(f"page {key}")
    return next(iter(_with_versions([page])))


def versions(*, page: Page) -> list[PageVersion]:
    """Every version of a page, newest first."""
    return list(PageVersion.objects.filter(page=page).order_by("-number"))


def past_review(*, by: Actor, on: date) -> list[Kept]:
    """The pages that the actor owns and must look at again, the longest waiting first."""
    rows = Page.objects.select_related("owner").filter(owner_id=by.id, review_on__lte=on, retired_at__isnull=True)
    return list(_with_versions(list(rows.order_by("review_on", "id")))) if by.is_employee else []


def waiting(*, by: Actor) -> list[Kept]:
    """The concepts that the actor owns and has not published yet."""
    if not by.is_employee:
        return []
    rows = Page.objects.select_related("owner").filter(owner_id=by.id, versions__state=PageState.CONCEPT)
    return list(_with_versions(list(rows.order_by("id"))))


def sources() -> frozenset[str]:
    """What has been written into a page already, of that which taught us something."""
    return frozenset(Page.objects.exclude(source="").values_list("source", flat=True))


def comments(*, page: Page) -> list[PageComment]:
    """What colleagues say about a page, oldest first."""
    return list(PageComment.objects.filter(page=page).order_by("at", "id"))


def content_of(row: PageVersion) -> PageContent:
    """What a version says."""
    return PageContent(**{one.name: getattr(row, one.name) for one in fields(PageContent)})


def ties_of(page: Page) -> PageTies:
    """What a page hangs on."""
    return PageTies(
        owner=page.owner_id,
        review_on=page.review_on,
        situation=page.situation,
        case_types=tuple(page.case_types),
        sections=tuple(page.sections),
    )


def _published() -> QuerySet[PageVersion]:
    rows = PageVersion.objects.select_related("page__owner")
    return rows.filter(state=PageState.PUBLISHED, page__retired_at__isnull=True)


def _with_versions(pages: Iterable[Page]) -> Iterable[Kept]:
    known = list(pages)
    rows = PageVersion.objects.filter(page__in=known).order_by("number")
    newest: dict[tuple[int, str], PageVersion] = {(row.page_id, row.state): row for row in rows}
    for page in known:
        published = newest.get((page.pk, PageState.PUBLISHED)) or newest.get((page.pk, PageState.RETIRED))
        yield Kept(page, published, newest.get((page.pk, PageState.CONCEPT)))
