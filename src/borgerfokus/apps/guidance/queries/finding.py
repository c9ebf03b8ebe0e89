"""One search over everything that can be found, the best first: by titles, and by all text where that gives little."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import connection

from borgerfokus.apps.guidance.models import EntryKind, SearchEntry
from borgerfokus.core.guidance.synonyms import synonyms
from borgerfokus.core.guidance.words import INSIDE, NEAR, SAID, TOLD, asked, fold

_ENOUGH = 0.5
"""What fits no more than half as well as the best is left out."""
_ALIKE = 0.42
"""So alike two words must be, by their groups of three letters, for one to be a slip of the pen of the other."""
_NEAREST, _PHRASE = 4, 6
"""So many near words are tried; so long a question counts for more where it stands as a whole."""

EVERYBODYS = (EntryKind.HELP, EntryKind.OFFER, EntryKind.ASSOCIATION, EntryKind.PAGE)
COLLEAGUES = (EntryKind.NOTE, EntryKind.QUESTION)


@dataclass(frozen=True)
class Found:
    """Something that fits, and how well. `near` says that it was found by a word spelt nearly so."""

    kind: EntryKind
    key: str
    title: str
    title_en: str
    short: str
    short_en: str
    near: bool


def says_nothing(*, words: str) -> bool:
    """Whether there are words, and everybody uses them, so that nothing can be told apart by them."""
    return any(one.isalpha() for one in words) and not asked(words, synonyms())


def search(*, words: str, kinds: Collection[EntryKind], public: bool, most: int = 200) -> tuple[Found, ...]:
    """What fits the words among these kinds, the best first, and no more than comes near it.

    `public`: what everybody may know of alone. Words are compared by stem, synonym, compound and, where nothing else
    fits, by a spelling close to it. What has the words in its title, search words or section is asked for first; the
    running text is gone through only where it can fit half as well as the best of those.
    """
    forms, phrase = asked(words, synonyms()), fold(words)
    if not forms:
        return _said_so(phrase, kinds, public, most) if len(phrase) >= _PHRASE else ()
    given: dict[str, Any] = {
        "number": [one.number for one in forms],
        "form": [one.text for one in forms],
        "strength": [one.strength for one in forms],
        "within": [one.inside for one in forms],
        "near": [one.near for one in forms],
        "kinds": [kind.value for kind in kinds],
        "public": public,
        "phrase": phrase if len(phrase) >= _PHRASE else "",
        "most": most,
    }
    rows = _asked(BY_TITLE, given)
    if not rows or rows[0][-1] * _ENOUGH < TOLD * len(set(given["number"])):
        rows = _asked(EVERYWHERE, given)
    return tuple(Found(EntryKind(row[0]), *row[1:-1]) for row in rows)


def _asked(statement: str, given: dict[str, Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        rows: list[Any] = cursor.fetchall()
    return rows


def _said_so(phrase: str, kinds: Collection[EntryKind], public: bool, most: int) -> tuple[Found, ...]:
    """What is looked for in just these words, where each of them is one that everybody uses."""
    rows = SearchEntry.objects.filter(kind__in=kinds, said__contains=phrase).order_by("title", "key")
    shown = rows.filter(public=True) if public else rows
    return tuple(
        Found(EntryKind(row.kind), row.key, row.title, row.title_en, row.short, row.short_en, near=False)
        for row in shown[:most]
    )


def keys(*, words: str, kinds: Collection[EntryKind], public: bool) -> list[str]:
    """The keys of what fits, the best first."""
    return [one.key for one in search(words=words, kinds=kinds, public=public)]


_HITS = f"""
with asked as materialized (
  select * from unnest(
    %(number)s::int[], %(form)s::text[], %(strength)s::float8[], %(within)s::text[], %(near)s::bool[]
  ) as form(number, form, strength, within, near)
),
whole as materialized (
  select asked.number, word.id, asked.strength from asked join guidance_searchword word on word.word = asked.form
  union all
  select asked.number, word.id, asked.strength * {INSIDE} from asked join guidance_searchword word
    on asked.within <> '' and word.word like '%%' || asked.form || '%%' and word.word <> asked.form
   and (asked.within = 'any' or starts_with(word.word, asked.form) or right(word.word, length(asked.form)) = asked.form)
),
hit as materialized (
  select number, id, max(strength) as strength, false as near from whole group by number, id
  union all
  select asked.number, word.id, {NEAR} * similarity(word.word, asked.form), true
  from asked cross join lateral (
    select word.id, word.word from guidance_searchword word
    where word.word %% asked.form and similarity(word.word, asked.form) >= {_ALIKE}
    order by similarity(word.word, asked.form) desc, word.word limit {_NEAREST}
  ) word
  where asked.near and not exists (select 1 from whole where whole.number = asked.number)
)
"""  # noqa: S608 (constants of ours; everything that was asked is a parameter)
_PHRASED = f"case when %(phrase)s <> '' and strpos(entry.said, %(phrase)s) > 0 then {SAID} else 0 end"

BY_TITLE = f"""{_HITS},
said as materialized (
  select place.entry_id, hit.number, max(place.weight * hit.strength) as weight, bool_and(hit.near) as near
  from hit join guidance_searchplace place on place.word_id = hit.id
  where place.weight > {TOLD} and (place.public or not %(public)s) and (not hit.near or place.weight >= {SAID})
  group by place.entry_id, hit.number
),
led as materialized (
  select entry.id, array_agg(said.number) as numbers, sum(said.weight) + {_PHRASED} as score,
    bool_and(said.near) as near
  from said join guidance_searchentry entry on entry.id = said.entry_id
  where entry.kind = any(%(kinds)s)
  group by entry.id
),
first as materialized (
  select * from led where score + {TOLD} * (select count(distinct number) from asked) > (select max(score) from led) / 2
  order by score desc, id limit %(most)s
),
told as materialized (
  select first.id, count(distinct hit.number) * {TOLD} as weight
  from first join hit on hit.strength > {INSIDE} and hit.number <> all(first.numbers)
  join guidance_searchplace place on place.word_id = hit.id and place.entry_id = first.id
  group by first.id
),
scored as (
  select first.id, first.near and told.id is null as near, first.score + coalesce(told.weight, 0) as score
  from first left join told using (id)
)
select entry.kind, entry.key, entry.title, entry.title_en, entry.short, entry.short_en, ranked.near, ranked.best
from (select *, max(score) over () as best from scored) ranked join guidance_searchentry entry using (id)
where ranked.score > ranked.best * {_ENOUGH}
order by ranked.score desc, entry.title, entry.key
"""  # noqa: S608 (as above)

EVERYWHERE = f"""{_HITS},
placed as materialized (
  select place.entry_id, hit.number, max(place.weight * hit.strength) as weight, bool_and(hit.near) as near
  from hit join guidance_searchplace place on place.word_id = hit.id
  where (place.public or not %(public)s) and (not hit.near or place.weight >= {SAID})
  group by place.entry_id, hit.number
),
summed as materialized (
  select entry_id, sum(weight) as weight, bool_and(near) as near from placed group by entry_id
),
scored as (
  select entry.*, summed.near, summed.weight + {_PHRASED} as score
  from summed join guidance_searchentry entry on entry.id = summed.entry_id
  where entry.kind = any(%(kinds)s)
)
select kind, key, title, title_en, short, short_en, near, best
from (select *, max(score) over () as best from scored) ranked
where score > best * {_ENOUGH}
order by score desc, title, key limit %(most)s
"""  # noqa: S608 (as above)
