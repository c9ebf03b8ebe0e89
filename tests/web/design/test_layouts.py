"""The base layouts: skip link, menu, language, log off, demo strip, search."""

from dataclasses import replace

import pytest
from django.template.loader import render_to_string
from jinja2 import UndefinedError
from markupsafe import Markup

from borgerfokus.web.design.page import Page, UserBadge
from borgerfokus.web.design.samples import sample_page

CSRF = '<input type="hidden" name="csrfmiddlewaretoken" value="t">'


def shown(page: Page, layout: str = "design/citizen.html") -> str:
    return render_to_string(layout, {"page": page, "csrf_input": Markup(CSRF)})  # noqa: S704 - the text above


@pytest.fixture
def page() -> Page:
    return sample_page(language="da", staff=False)


@pytest.mark.parametrize("layout", ["design/public.html", "design/citizen.html", "design/staff.html"])
def test_the_first_link_skips_to_the_content(page: Page, layout: str):
    text = shown(page, layout)
    assert text.index('href="#main-content"') < text.index("<header")
    assert 'id="main-content"' in text


def test_the_language_is_changed_by_a_post_that_comes_back(page: Page):
    text = shown(replace(page, here="/min?side=2&a=b"))
    assert 'action="/sprog"' in text
    assert 'name="next" value="/min?side=2&amp;a=b"' in text
    assert 'name="language" value="en" lang="en">English' in text
    assert '<strong lang="da" aria-current="true">Dansk</strong>' in text


def test_log_off_is_a_post_with_its_token(page: Page):
    text = shown(replace(page, user=UserBadge("Mads Ellekjær", "ME", acting_for="Ida Ellekjær")))
    assert f'action="/log-af">{CSRF}' in text
    assert "for Ida Ellekjær" in text
    assert "Log ind" not in text


def test_nobody_logged_in_gets_a_way_in(page: Page):
    text = shown(page)
    assert 'href="/log-ind"' in text
    assert "/log-af" not in text


@pytest.mark.parametrize(("demo", "times"), [(True, 1), (False, 0)])
def test_the_demo_says_so(page: Page, demo: bool, times: int):
    assert shown(replace(page, demo=demo)).count("Demo: alle personer er opdigtede") == times


def test_staff_may_search_when_there_is_somewhere_to_search(page: Page):
    assert 'data-key="/"' in shown(replace(page, search_href="/sag/find"), "design/staff.html")
    assert 'data-key="/"' not in shown(replace(page, search_href=""), "design/staff.html")


def test_what_people_wrote_is_escaped(page: Page):
    assert "<b>x</b>" not in shown(replace(page, title="<b>x</b>"))


def test_scripts_are_files_and_no_page_is_kept_in_the_browser(page: Page):
    text = shown(page)
    assert text.count("<script") == 3
    assert '"historyCacheSize":0' in text
    assert '"allowEval":false' in text


def test_a_forgotten_page_object_fails_loudly():
    with pytest.raises(UndefinedError):
        render_to_string("design/citizen.html", {})
