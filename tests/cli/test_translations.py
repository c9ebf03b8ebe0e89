"""English texts are merged from their areas, and Danish texts without one are found."""

from pathlib import Path

import pytest
from babel.messages.mofile import read_mo

from borgerfokus.cli import translations
from borgerfokus.cli.trouble import Trouble

CASES = """
msgid "Sag"
msgstr "Case"

msgid "%(n)s dag"
msgid_plural "%(n)s dage"
msgstr[0] "%(n)s day"
msgstr[1] "%(n)s days"
"""


def area(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.po").write_text(text)


def source(folder: Path) -> Path:
    (folder / "web" / "templates").mkdir(parents=True)
    (folder / "web" / "templates" / "page.html").write_text("<h1>{{ _('Sag') }}</h1><p>{{ _('Mangler her') }}</p>\n")
    (folder / "web" / "views.py").write_text('from x import gettext_lazy as _\nTITLE = _("Mangler der")\n')
    return folder


def test_areas_become_one_catalogue(tmp_path: Path) -> None:
    area(tmp_path, "cases", CASES)
    area(tmp_path, "citizen", 'msgid "Min sag"\nmsgstr "My case"\n')
    with translations.compile_all(tmp_path).open("rb") as compiled:
        catalog = read_mo(compiled)
    english = [message.string for message in catalog if message.id]
    assert sorted(english, key=str) == ["Case", "My case", ["%(n)s day", "%(n)s days"]]


def test_two_english_texts_for_one_danish_are_refused(tmp_path: Path) -> None:
    area(tmp_path, "cases", CASES)
    area(tmp_path, "citizen", 'msgid "Sag"\nmsgstr "Matter"\n')
    with pytest.raises(Trouble, match="oversat forskelligt"):
        translations.merged(tmp_path)


def test_a_broken_area_is_refused(tmp_path: Path) -> None:
    area(tmp_path, "cases", 'msgid "Sag"\nmsgstr "Case"\nmsgpart "of what"\n')
    with pytest.raises(Trouble, match="kan ikke læses"):
        translations.merged(tmp_path)


def test_missing_texts_are_found_in_templates_and_python(tmp_path: Path) -> None:
    area(tmp_path / "en", "cases", CASES)
    found = translations.missing(source(tmp_path / "source"), tmp_path / "en")
    assert {text.msgid for text in found} == {"Mangler her", "Mangler der"}
    assert {text.where for text in found} == {"web/templates/page.html:1", "web/views.py:2"}


def test_a_missing_text_inside_a_formatted_string_is_found(tmp_path: Path) -> None:
    area(tmp_path / "en", "cases", CASES)
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "views.py").write_text("title = f\"{number} {_('Mangler inde')} {_('Sag')}\"\n")
    assert [one.msgid for one in translations.missing(tmp_path / "source", tmp_path / "en")] == ["Mangler inde"]


def test_only_a_changed_area_is_compiled_again(tmp_path: Path) -> None:
    area(tmp_path, "cases", CASES)
    assert translations.compile_if_stale(tmp_path)
    assert not translations.compile_if_stale(tmp_path)
