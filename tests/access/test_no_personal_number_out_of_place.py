"""Bar B5: no personal number in addresses, titles, logs, outbox errors, job arguments, sessions, messages, caches.

Numbers are typed wherever they can be typed, rightly and wrongly, and a page is made to fail while one is posted.
"""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from borgerfokus.foundation.access.declare import own_models
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.login import sessions
from borgerfokus.foundation.people import queries as people
from borgerfokus.web import design
from tests.access.harness import Answer, Visitor
from tests.access.numbers import personal_numbers
from tests.access.scene import SYSTEM, Scene

pytestmark = pytest.mark.django_db

WRONG = "3112991234x"
UNKNOWN = "6101509998"
IN_ADDRESSES = re.compile(r'(?:href|src|action|data-[a-z-]+|formaction)="([^"]*)"')
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def number_of(scene: Scene, key: str) -> str:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at) as scope:
        scope.include_persons([scene.persons[key]])
        return people.cpr_of(person_id=scene.persons[key]).digits


def typed(number: str) -> list[str]:
    return [number, f"{number[:6]}-{number[6:]}", f"{number[:6]} {number[6:]}"]


def posts(scene: Scene) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Who, where, what: every form with a personal number in it, with known, unknown and mistyped numbers."""
    for number in (*typed(number_of(scene, "citizen")), *typed(UNKNOWN), WRONG, "010170 12345"):
        for who in ("caseworker", "reception"):
            yield who, reverse("staff:search"), {"cpr": number}
            yield who, reverse("staff:new"), {"step": "find", "cpr": number}
            yield who, reverse("staff:new"), {"step": "register", "cpr": number, "given_name": "A", "family_name": "B"}
        parties = reverse("staff:parties", args=[scene.cases["plain"].number])
        yield "caseworker", parties, {"act": "party", "cpr": number, "role": "relative"}
        power = {"name": "Lene", "number": number, "scopes": "read", "ends": "2027-01-01"}
        yield "citizen", reverse("citizen:powers"), power
    yield "client", "/api/v1/cases", {"type": "sel-85", "cpr": number_of(scene, "citizen"), "need": "Hjælp"}
    yield "client", "/api/v1/cases", {"type": "sel-85", "cpr": UNKNOWN, "need": "Hjælp"}


def out_of_place(answer: Answer) -> list[str]:
    """Personal numbers in the headers, cookies, title and addresses of an answer."""
    head = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    titles = " ".join(TITLE.findall(answer.text))
    return personal_numbers("\n".join([head, titles, *IN_ADDRESSES.findall(answer.text)]))


def ask(scene: Scene, who: str, where: str, what: dict[str, str]) -> Answer:
    return Visitor(scene, who).ask("POST", where, what)


def test_no_answer_carries_one_in_address_title_or_header(scene: Scene) -> None:
    for who, where, what in posts(scene):
        answer = ask(scene, who, where, what)
        assert answer.status < 500, (who, where, what, answer.error)
        assert out_of_place(answer) == [], (who, where)


def test_a_number_in_the_address_is_not_passed_on(scene: Scene) -> None:
    """Somebody types one into the search box all the same: the page says so, and repeats it nowhere."""
    visitor = Visitor(scene, "caseworker")
    for number in typed(number_of(scene, "citizen")):
        answer = visitor.ask("GET", f"{reverse('staff:search')}?q={number}")
        assert number not in answer.text
        assert out_of_place(answer) == []
        assert not answer.logged


def test_nothing_of_it_is_logged(
    scene: Scene, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    for who, where, what in posts(scene):
        ask(scene, who, where, what)
    visitor = Visitor(scene, "caseworker")
    visitor.ask("POST", "/findes/ikke/", {"cpr": number_of(scene, "citizen")})

    def broken(**_: object) -> object:
        raise RuntimeError("a fault while a number was in the form")

    monkeypatch.setattr(people, "find", broken)
    assert visitor.ask("POST", reverse("staff:search"), {"cpr": number_of(scene, "citizen")}).status == 500
    # The statements of the test's own database driver are not a log of ours.
    told = "\n".join(record.getMessage() for record in caplog.records if not record.name.startswith("django.db"))
    assert personal_numbers(told + caplog.handler.format(caplog.records[-1])) == []
    assert "a fault while" in caplog.text


def test_nothing_of_it_is_kept_in_any_table(scene: Scene) -> None:
    """Sessions, messages, jobs, drafts, outbox, audit: every column of every table, as text."""
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = 'public'")
        tables = [row[0] for row in cursor.fetchall()]
    for who, where, what in posts(scene):
        Visitor(scene, who).client.post(where, what)
    known = [number_of(scene, key) for key in scene.persons] + [UNKNOWN]
    forms = "|".join(form for number in known for form in typed(number)[:2])
    whole = f"(^|[^0-9])({forms})($|[^0-9])"
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at), connection.cursor() as cursor:
        for table in tables:
            cursor.execute("select has_table_privilege(current_user, %s, 'SELECT')", [table])
            if cursor.fetchone() == (True,):
                cursor.execute(f'select count(*) from "{table}" t where t::text ~ %s', [whole])  # noqa: S608
                assert cursor.fetchone() == (0,), table
    assert all(personal_numbers(str(row.get_decoded())) == [] for row in Session.objects.all())
    assert personal_numbers(str(vars(cache))) == []


def test_what_is_kept_when_a_session_ends_holds_none(scene: Scene) -> None:
    """What was typed is kept for the person when the session has ended; a form with a number is not."""
    for who, where, what in posts(scene):
        if who in scene.bearers:
            continue
        visitor = Visitor(scene, who)
        end_session(visitor.client)
        visitor.client.post(where, what)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        from borgerfokus.foundation.drafts.models import Draft

        assert [row.key for row in Draft.objects.all() if personal_numbers(str(row.content))] == []


def end_session(client: Client) -> None:
    session = client.session
    sessions.end(session)
    session.save()
    client.cookies["borgerfokus"] = str(session.session_key)


def test_the_browser_is_given_no_place_to_keep_one() -> None:
    """Scripts of our own keep in the browser's storage only what is named here."""
    kept = set()
    for script in (Path(design.__file__).parent / "static").rglob("*.js"):
        if "vendor" not in script.parts:
            kept |= set(
                re.findall(r"(?:localStorage|sessionStorage)\.(?:setItem|getItem)\(([^,)]*)", script.read_text("utf-8"))
            )
    assert kept <= {"KEYS_OFF"}, kept


def test_models_that_keep_numbers_seal_them() -> None:
    from borgerfokus.foundation.access.declare import declaration

    sealed = {(model.__name__, name) for model in own_models() for name in declaration(model).number.split()}
    assert sealed == {("Person", "cpr_sealed")}


def test_a_number_in_an_address_is_found(scene: Scene) -> None:
    """The sabotage: a page that puts one in a link, a title or a header."""
    number = number_of(scene, "citizen")
    for text in (f'<a href="/sag/?q={number}">', f"<title>Sag om {number}</title>"):
        assert out_of_place(Answer(200, text, "text/html", "", {})) == [number]
    assert out_of_place(Answer(302, "", "", "", {"Location": f"/?cpr={number}"})) == [number]
