"""The glossary knows every model and every kind of event, and names none that is gone."""

import ast
import re

from borgerfokus.foundation.access.declare import own_models
from tests.architecture.source import ROOT, modules

TEXT = (ROOT / "GLOSSARY.md").read_text("utf-8")
THINGS, EVENTS = TEXT.split("## Events")[0], TEXT.split("## Events")[1].split("## Other words")[0]


def _kinds() -> set[str]:
    found = set()
    for module in modules():
        if module.path.stem == "events" and "apps" in module.path.parts:
            for node in ast.walk(module.tree):
                is_kind = isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "kind"
                if is_kind and isinstance(node.value, ast.Constant):
                    found.add(str(node.value.value))
    return found


def test_every_model_stands_in_it_and_no_other() -> None:
    listed = re.findall(r"^\|[^|]+\| `(\w+)` \|", THINGS, re.MULTILINE)
    assert sorted(listed) == sorted({model.__name__ for model in own_models()}), "one row for each word"


def test_every_kind_of_event_stands_in_it_once_and_no_other() -> None:
    listed = re.findall(r"^\| `(\w+)` \|", EVENTS, re.MULTILINE)
    assert sorted(listed) == sorted({kind.split(".")[0] for kind in _kinds()})
