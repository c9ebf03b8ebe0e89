"""Letters and case files are accessible and archival: a machine-checked subset of PDF/UA-1."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pdfua
import pikepdf
import pytest
import typst
from tests.foundation.text.letters import CASE_FILE, FONTS, HEARING, LETTER
from tests.foundation.text.reading import claims_of, header_scopes, tags_of

from borgerfokus.foundation.text.pdf import render_case_file, render_general, render_letter

Render = Callable[[str], bytes]


def decision(language: str) -> bytes:
    return render_letter(letter=LETTER, language=language, fonts=FONTS)


def hearing(language: str) -> bytes:
    return render_general(letter=HEARING, language=language, fonts=FONTS)


def case_file(language: str) -> bytes:
    return render_case_file(file=CASE_FILE, language=language, fonts=FONTS)


each = pytest.mark.parametrize("render", [decision, hearing, case_file])


def findings(content: bytes, folder: Path) -> list[str]:
    path = folder / "checked.pdf"
    path.write_bytes(content)
    return [f"{finding.rule_id} {finding.message}" for finding in pdfua.validate(str(path)).findings]


@pytest.mark.parametrize("language", ["da", "en"])
@each
def test_the_checker_finds_nothing(render: Render, language: str, tmp_path: Path) -> None:
    assert findings(render(language), tmp_path) == []


def test_the_checker_finds_a_file_without_tags(tmp_path: Path) -> None:
    untagged = typst.compile(b"= Heading", format="pdf", pdf_tags=False)
    assert findings(untagged, tmp_path)


@each
def test_the_file_claims_both_standards(render: Render) -> None:
    made = render("da")
    assert claims_of(made) == {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    ("render", "title"),
    [(decision, LETTER.letter.heading), (hearing, HEARING.heading), (case_file, CASE_FILE.title)],
)
def test_title_and_language_are_set_and_shown(render: Render, title: str, language: str) -> None:
    with pikepdf.open(BytesIO(render(language))) as opened:
        assert str(opened.Root.Lang).lower().startswith(language)
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        assert opened.Root.MarkInfo.Marked
        with opened.open_metadata() as metadata:
            assert title.rsplit(": ", maxsplit=1)[-1] in str(metadata["dc:title"])


@each
def test_headings_begin_at_one_and_skip_no_level(render: Render) -> None:
    tags = tags_of(render("da"))
    levels = [int(tag[2:]) for tag in tags if tag[:2] == "/H" and tag[2:].isdigit()]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_lists_and_links_are_tagged_as_such() -> None:
    tags = tags_of(decision("da"))
    assert tags.count("/L") == 1
    assert tags.count("/LI") == 3
    assert tags.count("/Link") == 1


@pytest.mark.parametrize(("render", "columns"), [(hearing, 3), (case_file, 5 + 3)])
def test_each_table_has_header_cells_with_scope(render: Render, columns: int) -> None:
    content = render("da")
    assert tags_of(content).count("/TH") == columns
    assert header_scopes(content) == ["/Column"] * columns


@each
def test_only_the_letter_font_is_in_the_file(render: Render) -> None:
    with pikepdf.open(BytesIO(render("da"))) as opened:
        names = {str(found["/FontName"]) for found in opened.objects if _describes_font(found)}
    assert names
    assert all("IBMPlexSans" in name for name in names)


def _describes_font(found: pikepdf.Object) -> bool:
    return isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/FontDescriptor"
