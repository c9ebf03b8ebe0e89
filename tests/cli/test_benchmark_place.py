"""The benchmark's database: made and dropped on one server, used again only when it is filled as asked."""

from dataclasses import dataclass, field

import pytest

from borgerfokus.cli.bench import place
from borgerfokus.cli.databases import DATABASE, OWNER, Addresses


@dataclass
class Server:
    """Stands for the embedded server of a home."""

    home: str
    made: list[str] = field(default_factory=list)

    def url(self, *, user: str, database: str) -> str:
        return f"{user}@{self.home}/{database}"


@pytest.fixture
def story(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was done, in order; the process finds another server each time it asks where the embedded one is."""
    told: list[str] = []
    homes = iter(("installation", "elsewhere", "far-away"))
    monkeypatch.setattr(place.connections, "embedded", lambda: Server(next(homes)))

    def make(server: Server, *, database: str) -> Addresses:
        told.append(f"make at {server.home}")
        return Addresses(server.url(user=OWNER, database=database), "")

    monkeypatch.setattr(place, "prepare", make)
    monkeypatch.setattr(place, "discard", lambda server, *, database: told.append(f"drop at {server.home}"))
    monkeypatch.setattr(place.marks, "read", lambda url: {place.FILLED: "500"})
    return told


def installation() -> Addresses:
    return Addresses(Server("installation").url(user=OWNER, database=DATABASE), "")


def test_what_was_made_on_one_server_is_dropped_there(story: list[str]) -> None:
    """The measuring gives the process another home, and so another embedded server, in the middle."""
    with place.beside(installation(), keep=False, filled="500"):
        pass

    assert story == ["drop at installation", "make at installation", "drop at installation"]


def test_a_kept_database_is_used_again(story: list[str]) -> None:
    with place.beside(installation(), keep=True, filled="500"):
        pass

    assert "drop at installation" not in story


def test_a_kept_database_with_other_cases_is_made_anew(story: list[str]) -> None:
    with place.beside(installation(), keep=True, filled="1000000"):
        pass

    assert story == ["make at installation", "drop at installation", "make at installation"]
