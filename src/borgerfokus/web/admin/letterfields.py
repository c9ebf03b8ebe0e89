"""The fields of a letter's text, and how easy the text is to read."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.core.decisions.readability import Readability, measure, sentences, words
from borgerfokus.core.texts import LANGUAGES
from borgerfokus.core.wording import Draft, Template
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.design.fields import FieldView
from borgerfokus.web.frame import say, today

LONGEST = 4_000
"""Characters of one part."""


def fields_of(template: Template, written: Mapping[str, Draft]) -> list[tuple[str, tuple[FieldView, ...]]]:
    """Each part that may be written, in each language."""
    names = {"da": _("dansk"), "en": _("engelsk")}
    return [
        (
            say(part.title),
            tuple(
                FieldView(
                    control="textarea",
                    name=f"{part.name}__{language}",
                    id=f"{part.name}-{language}",
                    label=_("%(part)s, %(language)s") % {"part": say(part.title), "language": names[language]},
                    value=getattr(written[part.name], language),
                    required=True,
                    rows=max(2, min(8, 1 + len(getattr(written[part.name], language)) // 70)),
                    attrs=(("maxlength", str(LONGEST)), ("lang", language)),
                )
                for language in LANGUAGES
            ),
        )
        for part in template.parts
        if not part.locked
    ]


def measured(request: HttpRequest, text: str) -> Readability:
    """The readability of a text against the municipality's goal."""
    return measure(text=text, goal=parameters.at("own.lix_goal", on=today(request)).number)


def long_sentences(request: HttpRequest, text: str) -> list[str]:
    """The sentences that are longer than the municipality's goal, with how many words they have."""
    most = parameters.at("own.sentence_goal", on=today(request)).number
    counted = [(len(words(text=one)), one) for one in sentences(text=text)]
    return [
        ngettext("%(n)s ord: »%(sentence)s«", "%(n)s ord: »%(sentence)s«", n) % {"n": n, "sentence": one}
        for n, one in counted
        if n > most
    ]
