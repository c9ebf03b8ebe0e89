"""Every app has the same rooms, and apps, web, api and cli enter one another by the front door."""

from pathlib import Path

import grimp
import pytest

from tests.architecture.source import PACKAGE

ROOMS = ("events", "models", "queries", "policies", "actions", "service", "handlers", "jobs", "admin", "apps")
DOORS = ("service", "events")
SHARED = ("models",)


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("borgerfokus", cache_dir=None)


def _apps() -> list[str]:
    return sorted(path.name for path in (PACKAGE / "apps").iterdir() if (path / "__init__.py").exists())


def _rooms(app: str) -> set[str]:
    folder = PACKAGE / "apps" / app
    names = {path.stem if path.is_file() else path.name for path in folder.iterdir() if _is_room(path)}
    return names - {"__init__", "migrations", "notices"}


def _is_room(path: Path) -> bool:
    return path.suffix == ".py" or (path.is_dir() and (path / "__init__.py").exists())


@pytest.mark.parametrize("app", _apps())
def test_an_app_has_no_other_rooms(app: str) -> None:
    assert _rooms(app) <= set(ROOMS)


@pytest.mark.parametrize("app", _apps())
def test_rooms_use_only_rooms_below_them(app: str, graph: grimp.ImportGraph) -> None:
    order = {room: place for place, room in enumerate(ROOMS)}
    base = f"borgerfokus.apps.{app}"
    wrong = []
    for importer in graph.find_descendants(base):
        for imported in graph.find_modules_directly_imported_by(importer):
            if imported.startswith(f"{base}."):
                here, there = importer[len(base) + 1 :].split(".")[0], imported[len(base) + 1 :].split(".")[0]
                if here in order and there in order and order[there] > order[here]:
                    wrong.append(f"{importer} → {imported}")
    assert wrong == []


def test_others_enter_an_app_through_its_door(graph: grimp.ImportGraph) -> None:
    """Apps above and commands may name models (types, foreign keys) and events; the web and the API the door alone."""
    wrong = []
    for app in _apps():
        base = f"borgerfokus.apps.{app}"
        for module in graph.find_descendants(base):
            room = module[len(base) + 1 :].split(".")[0]
            for importer in graph.find_modules_that_directly_import(module):
                if importer.startswith(f"{base}.") or importer == base:
                    continue
                inside = importer.startswith(("borgerfokus.apps.", "borgerfokus.cli."))
                allowed = (*DOORS, *SHARED) if inside else ("service",)
                if room not in allowed:
                    wrong.append(f"{importer} → {module}")
    assert wrong == []


def test_settings_are_read_through_django_alone(graph: grimp.ImportGraph) -> None:
    readers = graph.find_modules_that_directly_import("borgerfokus.project.settings")
    assert readers == set()
