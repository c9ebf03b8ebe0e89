"""Themes on the tab of the assessment: saved one or all, confirmed again, kept as drafts, never over a newer one."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import act, text

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework.models import Case, CaseTypeVersion
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.assessment import SourceKind, ThemeContent
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as

OWN = "Jeg glemmer at spise."
HALF = "Halvt skrevet om at gøre rent."


@pytest.fixture
def karen(world: World) -> Actor:
    return world.employee("Karen")


@pytest.fixture
def case(world: World, karen: Actor) -> Case:
    return world.case(citizen_id=world.person("Lene", "Overgaard"), caseworker=karen)


@pytest.fixture
def page(case: Case) -> str:
    return f"/sag/{case.number}/udredning/"


@pytest.fixture
def client_of(as_: LogIn, karen: Actor) -> Client:
    return as_(karen)


def said(theme: str, *, version: int = 0, **more: str) -> dict[str, Any]:
    parts = {"own_words": OWN, "observed": "Køleskabet var tomt.", "source": "visit", "version": str(version)} | more
    return {f"{theme}__{name}": value for name, value in parts.items()}


CARE = {"level_now": "3", "level_expected": "1"}


def test_one_theme_is_saved_and_what_is_typed_into_another_is_kept(page: str, client_of: Client) -> None:
    typed = {**said("self-care", **CARE, subthemes="eat"), "chores__own_words": HALF, "chores__version": "0"}
    answer = act(client_of, page, "themes", only="self-care", **typed)
    assert (answer.status_code, answer["Location"]) == (302, f"{page}?vis=theme-self-care#theme-self-care")
    shown = client_of.get(answer["Location"])
    assert "Temaet er gemt." in text(shown)
    assert "Udredning nr. 1: 1 af 11 temaer" in text(shown)
    assert "3 · Svært nedsat funktionsevne" in text(shown)
    body = shown.content.decode()
    assert HALF in body
    assert '<details class="bf-theme" id="theme-chores" open>' in body
    assert '<details class="bf-theme" id="theme-mobility">' in body


def test_all_themes_that_were_changed_are_saved_at_once(page: str, client_of: Client) -> None:
    act(client_of, page, "themes", **said("self-care", **CARE))
    typed = {**said("self-care", version=1, **CARE), **said("mobility", **CARE), **said("body")}
    assert act(client_of, page, "themes", **typed).status_code == 302
    shown = text(client_of.get(page))
    assert "Udredning nr. 1: 3 af 11 temaer" in shown
    assert act(client_of, page, "themes", **typed | {"mobility__version": "1", "body__version": "1"}).status_code == 422


def test_what_a_theme_lacks_is_said_at_the_field(page: str, client_of: Client) -> None:
    answer = act(client_of, page, "themes", **said("self-care", own_words="", level_now="2"))
    assert answer.status_code == 422
    shown = text(answer)
    assert "Egenomsorg: Skriv borgerens egne ord, eller skriv, hvorfor de mangler." in shown
    assert "Egenomsorg: Vælg det niveau, du forventer." in shown
    assert "Køleskabet var tomt." in answer.content.decode()
    assert 'name="body__level_now"' not in answer.content.decode()


def test_what_stood_last_counts_only_when_it_is_confirmed(page: str, client_of: Client) -> None:
    act(client_of, page, "themes", **said("self-care", **CARE))
    assert act(client_of, page, "round").status_code == 302
    shown = text(client_of.get(page))
    assert "Udredning nr. 2: 0 af 11 temaer" in shown
    assert "Ikke set på igen endnu" in shown
    typed = {"chores__own_words": HALF, "chores__version": "0"}
    answer = act(client_of, page, "themes", again="self-care", **typed)
    assert answer.status_code == 302
    shown = client_of.get(answer["Location"]).content.decode()
    assert "Temaet er bekræftet igen." in shown
    assert HALF in shown
    assert "Sidst: 3 · Svært nedsat funktionsevne. Nu: 3 · Svært nedsat funktionsevne." in shown


def test_somebody_else_saved_meanwhile(world: World, page: str, as_: LogIn, karen: Actor) -> None:
    act(as_(world.employee("Oskar")), page, "themes", **said("self-care", **CARE, observed="Det, Oskar så."))
    answer = act(as_(karen), page, "themes", **said("self-care", **CARE, observed="Det, Karen så."))
    assert answer.status_code == 409
    body = answer.content.decode()
    assert "Oskar har gemt temaet imens" in body
    assert "Det, Karen så." in body
    assert "Det, Oskar så." in body
    assert 'name="self-care__version" value="1"' in body
    again = act(as_(karen), page, "themes", **said("self-care", version=1, **CARE, observed="Det, Karen så."))
    assert again.status_code == 302


def test_a_theme_that_was_not_touched_is_no_conflict(world: World, page: str, as_: LogIn, karen: Actor) -> None:
    act(as_(karen), page, "themes", **said("self-care", **CARE))
    newer = said("self-care", version=1, **CARE, observed="Det, Oskar så.")
    act(as_(world.employee("Oskar")), page, "themes", **newer)
    typed = {**said("self-care", version=1, **CARE), **said("chores", **CARE)}
    assert act(as_(karen), page, "themes", **typed).status_code == 302
    assert "Det, Oskar så." in text(as_(karen).get(page))


def test_a_draft_keeps_itself_for_the_one_who_typed_until_somebody_saves(
    world: World, case: Case, page: str, as_: LogIn, karen: Actor
) -> None:
    keep = f"/sag/{case.number}/kladde/themes/"
    kept = as_(karen).post(keep, {"chores__own_words": HALF, "chores__version": "0"})
    assert kept.content.decode() == "Kladden er gemt kl. 12.00"
    assert HALF in as_(karen).get(page).content.decode()
    oskar = world.employee("Oskar")
    assert HALF not in as_(oskar).get(page).content.decode()
    act(as_(oskar), page, "themes", **said("chores", **CARE))
    assert HALF not in as_(karen).get(page).content.decode()


def test_an_observation_points_to_the_entry_it_stands_in(
    case: Case, page: str, client_of: Client, karen: Actor, now: datetime
) -> None:
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        note = journal.NewEntry(title="Besøg i hjemmet", body="Køleskabet var tomt.")
        entry = journal.write_note(case_id=case.pk, note=note, by=karen, at=now)
    assert act(client_of, page, "themes", **said("body", entry=str(entry))).status_code == 302
    assert "Besøg, i journalen" in text(client_of.get(page))
    assert act(client_of, page, "themes", **said("mind", entry="999999")).status_code == 422


def test_the_page_speaks_english(page: str, client_of: Client) -> None:
    act(client_of, page, "themes", **said("self-care", **CARE))
    client_of.cookies["django_language"] = "en"
    client_of.post("/sprog", {"language": "en", "next": page})
    shown = text(client_of.get(page))
    assert "Self-care" in shown
    assert "3 · Severely reduced function" in shown


def test_an_older_case_type_without_a_frame_shows_the_assessment_as_a_whole(
    world: World, case: Case, page: str, client_of: Client
) -> None:
    version = CaseTypeVersion.objects.get(pk=case.type_version_id)
    version.pk, version.number, version._state.adding = None, 99, True
    version.document = version.document.replace('frame = "ffb"\n', "")
    version.save()
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at):
        Case.objects.filter(pk=case.pk).update(type_version=version)
    shown = client_of.get(page)
    assert shown.status_code == 200
    assert "theme-self-care" not in shown.content.decode()
    assert act(client_of, page, "round").status_code == 404


def test_as_many_queries_with_one_round_as_with_three(
    case: Case, page: str, client_of: Client, karen: Actor, now: datetime
) -> None:
    counts = []
    for _ in range(3):
        content = ThemeContent(OWN, "", "Set", SourceKind.VISIT, "", 2, 1)
        news = [assessment.NewTheme(theme, 0, content) for theme in ("self-care", "chores", "mobility")]
        with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
            assert assessment.save_themes(case_id=case.pk, themes=news, by=karen, at=now) is None
        with CaptureQueriesContext(connection) as read:
            assert client_of.get(page).status_code == 200
        counts.append(len(read))
        with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
            assert assessment.begin_round(case_id=case.pk, by=karen, at=now) is None
    assert len(set(counts)) == 1, counts
    assert counts[0] <= 30
