"""Each list page and each tab of a case sends the statements that are kept, and not more than it may."""

from collections.abc import Mapping

import pytest
from tests.access.harness import addresses, parameters_of
from tests.web.citizen.scene import Scene
from tests.web.sql.snapshot import SNAPSHOTS, assert_sql

from borgerfokus.core.access import Role

Pages = Mapping[str, tuple[str, int]]
"""The name of the address → the address and the most queries that it may send."""

STAFF: Pages = {
    "day": ("/sag/", 25),
    "list": ("/sag/liste/", 15),
    "list-csv": ("/sag/liste/sager.csv", 15),
    "inbox": ("/sag/indbakke/", 20),
    "chase": ("/sag/indhentning/", 10),
    "chase-csv": ("/sag/indhentning/indhentning.csv", 10),
    "search": ("/sag/soeg/?q=Overgaard", 12),
    "new": ("/sag/ny/", 10),
    "organisation": ("/sag/organisation/", 12),
    "offers": ("/sag/tilbud/", 10),
    "offers-compare": ("/sag/tilbud/sammenlign/?tilbud=torsdagscafeen", 10),
    "knowledge": ("/sag/viden/", 14),
    "notes-kept": ("/sag/viden/alle/", 8),
    "print-queue": ("/sag/print/", 12),
    "reminders": ("/sag/paamindelser/", 20),
}
TABS: Pages = {
    "case": ("", 16),
    "journal": ("journal/", 15),
    "information": ("oplysninger/", 15),
    "assessment": ("udredning/", 14),
    "help": ("indsats/", 30),
    "decisions": ("afgoerelser/", 22),
    "documents": ("dokumenter/", 15),
    "parties": ("parter/", 20),
    "history": ("historik/", 20),
}
MANAGEMENT: Pages = {
    "team": ("/ledelse/", 20),
    "appeals": ("/ledelse/klager/", 20),
    "emergencies": ("/ledelse/noedadgang/", 12),
    "flow": ("/ledelse/forloeb/", 20),
    "flow-compare": ("/ledelse/forloeb/sammenlign/", 20),
    "flow-stream": ("/ledelse/forloeb/vaerdistroem/", 20),
    "flow-rules": ("/ledelse/forloeb/regler/", 20),
    "flow-whatif": ("/ledelse/forloeb/hvad-hvis/", 20),
    "indicators": ("/ledelse/noegletal/", 40),
    "kodeks": ("/ledelse/kodeks/", 14),
}
ADMIN: Pages = {
    "start": ("/styring/", 15),
    "types": ("/styring/sagstyper/", 12),
    "values": ("/styring/vaerdier/", 10),
    "units": ("/styring/enheder/", 12),
    "clients": ("/styring/programmer/", 10),
    "offers": ("/styring/tilbud/", 10),
    "offers-csv": ("/styring/tilbud/tilbud.csv", 10),
    "pages": ("/styring/sider/", 8),
    "wordings": ("/styring/breve/", 10),
    "post": ("/styring/post/", 10),
    "kodeks": ("/styring/kodeks/", 10),
    "review-forms": ("/styring/tilsynsskema/", 10),
    "guide": ("/styring/guide/", 10),
}
CITIZEN: Pages = {
    "overview": ("/min/", 20),
    "letters": ("/min/breve/", 12),
    "choose": ("/min/ansoeg/", 10),
    "data": ("/min/oplysninger/", 12),
    "lookups": ("/min/opslag/?mine=1", 12),
    "powers": ("/min/fuldmagt/", 12),
    "ways": ("/min/beskedvalg/", 12),
    "rights": ("/min/rettigheder/", 10),
}
CITIZENS_CASE: Pages = {
    "case": ("", 32),
    "journal": ("journal/", 20),
    "turns": ("bolden/", 14),
    "upload": ("dokument/", 15),
}
PUBLIC: Pages = {
    "front": ("/", 8),
    "search": ("/soeg/?q=hjælp", 8),
    "offers": ("/tilbud/", 8),
    "offers-compare": ("/tilbud/sammenlign/?tilbud=torsdagscafeen", 8),
    "promises": ("/frister/", 8),
    "pages": ("/sider/", 4),
    "costs": ("/pris-og-tid/", 6),
    "guide": ("/guide/?who=me&area=mind&tried=no", 6),
    "values": ("/vaerdier/", 8),
    "kodeks": ("/kodeks/", 8),
}
NO_LIST = frozenset(
    {
        "staff:emergency",
        "staff:concern-new",
        "admin:offer-new",
        "admin:integration-new",
        "admin:page-new",
        "staff:note-new",
        "staff:introduction-new",
        "admin:reason-new",
        "staff:group-new",
        "public:concern",
        "public:who",
        "public:accessibility",
        "public:privacy",
    }
)
"""Pages without parameters that list nothing."""


