"""What others made is kept as recorded: unchanged, small, licensed, and complete."""

import hashlib
import re
from pathlib import Path

import pytest
from tests.architecture.source import modules
from tests.web.design.conftest import STATIC, TEMPLATES

from borgerfokus.web.design import vendoring

MEGABYTE = 1024 * 1024


def test_every_file_has_its_recorded_sum():
    recorded = (STATIC / "vendor" / "SHA256SUMS").read_text()
    assert recorded == vendoring.sums(STATIC)


def test_a_changed_file_is_noticed(tmp_path: Path):
    for folder in ("vendor", "fonts"):
        (tmp_path / folder).mkdir()
    (tmp_path / "icons.svg").write_text("<svg/>")
    script = tmp_path / "vendor" / "script.js"
    script.write_text("good")
    before = vendoring.sums(tmp_path)
    script.write_text("evil")
    assert vendoring.sums(tmp_path) != before
    assert hashlib.sha256(b"evil").hexdigest() in vendoring.sums(tmp_path)


def test_all_files_together_are_small():
    assert sum(file.stat().st_size for file in STATIC.rglob("*") if file.is_file()) < 3 * MEGABYTE


@pytest.mark.parametrize("name", ["dkfds.min.js", "htmx.min.js", "dkfds.layered.css"])
def test_no_source_map_is_asked_for(name: str):
    assert "sourceMappingURL" not in (STATIC / "vendor" / name).read_text()


def test_the_design_system_stands_in_its_layer_without_fonts():
    css = (STATIC / "vendor" / "dkfds.layered.css").read_text()
    assert css.startswith("@layer dkfds{")
    assert "@font-face" not in css


def test_every_file_named_by_a_stylesheet_is_there():
    named = [
        (sheet, address)
        for sheet in STATIC.rglob("*.css")
        for address in re.findall(r"url\([\"']?([^\"')]+)", sheet.read_text())
    ]
    assert len(named) > 20
    assert [found for found in named if not (found[0].parent / found[1]).is_file()] == []


def test_every_icon_named_by_a_template_is_in_the_sprite():
    sprite = set(re.findall(r'<symbol id="([^"]+)"', (STATIC / "icons.svg").read_text()))
    named = {name for file in TEMPLATES.glob("*.html") for name in re.findall(r'icon\("([a-z-]+)"', file.read_text())}
    assert named
    assert named <= sprite


def test_every_icon_named_by_a_view_is_in_the_sprite():
    sprite = set(re.findall(r'<symbol id="([^"]+)"', (STATIC / "icons.svg").read_text()))
    named = {name for module in modules() for name in re.findall(r'icon="([a-z-]+)"', module.text)}
    assert len(named) > 20
    assert named <= sprite


@pytest.mark.parametrize("text", ["dkfds-LICENSE.md", "htmx-LICENSE.txt", "icons-LICENSE.txt", "LICENCES.md"])
def test_licence_texts_are_beside_the_files(text: str):
    assert len((STATIC / "vendor" / text).read_text()) > 300


def test_layering_takes_out_what_would_be_fetched_from_elsewhere():
    css = (
        "@font-face{src:url(x.eot)}.icon-car:not(a){background:url(../img/svg-icons/car.svg)}"
        ".logo{background-image:url(../img/logo-placeholder.png);width:1px}"
        ".select{background:url(../img/svg-icons/check.svg)}\n/*# sourceMappingURL=a.map*/"
    )
    assert vendoring.layered(css) == "@layer dkfds{.logo{width:1px}.select{background:url(icons/check.svg)}}\n"
