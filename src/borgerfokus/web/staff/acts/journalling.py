"""Acts of the journal: write, correct, withhold, release."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm

CHANNELS = ("phone", "meeting", "home_visit", "video", "e_mail", "desk", "internal")
ARTICLES = (
    ("Forvaltningsloven § 15 b", __("Afgørende hensyn til andre eller til borgeren selv (forvaltningsloven § 15 b)")),
    ("Forvaltningsloven § 15 a", __("Sagens opklaring (forvaltningsloven § 15 a)")),
    ("Forvaltningsloven § 12", __("Internt arbejdsdokument (forvaltningsloven § 12)")),
)


class NoteForm(ActForm):
    """A note: what happened, when, and by which way."""

    submit = __("Gem notatet")
    keeps = True
    title = fields.line(__("Overskrift"))
    channel = fields.one_of(__("Hvordan?"))
    happened_on = fields.day(__("Dato"))
    clock = forms.TimeField(
        label=__("Klokken"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    body = fields.area(__("Hvad skete der?"), rows=7, hint=__("Borgeren kan læse det"))

    def prepare(self) -> None:
        """The ways in."""
        from borgerfokus.web.present.words import channel

        self.fields["channel"].choices = [(key, channel(key)) for key in CHANNELS]  # type: ignore[attr-defined]


class CorrectForm(ActForm):
    """A correction, and why. `version` is the one that was read."""

    submit = __("Gem rettelsen")
    keeps = True
    entry = forms.IntegerField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    title = fields.line(__("Overskrift"))
    body = fields.area(__("Tekst"), rows=8, required=False)
    reason = fields.line(
        __("Hvorfor retter du?"), hint=__("Den gamle tekst bliver gemt som tidligere udgave"), longest=300
    )


class WithholdForm(ActForm):
    """Why the citizen may not read an entry for now."""

    submit = __("Hold tilbage")
    entry = forms.IntegerField(widget=forms.HiddenInput)
    ground = fields.line(__("Grund"), hint=__("Borgeren ser grunden, men ikke teksten"), longest=60)
    article = fields.one_of(__("Regel"), ARTICLES)
    review_on = fields.day(__("Vi ser på det igen"))


class EntryForm(ActForm):
    """Which entry."""

    entry = forms.IntegerField(widget=forms.HiddenInput)


def _write(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    moment = datetime.combine(said["happened_on"], said["clock"] or time(12))
    note = journal.NewEntry(
        title=said["title"], body=said["body"], channel=said["channel"], happened_at=min(make_aware(moment), opened.at)
    )
    told = journal.write_note(case_id=opened.case.pk, note=note, by=opened.by, at=opened.at)
    return told if isinstance(told, Refusal) else None


def _correct(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return journal.correct(
        entry_id=said["entry"],
        version=said["version"],
        title=said["title"],
        body=said["body"],
        reason=said["reason"],
        by=opened.by,
        at=opened.at,
    )


def _withhold(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    why = journal.Withholding(ground=said["ground"], article=said["article"], review_on=said["review_on"])
    return journal.withhold(entry_id=said["entry"], why=why, by=opened.by, at=opened.at)


def _release(opened: OpenedCase, said: dict[str, Any]) -> str:
    journal.release(entry_id=said["entry"], by=opened.by, at=opened.at)
    return _("Borgeren kan læse det igen.")


NOTE = {"note": Act(Verb.JOURNAL_WRITE, NoteForm, _write, gettext_noop("Notatet er gemt."), "journal")}
ENTRY = {
    "correct": Act(Verb.JOURNAL_CORRECT, CorrectForm, _correct, gettext_noop("Rettelsen er gemt.")),
    "withhold": Act(Verb.JOURNAL_WITHHOLD, WithholdForm, _withhold, gettext_noop("Notatet holdes tilbage.")),
    "release": Act(Verb.JOURNAL_WITHHOLD, EntryForm, _release),
}
