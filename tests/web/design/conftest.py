"""Pages of the design system, rendered without a request to the database."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from borgerfokus.cli import translations
from borgerfokus.web import design
from borgerfokus.web.design.samples import sample_page, samples

DESIGN = Path(design.__file__).parent
TEMPLATES = DESIGN / "templates" / "design"
STATIC = DESIGN / "static" / "design"

translations.compile_if_stale()

Gallery = Callable[[str, bool], str]


def rendered(language: str, staff: bool) -> str:
    """The page of components in a language and a rhythm."""
    context = {
        "page": sample_page(language=language, staff=staff),
        "s": samples(language=language),
        "layout": "design/staff.html" if staff else "design/public.html",
        "csrf_input": "",
    }
    with translation.override(language):
        return render_to_string("design/gallery.html", context)


@pytest.fixture
def gallery() -> Gallery:
    """Renders the page of components."""
    return rendered
