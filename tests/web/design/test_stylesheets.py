"""Own styles and templates keep to the rules: layers, contrast, nothing that a strict policy forbids."""

import re
from itertools import chain
from pathlib import Path

import pytest
from tests.web.design.conftest import STATIC, TEMPLATES

SHEETS = sorted((STATIC / "css").glob("*.css"))
TOKENS = dict(re.findall(r"--([a-z0-9-]+): (#[0-9A-Fa-f]{6});", (STATIC / "css" / "tokens.css").read_text()))
WHITE = "#FFFFFF"

# Text on ground, both by token: all must reach 4.5 to 1.
PAIRS = [
    *(("ink", ground) for ground in ("paper", "ground", "mist", "mist-2", "sun", "sun-50")),
    *(("ink-2", ground) for ground in ("paper", "ground", "mist", "sun-50")),
    *(("ink-3", ground) for ground in ("paper", "ground", "mist")),
    *(("fjord", ground) for ground in ("paper", "ground", "mist", "sun-50")),
    ("fjord-dark", "mist-2"),
    ("ok", "ok-50"),
    ("warn", "warn-50"),
    ("bad", "bad-50"),
    ("paper", "fjord"),
    ("paper", "fjord-night"),
    ("paper", "bad"),
]


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(text: str, ground: str):
    assert contrast(TOKENS[text], TOKENS[ground]) >= 4.5


@pytest.mark.parametrize("control", ["line-strong", "fjord"])
def test_borders_of_controls_can_be_seen(control: str):
    assert contrast(TOKENS[control], WHITE) >= 3


def test_contrast_agrees_with_the_published_example():
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_nothing_is_forced(sheet: Path):
    assert "!important" not in sheet.read_text()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_all_rules_stand_in_a_layer(sheet: Path):
    outside = {line.split("{")[0].strip() for line in sheet.read_text().splitlines() if re.match(r"[^\s@/}]", line)}
    assert outside <= {":root", ".bf-roomy", ".bf-dense"}


def test_every_stylesheet_is_linked():
    linked = (TEMPLATES / "styles.html").read_text()
    assert [
        sheet.stem for sheet in SHEETS if f'"{sheet.stem}"' not in linked and f"{sheet.stem}.css" not in linked
    ] == []


def test_every_class_of_a_template_has_a_rule():
    css = "".join(sheet.read_text() for sheet in SHEETS)
    used = set(
        chain.from_iterable(
            re.findall(r"bf-[a-z0-9_]+(?:-[a-z0-9_]+)*", " ".join(re.findall(r'class="([^"]*)"', file.read_text())))
            for file in TEMPLATES.glob("*.html")
        )
    )
    without = {name for name in used if not re.search(rf"\.{re.escape(name)}(?![a-z0-9])", css)}
    assert without <= {"bf-links", "bf-chip", "bf-log__ico"}


@pytest.mark.parametrize("file", sorted(TEMPLATES.glob("*.html")), ids=lambda file: file.name)
def test_templates_carry_no_inline_style_or_script(file: Path):
    text = file.read_text()
    assert " style=" not in text
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"\son[a-z]+=", text)
