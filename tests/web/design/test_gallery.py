"""The page of components shows every component, in both rhythms and languages."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from django.test import RequestFactory
from django.utils import translation
from tests.web.design.conftest import TEMPLATES, Gallery

from borgerfokus.web.design.gallery import gallery as gallery_view

BOTH = pytest.mark.parametrize(("language", "staff"), [("da", False), ("da", True), ("en", False), ("en", True)])
SHARED = {"base", "public", "citizen", "staff", "shell", "styles", "foot", "bare", "gallery", "icon", "range"}
DANISH_ONLY = ("Æ", "Ø", "Å", "æ", "ø", "å")


class Outline(HTMLParser):
    """Ids, references to ids, headings and labels of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.referred: list[str] = []
        self.headings: list[int] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in {"for", "aria-labelledby", "aria-describedby"} and value:
                self.referred += value.split()
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))


@BOTH
def test_ids_are_unique_and_references_lead_somewhere(gallery: Gallery, language: str, staff: bool):
    outline = Outline(gallery(language, staff))
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.referred) <= set(outline.ids)


@BOTH
def test_headings_follow_in_order(gallery: Gallery, language: str, staff: bool):
    inside = gallery(language, staff).split("<main")[1].split("</main>")[0]
    headings = Outline(inside).headings
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))


@BOTH
def test_the_page_says_its_language(gallery: Gallery, language: str, staff: bool):
    assert f'<html lang="{language}">' in gallery(language, staff)


def test_english_pages_keep_no_danish_letters(gallery: Gallery):
    page = re.sub(r'<(strong|button)[^>]*lang="da".*?</\1>', "", gallery("en", False))
    names = ("Jørgen", "Ellekjær")
    words = [word for word in re.findall(r"[^\s<>\"=]+", page) if any(letter in word for letter in DANISH_ONLY)]
    assert [word for word in words if not word.startswith(names)] == []


def test_every_component_is_on_the_page():
    shown = (TEMPLATES / "gallery.html").read_text()
    files = {file.stem for file in TEMPLATES.glob("*.html") if not file.stem.isdigit()} - SHARED
    assert {name for name in files if f'"design/{name}.html"' not in shown} == {"breadcrumbs"}


@pytest.mark.parametrize(("language", "title"), [("da", "Designsystem"), ("en", "Design system")])
def test_the_view_answers_in_the_language_of_the_reader(language: str, title: str):
    with translation.override(language):
        answer = gallery_view(RequestFactory().get("/design/"))
    assert answer.status_code == 200
    assert f"<title>{title} – Borgerfokus" in answer.content.decode()


def test_what_is_sent_from_the_page_leads_back_to_it():
    answer = gallery_view(RequestFactory().post("/design/"))
    assert (answer.status_code, answer.headers["Location"]) == (302, "/design/")
