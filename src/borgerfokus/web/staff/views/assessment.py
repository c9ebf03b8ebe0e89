"""The assessment: theme by theme in the case's frame, and as a whole; what was said earlier stands beside."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present import offers
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.present.profile import picture
from borgerfokus.web.staff import casepage, doing, themes
from borgerfokus.web.staff.acts import assessing, theming
from borgerfokus.web.staff.acts.theming import ThemesForm
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import ActForm, FormsOf

ACTS = {**assessing.ACTS, **theming.ACTS}


@dataclass(frozen=True)
class AssessmentView:
    """One assessment as it was saved."""

    meta: str
    level: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def show(request: HttpRequest, number: str) -> HttpResponse:
    """GET: the assessment. POST: save a new one."""
    opened = casepage.open_case(request, number)
    if request.method == "POST":
        return doing.post(request, opened, ACTS, page)
    return page(opened, {})


def page(opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    """The form, begun with the newest assessment or the citizen's own words, and all that were saved."""
    earlier = opened.assessed[1]
    newest = earlier[0] if earlier else None
    first = {
        "own_words": newest.own_words if newest else opened.case.need,
        "observed": newest.observed if newest else "",
        "resources": newest.resources if newest else "",
        "conclusion": newest.conclusion if newest else "",
        "level": str(newest.level) if newest else "",
    }
    forms = FormsOf(opened, ACTS, given)
    scale = assessing.LEVELS if assessing.has_levels(opened) else assessing.NEEDS
    levels = {key: str(label) for key, label in scale}
    return casepage.show(
        opened,
        "assessment",
        "staff/assessment.html",
        status=status,
        stick=False,
        form=forms.get("assess", **first),
        groups_form=forms.get("groups", groups=opened.case.target_groups),
        target_groups=offers.groups(opened.case.target_groups),
        groups_open=opened.request.GET.get("vis") == "groups",
        **_themes(opened, forms, fresh=status == 409),
        earlier=tuple(
            AssessmentView(
                meta=_("Nr. %(number)s, %(day)s, %(who)s")
                % {"number": row.number, "day": on_day(row.at), "who": row.by_name},
                level=levels[str(row.level)],
                parts=(
                    (_("Med borgerens egne ord"), paragraphs(row.own_words)),
                    (_("Det har du set og hørt"), paragraphs(row.observed)),
                    (_("Det kan borgeren selv, og det bidrager andre med"), paragraphs(row.resources)),
                    (_("Din vurdering"), paragraphs(row.conclusion)),
                ),
            )
            for row in earlier
        ),
    )


def _themes(opened: OpenedCase, forms: FormsOf, *, fresh: bool) -> dict[str, Any]:
    """The themes of the frame with their profile; nothing when the case type has no frame."""
    there = assessment.themes_of(case=opened.case) if fresh else opened.themes
    if there is None:
        return {"groups": (), "profile": None, "themes_form": None, "frame_name": "", "round_note": "", "again": None}
    form = forms.get("themes", **theming.beginning(there))
    shown = form if isinstance(form, ThemesForm) else None
    return {
        "groups": themes.groups(opened, there, shown),
        "profile": picture(there, href=lambda theme: opened.href("assessment", f"theme-{theme}")),
        "themes_form": shown,
        "frame_name": say(there.frame.name),
        "round_note": themes.round_note(there),
        "again": themes.begin_again(opened, there) if shown else None,
    }
