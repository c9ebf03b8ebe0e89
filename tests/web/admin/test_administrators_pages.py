"""The administrator keeps case types, values, units and programs; nobody else does."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.casework.models import CaseTypeVersion
from borgerfokus.core.access import Role
from borgerfokus.core.casework.casetype import shipped_documents
from borgerfokus.core.exchange.fields import VERB_NAMES
from borgerfokus.foundation.login import service as login
from borgerfokus.foundation.login.models import Client as Program
from borgerfokus.foundation.organisation.models import Responsibility, Unit
from borgerfokus.foundation.parameters import service as parameters

PAGES = ("start", "types", "values", "units", "clients")


@pytest.fixture
def now() -> datetime:
    """Pages read the clock themselves."""
    return timezone.now()


@pytest.fixture
def admin(world: World, client: Client) -> Client:
    log_in(client, world.employee("Ada", role=Role.ADMINISTRATOR), at=world.at)
    return client


@pytest.mark.parametrize("name", PAGES)
def test_the_administrator_gets_in(admin: Client, name: str) -> None:
    assert admin.get(reverse(f"admin:{name}")).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_a_caseworker_does_not(world: World, client: Client, name: str) -> None:
    log_in(client, world.employee("Karen"), at=world.at)
    assert client.get(reverse(f"admin:{name}")).status_code == 404


def test_a_new_version_is_a_concept_until_it_is_published(admin: Client) -> None:
    document = shipped_documents()["sel-85"]
    admin.post(reverse("admin:types"), {"document": document})
    saved = CaseTypeVersion.objects.filter(key="sel-85").order_by("-number")[0]
    assert (saved.number, saved.state) == (2, "concept")
    admin.post(reverse("admin:type", args=[saved.pk]), {"act": "publish", "version": saved.version})
    saved.refresh_from_db()
    assert saved.state == "published"
    first = CaseTypeVersion.objects.get(key="sel-85", number=1)
    assert first.valid_to == saved.valid_from


def test_every_error_in_a_document_is_told_and_nothing_saved(admin: Client) -> None:
    before = CaseTypeVersion.objects.count()
    answer = admin.post(reverse("admin:types"), {"document": 'key = "nyt"\nversion = "to"'})
    assert answer.status_code == 422
    assert "version = &#34;to&#34;" in answer.content.decode()
    assert CaseTypeVersion.objects.count() == before


def test_an_own_value_is_set_with_a_day_and_a_reason(admin: Client, now: datetime) -> None:
    day = now.date() + timedelta(days=1)
    page = reverse("admin:value", args=["own.lix_goal"])
    refused = admin.post(page, {"value": "35", "from": day.isoformat(), "reason": ""})
    assert refused.status_code == 422
    assert 'value="35"' in refused.content.decode()
    admin.post(page, {"value": "35", "from": day.isoformat(), "reason": "Social- og Sundhedsudvalget, punkt 4"})
    assert parameters.history("own.lix_goal")[0].value == 35


@pytest.mark.parametrize("wrong", ["mange", "999"])
def test_a_value_that_is_none_is_refused_with_the_text_kept(admin: Client, now: datetime, wrong: str) -> None:
    form = {"value": wrong, "from": now.date().isoformat(), "reason": "Prøve"}
    answer = admin.post(reverse("admin:value", args=["own.lix_goal"]), form)
    assert answer.status_code == 422
    assert f'value="{wrong}"' in answer.content.decode()


def test_a_value_of_the_act_has_no_form(admin: Client) -> None:
    answer = admin.get(reverse("admin:value", args=["rsl.appeal_deadline"])).content.decode()
    assert 'name="value"' not in answer


def test_a_unit_is_added_changed_and_ended(admin: Client) -> None:
    admin.post(reverse("admin:units"), {"name": "Akutteamet", "kind": "team"})
    unit = Unit.objects.get(key="akutteamet")
    admin.post(
        reverse("admin:unit", args=[unit.pk]), {"name": "Akutteam", "kind": "team", "version": unit.version}
    )
    unit.refresh_from_db()
    assert unit.name == "Akutteam"
    stale = {"name": "Noget andet", "kind": "team", "version": 1}
    admin.post(reverse("admin:unit", args=[unit.pk]), stale)
    unit.refresh_from_db()
    assert unit.name == "Akutteam"


def test_a_unit_in_use_is_not_ended(admin: Client, world: World) -> None:
    unit = world.units["voksenteamet"]
    admin.post(reverse("admin:unit", args=[unit.pk]), {"act": "end"})
    unit.refresh_from_db()
    assert unit.ends is None


def test_a_unit_never_lies_below_itself(admin: Client, world: World) -> None:
    top, below = world.units["handicap-psykiatri"], world.units["voksenteamet"]
    form = {"name": top.name, "kind": top.kind, "parent": below.pk, "version": top.version}
    admin.post(reverse("admin:unit", args=[top.pk]), form)
    top.refresh_from_db()
    assert top.parent_id != below.pk


def test_responsibility_moves_from_today(admin: Client, world: World) -> None:
    unit = world.units["ydelsesteamet"]
    admin.post(reverse("admin:answer_for"), {"key": "sel-85", "unit": unit.pk})
    assert Responsibility.objects.get(case_type_key="sel-85", ends__isnull=True).unit_id == unit.pk


def test_a_programs_secret_is_shown_once(admin: Client, world: World) -> None:
    unit = world.units["voksenteamet"].pk
    answer = admin.post(
        reverse("admin:clients"), {"name": "Postsystemet", "verbs": ["api.cases.read"], "units": [unit]}
    )
    assert "client_secret" in answer.content.decode()
    shown = admin.get(reverse("admin:clients")).content.decode()
    assert "client_secret" not in shown
    assert VERB_NAMES.keys() == login.API_VERBS
    assert all(text.da in shown for text in VERB_NAMES.values())
    program = Program.objects.get()
    admin.post(reverse("admin:clients"), {"act": "end", "client": program.client_id})
    program.refresh_from_db()
    assert not program.active


def test_a_short_document_is_kept_whole(admin: Client) -> None:
    short = 'base = "adult-support"\nkey = "own-thing"\n'
    refused = admin.post(reverse("admin:types"), {"document": short})
    assert refused.status_code == 422
    assert "title_citizen" in refused.content.decode()
    unknown = admin.post(reverse("admin:types"), {"document": 'base = "nowhere"'})
    assert "nowhere" in unknown.content.decode()


def test_case_types_are_found_by_their_words(admin: Client) -> None:
    page = admin.get(reverse("admin:types"), {"q": "krisecenter"}).content.decode()
    assert "Krisecenter, SEL § 109" in page
    assert "sel-85" not in page
    nothing = admin.get(reverse("admin:types"), {"q": "xyzzy"}).content.decode()
    assert "Ingen sagstype passer" in nothing
