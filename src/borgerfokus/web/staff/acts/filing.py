"""Acts with documents: put one in the case, add a version, share one with who gives the help."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.files import service as files
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm

ACCEPTED = ".pdf,.jpg,.jpeg,.png,.heic,.docx,.xlsx,.txt"


class _FileField(forms.FileField):
    widget = forms.FileInput(attrs={"accept": ACCEPTED})


class UploadForm(ActForm):
    """A file, what it is, which way it went and with whom."""

    submit = __("Læg på sagen")
    file = _FileField(
        label=__("Fil"), help_text=__("PDF, billede, Word, Excel eller tekst, højst 20 MB"), allow_empty_file=True
    )
    title = fields.line(__("Hvad er det?"))
    direction = fields.radio(
        __("Vej"),
        (("in", __("Modtaget")), ("out", __("Sendt")), ("internal", __("Internt"))),
    )
    with_whom = fields.line(__("Fra eller til hvem?"), required=False, longest=160)


class VersionForm(ActForm):
    """A new version of a document."""

    submit = __("Læg ny udgave på sagen")
    entry = forms.IntegerField(widget=forms.HiddenInput)
    file = _FileField(label=__("Fil"), help_text=__("Den gamle udgave bliver liggende"), allow_empty_file=True)


class ShareForm(ActForm):
    """Which document, and with which order."""

    submit = __("Del dokumentet")
    document = forms.TypedChoiceField(label=__("Dokument"), coerce=int)
    order = forms.TypedChoiceField(
        label=__("Med"), coerce=int, help_text=__("De kan læse det, så længe bestillingen giver adgang")
    )

    def prepare(self) -> None:
        """The documents that are not withheld, and the orders that run."""
        if self.opened is None:
            return
        lines = self.opened.lines
        documents = [(one.id, one.title or one.document.name) for one in lines if one.document and not one.held]
        orders = interventions.help_of(case_id=self.opened.case.pk).open_orders
        self._offer("document", documents)
        self._offer("order", [(one.pk, one.unit.name) for one in orders])

    @property
    def is_useful(self) -> bool:
        """Whether there is both something to share and somebody to share it with."""
        return all(one.choices for one in self.fields.values() if isinstance(one, forms.ChoiceField))

    def _offer(self, name: str, choices: list[tuple[int, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices


class UnshareForm(ActForm):
    """What is no longer shared."""

    shared = forms.IntegerField(widget=forms.HiddenInput)


def _share(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return dialogue.share_document(
        case_id=opened.case.pk, order=said["order"], entry=said["document"], by=opened.by, at=opened.at
    )


def _unshare(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    dialogue.unshare_document(case_id=opened.case.pk, shared=said["shared"], by=opened.by, at=opened.at)
    return None


def _upload(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    stored = _store(opened, said["file"])
    if isinstance(stored, Refusal):
        return stored
    document = journal.NewDocument(
        file_id=stored, title=said["title"], direction=said["direction"], with_whom=said["with_whom"]
    )
    journal.add_document(case_id=opened.case.pk, document=document, by=opened.by, at=opened.at)
    return None


def _version(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    line = journal.line(entry_id=said["entry"], by=opened.by, at=opened.at)
    stored = _store(opened, said["file"])
    if isinstance(stored, Refusal):
        return stored
    known = line.document
    document = journal.NewDocument(
        file_id=stored,
        title=line.title,
        direction=known.direction if known else "in",
        with_whom=known.with_whom if known else "",
    )
    journal.add_version(entry_id=line.id, document=document, by=opened.by, at=opened.at)
    return None


def _store(opened: OpenedCase, upload: Any) -> int | Refusal:
    stored = files.store(
        content=upload.file, name=upload.name or "fil", by=opened.by, at=opened.at, case_id=opened.case.pk
    )
    if isinstance(stored, files.FileRefused):
        return Refusal(code=stored.code, text=stored.text, article="")
    return stored.id


ACTS = {
    "upload": Act(Verb.DOCUMENT_ADD, UploadForm, _upload, gettext_noop("Dokumentet er lagt på sagen.")),
    "version": Act(Verb.DOCUMENT_ADD, VersionForm, _version, gettext_noop("Den nye udgave er lagt på sagen.")),
    "share": Act(Verb.CASE_EDIT, ShareForm, _share, gettext_noop("Dokumentet er delt."), to="shared"),
    "unshare": Act(Verb.CASE_EDIT, UnshareForm, _unshare, gettext_noop("Dokumentet er ikke længere delt.")),
}