@pytest.mark.parametrize("name", STAFF)
def test_a_caseworkers_list(scene: Scene, name: str) -> None:
    address, most = STAFF[name]
    assert_sql(scene.client(scene.karen), address, name=f"staff-{name}", most=most)


@pytest.mark.parametrize("name", TABS)
def test_a_tab_of_a_case(scene: Scene, name: str) -> None:
    tab, most = TABS[name]
    address = f"/sag/{scene.case.number}/{tab}"
    assert_sql(scene.client(scene.karen), address, name=f"staff-{name}", most=most)


@pytest.mark.parametrize("name", MANAGEMENT)
def test_a_leaders_page(scene: Scene, name: str) -> None:
    address, most = MANAGEMENT[name]
    leader = scene.world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
    assert_sql(scene.client(leader), address, name=f"management-{name}", most=most)


def test_the_log_of_look_ups(scene: Scene) -> None:
    officer = scene.world.employee("Ditte", role=Role.DATA_PROTECTION_OFFICER)
    assert_sql(scene.client(officer), "/ledelse/opslag/", name="management-lookups", most=12)


@pytest.mark.parametrize("name", ADMIN)
def test_an_administrators_page(scene: Scene, name: str) -> None:
    address, most = ADMIN[name]
    administrator = scene.world.employee("Anders", role=Role.ADMINISTRATOR)
    assert_sql(scene.client(administrator), address, name=f"admin-{name}", most=most)


@pytest.mark.parametrize("name", CITIZEN)
def test_a_citizens_page(scene: Scene, name: str) -> None:
    address, most = CITIZEN[name]
    assert_sql(scene.client(scene.mads), address, name=f"citizen-{name}", most=most)


@pytest.mark.parametrize("name", CITIZENS_CASE)
def test_a_page_of_the_citizens_case(scene: Scene, name: str) -> None:
    page, most = CITIZENS_CASE[name]
    address = f"/min/sag/{scene.case.number}/{page}"
    assert_sql(scene.client(scene.mads), address, name=f"citizen-{name}", most=most)


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_page(scene: Scene, name: str) -> None:
    from django.test import Client

    address, most = PUBLIC[name]
    assert_sql(Client(), address, name=f"public-{name}", most=most)


PLACES = ("staff", "management", "admin", "citizen", "partner", "public")


def test_no_list_page_is_without_a_snapshot() -> None:
    """Every page without parameters that can be read is a list, or is named above as none."""
    kept = {path.stem for path in SNAPSHOTS.glob("*.sql")}
    missing = [
        name
        for name in addresses()
        if name.partition(":")[0] in PLACES
        and not parameters_of(name)
        and _is_read(name)
        and name.replace(":", "-") not in kept
        and name not in NO_LIST
    ]
    assert missing == [], "give each its assert_sql (tests/web/sql/snapshot.py), or name it in NO_LIST"


def _is_read(name: str) -> bool:
    from tests.access.table import TABLE

    return any(row.url == name and row.method == "GET" and set(row.answers) != {405} for row in TABLE)
