"""What a file is, is told by its content, whatever it is called; hostile ones are refused."""

import io
import random
import time
import zipfile

import pytest
from tests.foundation.files import builders
from tests.foundation.files.builders import SHEET, WORD, WORD_MACRO, office, relations, zipped

from borgerfokus.foundation.files import answers, kinds, packages
from borgerfokus.foundation.files.answers import FileRefused
from borgerfokus.foundation.files.kinds import Kind


def look(content: bytes, name: str = "fil") -> Kind | FileRefused:
    return kinds.look(io.BytesIO(content), name=name)


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (builders.PDF, "brev.pdf", kinds.PDF),
        (builders.PDF, "brev.exe", kinds.PDF),
        (builders.JPEG, "billede.jpeg", kinds.JPEG),
        (builders.PNG, "billede.jpg", kinds.PNG),
        (builders.HEIC, "IMG_1.HEIC", kinds.HEIC),
        (office(WORD), "ansøgning.docx", kinds.DOCX),
        (office(SHEET), "budget.xlsx", kinds.XLSX),
        (office(word__media__a_dot_png=builders.PNG), "med billede.docx", kinds.DOCX),
        (
            office(word___rels__d_dot_xml_dot_rels=relations("hyperlink", external=True)),
            "link.docx",
            kinds.DOCX,
        ),
        (office(word__printerSettings__p1_dot_bin=b"x"), "printer.docx", kinds.DOCX),
        ("Jeg søger støtte.\nVenlig hilsen".encode(), "brev.txt", kinds.TEXT),
        ("Kære kommune æøå".encode("cp1252"), "brev.TXT", kinds.TEXT),
    ],
)
def test_known_kinds_are_taken_in(content: bytes, name: str, kind: Kind):
    assert look(content, name) is kind


@pytest.mark.parametrize(
    ("content", "name", "answer"),
    [
        (b"", "tom.pdf", answers.EMPTY),
        (b"MZ" + bytes(100), "brev.pdf", answers.UNKNOWN_KIND),
        (b"\x7fELF" + bytes(100), "brev.docx", answers.UNKNOWN_KIND),
        (b"<html><script>alert(1)</script>", "side.html", answers.UNKNOWN_KIND),
        (b"<svg onload='alert(1)'/>", "billede.svg", answers.UNKNOWN_KIND),
        (b"MZ\x90\x00\x03" + bytes(50), "program.txt", answers.UNKNOWN_KIND),
        ("hej".encode("utf-16"), "brev.txt", answers.UNKNOWN_KIND),
        (b"\n" + builders.PDF, "brev.pdf", answers.UNKNOWN_KIND),
        (builders.PDF[:-6], "halv.pdf", answers.DAMAGED),
        (builders.OLD_WORD, "gammel.doc", answers.OLD_OFFICE),
        (zipped({"setup.exe": b"MZ"}), "brev.docx", answers.UNKNOWN_KIND),
        (zipped({"a.txt": b"a"}), "pakke.zip", answers.UNKNOWN_KIND),
        (office(setup_dot_exe=b"MZ"), "brev.docx", answers.EMBEDDED),
        (office(word__embeddings__o_dot_bin=b"x"), "brev.docx", answers.EMBEDDED),
        (office(word__x_dot_js=b"x"), "brev.docx", answers.EMBEDDED),
        (office(word__vbaProject_dot_bin=b"x"), "brev.docx", answers.MACRO),
        (office(WORD_MACRO), "brev.docx", answers.MACRO),
        (office("text/other"), "brev.docx", answers.UNKNOWN_KIND),
        (
            office(word___rels__s_dot_xml_dot_rels=relations("attachedTemplate", external=True)),
            "b.docx",
            answers.EMBEDDED,
        ),
        (
            office(word___rels__s_dot_xml_dot_rels=b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"),
            "b.docx",
            answers.DAMAGED,
        ),
        (office(word___rels__s_dot_xml_dot_rels=b"<x"), "b.docx", answers.DAMAGED),
        (office(WORD)[:-30], "halv.docx", answers.DAMAGED),
        (zipped({"[Content_Types].xml": builders.types(WORD), "../op.xml": b"x"}), "b.docx", answers.DAMAGED),
        (
            zipped({"[Content_Types].xml": builders.types(WORD)}, method=zipfile.ZIP_LZMA),
            "b.docx",
            answers.DAMAGED,
        ),
        (builders.liar(300_000), "b.docx", answers.DAMAGED),
        (builders.overlapping(), "b.docx", answers.BOMB),
    ],
)
def test_others_are_refused(content: bytes, name: str, answer: FileRefused):
    assert look(content, name) is answer


def test_a_bomb_is_refused_quickly():
    bomb = office(word__a_dot_xml=bytes(packages.MAX_INFLATED))
    assert len(bomb) < 500_000
    begun = time.monotonic()
    assert look(bomb) is answers.BOMB
    assert time.monotonic() - begun < 2


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(packages, "MAX_MEMBERS", 3)
    assert look(office(a_dot_xml=b"a", b_dot_xml=b"b")) is answers.BOMB


def test_real_documents_are_taken_in():
    openpyxl = pytest.importorskip("openpyxl")
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    assert look(buffer.getvalue(), "budget.xlsx") is kinds.XLSX


def test_damaged_files_never_crash():
    """Two thousand files with bytes changed or cut off: each is a kind or a refusal, and none takes long."""
    chance = random.Random(20261123)
    seeds = [office(word__a_dot_xml=b"a" * 400), builders.PDF, builders.PNG, office(SHEET)]
    for _ in range(2000):
        content = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 12)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        cut = bytes(content[: chance.randint(1, len(content))]) if chance.random() < 0.3 else bytes(content)
        assert isinstance(look(cut, "a.txt"), Kind | FileRefused)


def test_every_refusal_says_what_to_do_in_both_languages():
    said = [value for value in vars(answers).values() if isinstance(value, FileRefused)]
    assert len({refusal.code for refusal in said}) == len(said) >= 10
    for refusal in said:
        assert refusal.text.da.count(".") >= 2 or ":" in refusal.text.da
        assert refusal.text.da != refusal.text.en
