"""The page of components: ``/design/`` in the citizen's rhythm, ``/design/staff`` in the caseworker's."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from borgerfokus.foundation.login.guards import public
from borgerfokus.web.design.samples import sample_page, samples


@public()
@require_http_methods(["GET", "HEAD", "POST"])
def gallery(request: HttpRequest, *, staff: bool = False) -> HttpResponse:
    """All components with invented content, in the language of the reader; its sample forms lead back to it."""
    if request.method == "POST":
        return redirect(request.path)
    language = "en" if (get_language() or "da").startswith("en") else "da"
    context = {
        "page": sample_page(language=language, staff=staff),
        "s": samples(language=language),
        "layout": "design/staff.html" if staff else "design/public.html",
    }
    return render(request, "design/gallery.html", context)
