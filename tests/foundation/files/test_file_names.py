"""Names of files are made safe to show and to save."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerfokus.foundation.files.names import MAX_NAME, ending, safe


@pytest.mark.parametrize(
    ("name", "kind", "result"),
    [
        ("Lægeerklæring.pdf", "pdf", "Lægeerklæring.pdf"),
        ("../../etc/passwd", "txt", "passwd.txt"),
        ("C:\\Brugere\\mads\\brev.PDF", "pdf", "brev.pdf"),
        ("program.exe", "pdf", "program.pdf"),
        ("brev\u202efdp.exe", "pdf", "brevfdp.pdf"),
        ("linje\r\nSet-Cookie: a=b.pdf", "pdf", "linjeSet-Cookie_ a=b.pdf"),
        ('a"b<c>d|e?.png', "png", "a_b_c_d_e_.png"),
        ("con.pdf", "pdf", "fil_con.pdf"),
        ("...", "pdf", "fil.pdf"),
        ("", "pdf", "fil.pdf"),
        ("   mellem    rum  .jpg", "jpg", "mellem rum.jpg"),
        ("u\u0308ber.pdf", "pdf", "über.pdf"),
        ("x" * 400 + ".pdf", "pdf", "x" * (MAX_NAME - 4) + ".pdf"),
    ],
)
def test_names_are_made_safe(name: str, kind: str, result: str):
    assert safe(name, ending_of_kind=kind) == result


def test_another_ending_of_the_same_kind_is_left():
    assert safe("foto.JPEG", ending_of_kind="jpg", also=frozenset({"jpeg"})) == "foto.jpeg"


@given(st.text())
def test_any_name_becomes_one_that_can_be_saved(name: str):
    made = safe(name, ending_of_kind="pdf")
    assert 5 <= len(made) <= MAX_NAME
    assert ending(made) == "pdf"
    assert not set(made) & set('/\\<>:"|?*')
    assert not any(unicodedata.category(sign).startswith("C") for sign in made)
    assert not made.startswith(".")
