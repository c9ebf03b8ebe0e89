"""The case as one PDF for the appeal body."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader
from tests.foundation.text.letters import CASE_FILE, FONTS, HEARING, SOUND
from tests.foundation.text.reading import claims_of, page_texts, text_of

from borgerfokus.foundation.text.documents import CaseFile, CaseFileDocument, LetterRefused
from borgerfokus.foundation.text.pdf import render_case_file, render_general

HEARING_PDF = render_general(letter=HEARING, language="da", fonts=FONTS)


def paper(title: str, on: date, content: bytes | None = HEARING_PDF) -> CaseFileDocument:
    return CaseFileDocument(
        on=on,
        title=title,
        file_name="papir.pdf",
        media_type="application/pdf",
        size=len(content or b""),
        sha256="ab" * 32,
        content=content,
    )


def pdf(file: CaseFile = CASE_FILE, language: str = "da") -> bytes:
    return render_case_file(file=file, language=language, fonts=FONTS)


def with_papers(*papers: CaseFileDocument) -> CaseFile:
    return replace(CASE_FILE, documents=papers)


def pages_of(count: int) -> bytes:
    made = BytesIO()
    with pikepdf.new() as blank:
        for _ in range(count):
            blank.add_blank_page()
        blank.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    "part",
    [
        "Til Ankestyrelsen",
        "2026-003902",
        "Klagen modtaget 2. december 2026, Lene Overgaard",
        "Jeg har brug for hjælp om aftenen",
        "28. december 2026: Fastholdt",
        "Du får støtte 4 timer om ugen",
        "Det har vi ikke bevilget, fordi Aktivitetshuset",
        "Du kan klage",
        "Lene har svært ved at overskue breve.",
        "Undtaget fra borgerens indsigt: hensyn til andre, forvaltningsloven § 15 b",
        "samtale.mp3 (audio/mpeg, 2,3 MB)",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "Sendes som selvstændig fil",
    ],
)
def test_the_file_carries(part: str) -> None:
    assert part.replace(" ", "") in text_of(pdf()).replace(" ", "")


def test_records_and_events_stand_in_order_of_day() -> None:
    text = text_of(pdf())
    index = text[text.rindex("Aktliste") :]
    order = [
        "Samtale i hjemmet",
        "Lydoptagelse",
        "Samtale med søster",
        "Henvendelse modtaget",
        "Afgørelsen er sendt",
    ]
    assert [index.index(part) for part in order] == sorted(index.index(part) for part in order)


def test_the_index_names_the_page_that_each_record_is_on() -> None:
    late = paper("Sidste papir", date(2026, 11, 30))
    early = paper("Første papir", date(2026, 10, 20), pages_of(3))
    pages = page_texts(pdf(with_papers(late, SOUND, early)))
    index = next(page for page in pages if "Nr. Dato Art Titel Side" in page)
    for title in ("Første papir", "Sidste papir", "Samtale i hjemmet", "Lydoptagelse af samtale"):
        found = re.search(rf"{title} (\d+)", index)
        assert found, title
        assert title in pages[int(found.group(1)) - 1]
        assert f"Side {found.group(1)} af {len(pages)}" in pages[int(found.group(1)) - 1]


def test_the_pages_of_a_document_follow_its_leaf() -> None:
    early, late = paper("Første", date(2026, 10, 20)), paper("Sidste", date(2026, 11, 30), pages_of(1))
    pages = page_texts(pdf(with_papers(late, early)))
    assert "Første" in pages[-4]
    assert HEARING.heading in pages[-3]
    assert "Sidste" in pages[-2]
    assert pages[-1] == ""


def test_pages_of_others_take_the_claims_with_them() -> None:
    assert claims_of(pdf())
    assert claims_of(pdf(with_papers(paper("Papir", date(2026, 10, 20))))) == {}


def _locked() -> bytes:
    made = BytesIO()
    with pikepdf.open(BytesIO(HEARING_PDF)) as opened:
        opened.save(made, encryption=pikepdf.Encryption(user="u", owner="o"))
    return made.getvalue()


@pytest.mark.parametrize(
    "content", [b"", b"not a pdf", HEARING_PDF[:200], b"%PDF-1.7\n%%EOF", _locked(), None]
)
def test_a_document_that_cannot_be_opened_is_listed(content: bytes | None) -> None:
    made = pdf(with_papers(paper("Papir", date(2026, 10, 20), content)))
    text = text_of(made)
    assert "Papir" in text
    assert "ab" * 32 in text.replace(" ", "")
    assert "Sendes som selvstændig fil" in text
    assert claims_of(made)


def test_scripts_of_enclosed_pages_are_left_out() -> None:
    armed = BytesIO()
    with pikepdf.open(BytesIO(pages_of(1))) as opened:
        action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        opened.pages[0].obj["/AA"] = pikepdf.Dictionary(O=action)
        button = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action
        )
        opened.pages[0].obj["/Annots"] = opened.make_indirect(pikepdf.Array([opened.make_indirect(button)]))
        opened.Root["/OpenAction"] = action
        opened.save(armed)
    made = pdf(with_papers(paper("Papir", date(2026, 10, 20), armed.getvalue())))
    assert b"JavaScript" in armed.getvalue()
    with pikepdf.open(BytesIO(made)) as opened:
        scripts = [
            found for found in opened.objects if isinstance(found, pikepdf.Dictionary) and "/JS" in found
        ]
    assert scripts == []


def test_an_enclosed_title_however_long_stays_on_its_leaf() -> None:
    long = replace(paper("ord " * 5_000, date(2026, 10, 20), pages_of(1)), file_name="y" * 9_000)
    assert page_texts(pdf(with_papers(long)))[-1] == ""


def test_a_case_without_journal_events_or_documents() -> None:
    text = text_of(pdf(replace(CASE_FILE, events=(), entries=(), documents=())))
    assert text.count("Ingen") == 4


def test_an_appeal_not_yet_reassessed() -> None:
    waiting = replace(CASE_FILE, appeal=replace(CASE_FILE.appeal, reassessed_on=None))
    assert "Genvurderingen Ingen" in text_of(pdf(waiting))


def test_the_english_file_has_english_words() -> None:
    text = text_of(pdf(language="en"))
    for words in ("The case file", "Contents", "List of records", "How the case went", "Page 1 of"):
        assert words in text
    assert "Aktliste" not in text


@pytest.mark.parametrize(("field", "says"), [("title", "titel"), ("body", "hvem akterne er til")])
def test_a_file_without_title_or_receiver_is_refused(field: str, says: str) -> None:
    blank: dict[str, Any] = {field: " "}
    with pytest.raises(LetterRefused, match=says):
        pdf(replace(CASE_FILE, **blank))


def test_a_long_case_is_set() -> None:
    many = PdfReader(BytesIO(pdf(replace(CASE_FILE, entries=CASE_FILE.entries * 100))))
    assert "201. Samtale med søster" in many.pages[-2].extract_text()
