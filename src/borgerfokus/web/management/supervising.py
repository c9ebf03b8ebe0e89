"""The forms of campaigns and reviews."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from borgerfokus.apps.supervision import service as supervision
from borgerfokus.core.supervision.form import Form
from borgerfokus.web.frame import say
from borgerfokus.web.present import supervision as words
from borgerfokus.web.present.words import clock
from borgerfokus.web.staff import fields

_MOST = 500
Choice = tuple[str, str]


class CampaignForm(forms.Form):
    """What is reviewed, by whom, and until when. The period's last day is written as people say it."""

    title = fields.line(__("Hvad skal undersøges?"), longest=160, hint=__("For eksempel: Begrundelser i afslag"))
    purpose = fields.area(__("Hvorfor?"), rows=2, required=False, longest=2_000)
    case_types = fields.several_of(__("Sagstyper"))
    units = fields.several_of(__("Enheder"))
    starts = fields.day(__("Sager afgjort fra"))
    last = fields.day(__("Til og med"))
    size = forms.IntegerField(
        label=__("Hvor mange sager?"),
        min_value=1,
        max_value=_MOST,
        help_text=__("Du ser, hvor sikre tallene bliver, før sagerne trækkes."),
    )
    divided_by = fields.several_of(
        __("Del op efter"), required=False, hint=__("Så er der mindst én sag fra hver gruppe.")
    )
    reviewers = fields.several_of(__("Hvem gennemgår?"), hint=__("Ingen får en sag, de selv har haft del i."))
    review_until = fields.day(__("Sidste dag til at gennemgå"))
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        types: Sequence[Choice],
        units: Sequence[Choice],
        reviewers: Sequence[Choice],
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial, auto_id="campaign-%s", label_suffix="")
        divided = [(key, words.dimension(key)) for key in supervision.Dimension.values]
        for name, choices in (
            ("case_types", types),
            ("units", units),
            ("reviewers", reviewers),
            ("divided_by", divided),
        ):
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        for one in self.fields.values():
            one.error_messages["required"] = _("Udfyld »%(label)s«.") % {"label": one.label}

    @property
    def new(self) -> supervision.NewCampaign:
        """What was asked for. Only of a valid form."""
        said = self.cleaned_data
        return supervision.NewCampaign(
            title=said["title"],
            purpose=said["purpose"],
            case_types=tuple(said["case_types"]),
            units=tuple(int(one) for one in said["units"]),
            starts=said["starts"],
            ends=fields.day_after(said["last"]),
            size=said["size"],
            divided_by=tuple(said["divided_by"]),
            reviewers=tuple(int(one) for one in said["reviewers"]),
            review_until=said["review_until"],
        )


def first(campaign: supervision.Campaign, reviewers: Sequence[int]) -> dict[str, Any]:
    """The form's values of a campaign as it is kept."""
    return {
        "title": campaign.title,
        "purpose": campaign.purpose,
        "case_types": campaign.case_types,
        "units": [str(one) for one in campaign.units],
        "starts": campaign.starts,
        "last": campaign.ends - timedelta(days=1),
        "size": campaign.size,
        "divided_by": campaign.divided_by,
        "reviewers": [str(one) for one in reviewers],
        "review_until": campaign.review_until,
        "version": campaign.version,
    }


class ReviewForm(forms.Form):
    """The questions of the form, each with a verdict, a note, and a flag where a fault may be serious."""

    note = fields.area(__("Om hele sagen"), rows=3, required=False, longest=4_000)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, form: Form, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial, auto_id="review-%s", label_suffix="")
        self._form = form
        self.kept_at: datetime | None = None
        choices = [(key, words.verdict(key)) for key in supervision.Verdict.values]
        for one in form.questions:
            self.fields[f"verdict_{one.key}"] = fields.radio(_("Din vurdering"), choices, required=False)
            self.fields[f"note_{one.key}"] = fields.area(_("Bemærkning"), rows=2, required=False, longest=2_000)
            if one.serious:
                self.fields[f"serious_{one.key}"] = fields.yes(
                    _("Alvorlig fejl: giv besked nu"),
                    hint=_("Sagsbehandleren og lederen får en opgave med det samme."),
                )

    @property
    def kept_note(self) -> str:
        """That this is a draft, and from when."""
        return _("Kladden er gemt %(clock)s") % {"clock": clock(self.kept_at)} if self.kept_at else ""

    def judgements(self) -> dict[str, supervision.NewJudgement]:
        """What was judged, by question. Only of a valid form."""
        said = self.cleaned_data
        return {
            one.key: supervision.NewJudgement(
                verdict=said[f"verdict_{one.key}"],
                note=said[f"note_{one.key}"],
                serious=bool(said.get(f"serious_{one.key}")),
            )
            for one in self._form.questions
        }


def judged(known: Mapping[str, supervision.Judgement]) -> dict[str, Any]:
    """The form's values of a review as it is kept."""
    found: dict[str, Any] = {}
    for key, row in known.items():
        found |= {f"verdict_{key}": row.verdict, f"note_{key}": row.note, f"serious_{key}": row.serious}
    return found


def question_title(form: Form, key: str) -> str:
    """The words of a question, or its key when the form has lost it."""
    found = form.question(key)
    return say(found.text) if found else key
