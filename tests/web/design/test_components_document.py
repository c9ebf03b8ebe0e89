"""The list of components names every macro with its exact arguments."""

import dataclasses
import re
from pathlib import Path

import pytest
from tests.web.design.conftest import TEMPLATES

from borgerfokus.web.design import fields, page, views

DOCUMENT = Path(__file__).parents[3] / "docs" / "reference" / "components.md"
INTERNAL = {
    "shell",
    "icon",
    "table",
    "field",
    "kind",
    "range",
    "button",
    "state",
    "dialog",
    "sufficiency",
    "casepicture",
}


def signatures(text: str) -> dict[str, str]:
    """Macro name to its arguments with defaults, as the template declares them."""
    return {name: re.sub(r"\s+", "", args) for name, args in re.findall(r"{% macro (\w+)\((.*?)\) -%}", text)}


def documented() -> dict[tuple[str, str], str]:
    """File and macro to arguments without types."""
    found: dict[tuple[str, str], str] = {}
    file = ""
    for line in DOCUMENT.read_text().splitlines():
        cells = line.split("|")
        if len(cells) < 4:
            continue
        named = re.search(r"`(\w+)\.html`", cells[1])
        file = named[1] if named else file if not cells[1].strip() else ""
        for name, args in re.findall(r"(\w+)\(((?:[^()]|\([^()]*\))*)\)", cells[2]):
            plain = re.sub(r":\s*[A-Za-z_]+(\[[^\]]*\])?", "", args)
            found[file, name] = re.sub(r"\s+", "", plain)
    return found


DECLARED = [
    (file.stem, name, args)
    for file in sorted(TEMPLATES.glob("*.html"))
    for name, args in signatures(file.read_text()).items()
]


def test_the_document_names_no_macro_that_does_not_exist():
    declared = {(file, name) for file, name, _args in DECLARED}
    assert {key for key in documented() if key[0]} <= declared


@pytest.mark.parametrize(("file", "name", "args"), DECLARED, ids=lambda value: str(value)[:24])
def test_arguments_are_as_documented(file: str, name: str, args: str):
    listed = documented()
    if (file, name) not in listed:
        assert file in INTERNAL
    else:
        assert listed[file, name] == args


def test_view_objects_named_in_the_document_exist():
    named = set(
        re.findall(
            r":\s*(?:tuple\[)?([A-Z]\w+)",
            " ".join(re.findall(r"`[^`]*`", DOCUMENT.read_text().split("## View objects")[0])),
        )
    )
    assert named
    assert {name for name in named if not hasattr(views, name) and not hasattr(page, name)} == set()


def described(kind: type) -> str:
    """A view object with its fields and defaults, as the document writes it."""
    parts = []
    for field in dataclasses.fields(kind):
        default = "" if field.default is dataclasses.MISSING else f" = {field.default!r}"
        default = default if field.default_factory is dataclasses.MISSING else " = …"
        parts.append(f"{field.name}: {field.type}{default}")
    return f"{kind.__name__}({', '.join(parts)})"


OBJECTS = [
    kind
    for module in (views, page, fields)
    for kind in vars(module).values()
    if isinstance(kind, type) and dataclasses.is_dataclass(kind)
]


@pytest.mark.parametrize("kind", sorted(set(OBJECTS), key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__)
def test_view_objects_are_described_exactly(kind: type):
    assert f"- `{described(kind)}`" in DOCUMENT.read_text().splitlines()
