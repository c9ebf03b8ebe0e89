"""Error pages need no database and no session; each has a way on and a reference that is in the log."""

import logging
import re

import pytest
from django.test import RequestFactory
from django.utils import translation

from borgerfokus.web.design import errors

STATUSES = pytest.mark.parametrize("status", [400, 403, 404, 500])


@STATUSES
@pytest.mark.parametrize("language", ["da", "en"])
def test_each_page_has_a_way_on_and_a_reference(status: int, language: str):
    with translation.override(language):
        answer = errors.error_page(RequestFactory().get("/sag/1"), status)
    text = answer.content.decode()
    assert answer.status_code == status
    assert f'<html lang="{language}">' in text
    assert re.search(r"Reference: [2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}<", text)
    assert 'href="/"' in text.split("<main")[1]


def test_the_reference_is_in_the_log_and_the_query_is_not(caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.WARNING):
        text = errors.error_page(RequestFactory().get("/find?q=hemmeligt"), 500).content.decode()
    reference = re.search(r"Reference: (\S{9})<", text)
    assert reference
    assert reference[1] in caplog.text
    assert "hemmeligt" not in caplog.text


def test_trying_again_is_offered_for_a_page_but_not_for_something_sent():
    assert "Prøv igen</a>" in errors.error_page(RequestFactory().get("/x"), 500).content.decode()
    assert "Prøv igen</a>" not in errors.error_page(RequestFactory().post("/x"), 500).content.decode()


def test_the_handlers_answer_as_django_calls_them():
    request = RequestFactory().get("/x")
    assert errors.handler404(request, exception=ValueError("secret")).status_code == 404
    assert errors.handler500(request).status_code == 500
    assert b"secret" not in errors.handler400(request, ValueError("secret")).content
    assert errors.csrf_failure(request, reason="no cookie").status_code == 403
