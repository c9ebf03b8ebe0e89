"""Every address says who may reach it; one that does not is refused, and fails here."""

import pytest
from django.conf import settings
from django.urls import get_resolver

from borgerfokus.foundation.login.guards import unmarked


def test_every_view_is_marked():
    assert list(unmarked(get_resolver(settings.ROOT_URLCONF).url_patterns)) == []


@pytest.mark.urls("tests.foundation.login.pages")
def test_an_unmarked_view_is_found():
    assert list(unmarked(get_resolver("tests.foundation.login.pages").url_patterns)) == ["unmarked"]
