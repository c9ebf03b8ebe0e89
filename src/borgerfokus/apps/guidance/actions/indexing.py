"""Keeping the index: what can be found, word by word. Made whole each morning, and piece by piece when one changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db import connection, transaction

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.guidance.models import AskedQuestion, EntryKind, Page, PageVersion, SearchEntry
from borgerfokus.apps.offers import service as offers
from borgerfokus.core.casework.casetype import CaseType
from borgerfokus.core.guidance.words import Told, fold, weights
from borgerfokus.core.offers.words import ProviderKind
from borgerfokus.core.texts import Text

CIVIL_SOCIETY = frozenset({ProviderKind.ASSOCIATION, ProviderKind.VOLUNTEERS})
_LONGEST_WORD, _LONGEST_SHORT, _BATCH = 60, 300, 500


@dataclass(frozen=True, kw_only=True)
class Findable:
    """Something that is to be found, as it is shown, and what it is looked for by."""

    kind: EntryKind
    key: str
    public: bool
    title: str
    title_en: str
    short: str
    short_en: str
    told: Told = field(repr=False)


def rebuild(*, on: date) -> int:
    """Make the whole index anew. Returns how many things can be found."""
    found = [*_every_help(on), *_every_offer(on), *_every_page(), *_every_question()]
    with transaction.atomic():
        _alone()
        SearchEntry.objects.all().delete()
        for start in range(0, len(found), _BATCH):
            put(found[start : start + _BATCH])
        with connection.cursor() as cursor:
            cursor.execute(_FORGET)
    return len(found)


def refresh_help(*, key: str, on: date) -> None:
    """A kind of help has changed, begun or ended."""
    version = casework.version_for(key=key, on=on)
    _replace([EntryKind.HELP], key, [_help(version.spec)] if version else [])


def refresh_offer(*, key: str, on: date) -> None:
    """An offer has changed, begun or ended."""
    given = [_offer(one) for one in offers.catalogue(on=on, public=False) if one.key == key]
    _replace([EntryKind.OFFER, EntryKind.ASSOCIATION], key, given)


def refresh_page(page: Page) -> None:
    """A page was published or taken down."""
    rows = PageVersion.objects.select_related("page").filter(page=page, state="published")
    _replace([EntryKind.PAGE, EntryKind.NOTE], page.key, [_page(one) for one in rows])


def refresh_question(question: AskedQuestion) -> None:
    """A question was answered."""
    _replace([EntryKind.QUESTION], str(question.pk), [_question(question)])


def put(things: Iterable[Findable]) -> None:
    """Put things into the index that are not there. Three statements, however many they are."""
    known = list(things)
    rows = SearchEntry.objects.bulk_create(
        SearchEntry(
            kind=one.kind,
            key=one.key,
            public=one.public,
            title=one.title,
            title_en=one.title_en,
            short=one.short[:_LONGEST_SHORT],
            short_en=one.short_en[:_LONGEST_SHORT],
            said=fold(one.told.said),
        )
        for one in known
    )
    places = [
        (word[:_LONGEST_WORD], row.pk, weight, row.public)
        for row, one in zip(rows, known, strict=True)
        for word, weight in weights(one.told).items()
    ]
    with connection.cursor() as cursor:
        cursor.execute(_NEW_WORDS, [sorted({word for word, _, _, _ in places})])
        cursor.execute(_NEW_PLACES, [list(column) for column in zip(*places, strict=True)] or [[], [], [], []])


def _replace(kinds: list[EntryKind], key: str, things: list[Findable]) -> None:
    with transaction.atomic():
        _alone()
        SearchEntry.objects.filter(kind__in=kinds, key=key).delete()
        if things:
            put(things)


def _alone() -> None:
    """Wait for whoever else writes the index, to the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('guidance.index'))")


def _every_help(on: date) -> Iterator[Findable]:
    return (_help(one.spec) for one in casework.newest_in_force(on=on))


def _every_offer(on: date) -> Iterator[Findable]:
    return (_offer(one) for one in offers.catalogue(on=on, public=False))


def _every_page() -> Iterator[Findable]:
    return (_page(one) for one in PageVersion.objects.select_related("page").filter(state="published"))


def _every_question() -> Iterator[Findable]:
    return (_question(one) for one in AskedQuestion.objects.exclude(answer=""))


def _help(spec: CaseType) -> Findable:
    more = (*spec.cooperation.oneself, *spec.cooperation.associations)
    return Findable(
        kind=EntryKind.HELP,
        key=spec.key,
        public=True,
        title=spec.title_citizen.da,
        title_en=spec.title_citizen.en,
        short=spec.short.da,
        short_en=spec.short.en,
        told=Told(
            said=" ".join((*spec.search_words, *_both(spec.title_citizen))),
            told=" ".join((*_both(spec.short), *_both(spec.summary), *(text.da for text in more))),
            section=f"{spec.section} {spec.act}",
        ),
    )


def _offer(offer: offers.Offer) -> Findable:
    society = ProviderKind(offer.provider_kind) in CIVIL_SOCIETY
    return Findable(
        kind=EntryKind.ASSOCIATION if society else EntryKind.OFFER,
        key=offer.key,
        public=offer.public,
        title=offer.title,
        title_en=offer.title_en,
        short=offer.short,
        short_en=offer.short_en,
        told=Told(
            said=f"{offer.title} {offer.title_en} {offer.search_words}",
            told=f"{offer.short} {offer.short_en} {offer.text} {offer.provider} {offer.place} {offer.methods}",
            section=" ".join(offer.sections),
        ),
    )


def _page(version: PageVersion) -> Findable:
    page = version.page
    return Findable(
        kind=EntryKind.PAGE if page.public else EntryKind.NOTE,
        key=page.key,
        public=page.public,
        title=version.title,
        title_en=version.title_en,
        short=version.short,
        short_en=version.short_en,
        told=Told(
            said=f"{version.title} {version.title_en} {version.search_words}",
            told=f"{version.short} {version.short_en} {version.text} {version.text_en}",
            section=" ".join(page.sections),
        ),
    )


def _question(question: AskedQuestion) -> Findable:
    return Findable(
        kind=EntryKind.QUESTION,
        key=str(question.pk),
        public=False,
        title=question.title,
        title_en="",
        short=question.answer,
        short_en="",
        told=Told(said=question.title, told=f"{question.text} {question.answer}"),
    )


def _both(text: Text) -> tuple[str, str]:
    return text.da, text.en


_NEW_WORDS = "insert into guidance_searchword (word) select unnest(%s::text[]) on conflict (word) do nothing"
_NEW_PLACES = """
insert into guidance_searchplace (word_id, entry_id, weight, public)
select word.id, place.entry, place.weight, place.public
from unnest(%s::text[], %s::bigint[], %s::int[], %s::bool[]) as place(word, entry, weight, public)
join guidance_searchword word on word.word = place.word
"""
_FORGET = """
delete from guidance_searchword word
where not exists (select 1 from guidance_searchplace place where place.word_id = word.id)
"""
