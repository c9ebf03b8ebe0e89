"""A question from another unit, as whoever is asked sees it: in the inbox, or on the partner's page."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from borgerfokus.apps.casework.service import Consultation
from borgerfokus.web.design.views import Due
from borgerfokus.web.present import picture
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.staff import fields


class AnswerForm(forms.Form):
    """The answer to a question."""

    answer = fields.area(__("Jeres svar"), rows=4, hint=__("Borgeren kan læse det"))


@dataclass(frozen=True)
class Asked:
    """A question: about whom, who asks, and the form of the answer. `href`: the case, for who sees it."""

    id: int
    title: str
    meta: str
    question: tuple[str, ...]
    due: Due | None
    form: AnswerForm
    href: str = ""


def asked_of(row: Consultation, *, name: str, meta: str, on: date, wrong: AnswerForm | None, href: str = "") -> Asked:
    """The question about `name`; with the form that was `wrong`, or an empty one."""
    return Asked(
        id=row.pk,
        title=_("Spørgsmål om %(name)s") % {"name": name},
        meta=meta,
        question=paragraphs(row.question),
        due=picture.due(row.due, on=on, soon=picture.soon_until(on)),
        form=wrong or form_of(row.pk),
        href=href,
    )


def form_of(number: int, posted: QueryDict | None = None) -> AnswerForm:
    """The form of an answer, with what was `posted` in it."""
    return AnswerForm(posted, auto_id=f"answer-{number}-%s")
