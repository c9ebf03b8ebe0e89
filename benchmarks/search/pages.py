"""How long one search takes among many pages of text, against a plain scan with ILIKE in the same run.

Run as benchmarks/README.md says. It fills a database of its own with made-up pages of some 400 words, asks
the same questions in both ways as a visitor who is not logged in, and prints the median of each.
"""

import random
import sys
from statistics import median
from time import perf_counter

from tests import early  # noqa: F401 - settings before Django

import django  # isort: skip

django.setup()

from django.db import connection, connections  # noqa: E402
from django.utils.timezone import now  # noqa: E402
from tests import database  # noqa: E402

from borgerfokus.apps.guidance import service as guidance  # noqa: E402
from borgerfokus.apps.guidance.actions import indexing  # noqa: E402
from borgerfokus.apps.guidance.service import EVERYBODYS, EntryKind  # noqa: E402
from borgerfokus.core.casework.casetype import load_shipped  # noqa: E402
from borgerfokus.core.guidance.words import Told  # noqa: E402
from borgerfokus.foundation.access.actor import ANONYMOUS, system  # noqa: E402
from borgerfokus.foundation.access.scope import Purpose, acting_as  # noqa: E402

ASKED = (
    "hjælpemiddel",
    "hjælp til rengøring",
    "kørstol",
    "jeg er træt af at passe min mand",
    "badeværelset er for lille til kørestolen",
    "genoptræning efter operation",
    "støtte i hverdagen",
    "rumraket",
)
ROUNDS, LENGTH, BATCH = 5, 400, 500


def vocabulary(draw: random.Random) -> list[str]:
    """The words of the shipped case types, and compounds of two of them, as many as Danish would have."""
    texts = (f"{one.summary.da} {one.rules_text.da} {' '.join(one.search_words)}" for one in load_shipped())
    known = sorted({word.strip(".,?!").lower() for text in texts for word in text.split() if len(word) > 3})
    return known + sorted({draw.choice(known) + draw.choice(known) for _ in range(40_000)})


def pages(count: int, draw: random.Random) -> list[indexing.Findable]:
    """Made-up pages: few words stand everywhere, most stand in few, as in any language."""
    known = vocabulary(draw)
    draw.shuffle(known)
    heavy = [1 / (place + 10) for place in range(len(known))]
    made = []
    for number in range(count):
        words = draw.choices(known, heavy, k=LENGTH)
        title, text = " ".join(words[:4]), " ".join(words)
        told = Told(said=title, told=text)
        made.append(
            indexing.Findable(
                kind=EntryKind.PAGE, key=f"p{number}", public=True, title=title, title_en="", short=text[:200],
                short_en="", told=told,
            )
        )
    return made


def took(work: "object", words: str) -> float:
    """Milliseconds of one call, as a visitor."""
    with acting_as(ANONYMOUS, purpose=Purpose.PUBLIC, at=now()):
        began = perf_counter()
        work(words)  # type: ignore[operator]
        return 1000 * (perf_counter() - began)


def ours(words: str) -> None:
    """The search of the platform."""
    guidance.search(words=words, kinds=EVERYBODYS, public=True)


def plain(words: str) -> None:
    """The same question as a scan: any of its words anywhere in the text."""
    some = [f"%{word}%" for word in words.split() if len(word) > 3]
    with connection.cursor() as cursor:
        cursor.execute("select key, title from plain_page where text ilike any(%s) order by title limit 200", [some])
        cursor.fetchall()


def main(count: int) -> None:
    """Fill, ask, print."""
    draw = random.Random(1)  # noqa: S311 (made-up text)
    with database.clone("search") as name:
        connection.close()
        connection.settings_dict["NAME"] = name
        made = pages(count, draw)
        with acting_as(system("bench"), purpose=Purpose.OPERATION, at=now()):
            for start in range(0, count, BATCH):
                indexing.put(made[start : start + BATCH])
            with connection.cursor() as cursor:
                cursor.execute("create temporary table plain_page (key text, title text, text text)")
                cursor.executemany(
                    "insert into plain_page values (%s, %s, %s)", [(one.key, one.title, one.told.told) for one in made]
                )
                cursor.execute("analyze plain_page")
        import psycopg

        with psycopg.connect(database.address(name, owner=True), autocommit=True) as owner:
            owner.execute("vacuum analyze guidance_searchplace, guidance_searchword, guidance_searchentry")
        for work in (ours, plain):
            for words in ASKED:
                took(work, words)
        found = {words: [median(took(work, words) for _ in range(ROUNDS)) for work in (ours, plain)] for words in ASKED}
        for words, (mine, other) in found.items():
            print(f"{words:45} {mine:8.1f} ms {other:8.1f} ms  {other / mine:6.1f} times")
        mine, other = (median(pair[place] for pair in found.values()) for place in (0, 1))
        print(f"{'median':45} {mine:8.1f} ms {other:8.1f} ms  {other / mine:6.1f} times")
        connections.close_all()


main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
