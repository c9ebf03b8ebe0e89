"""Acts of messages: start a thread, answer in one, close it, open it again."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.messages import service as messages
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.files import service as files
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.acts.filing import ACCEPTED
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm

MOST = 10
"""Files with one message."""


class _SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, none among them; cleaned to a list."""

    widget = _SeveralFiles(attrs={"accept": ACCEPTED})

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each file by itself."""
        given = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(FilesField, self).clean(one, initial) for one in given[:MOST]]


def _files() -> FilesField:
    return FilesField(
        label=__("Læg filer ved"),
        required=False,
        allow_empty_file=True,
        help_text=__("PDF, billede, Word, Excel eller tekst. Højst 10 filer på 20 MB."),
    )


class WriteForm(ActForm):
    """A new thread."""

    submit = __("Send beskeden")
    keeps = True
    subject = fields.line(__("Hvad handler det om?"), longest=160)
    body = fields.area(__("Besked"), rows=8, hint=__("Borgeren kan læse det på sin side"), longest=messages.LONGEST)
    attached = _files()


class ReplyForm(ActForm):
    """A message in a thread."""

    submit = __("Send svaret")
    keeps = True
    thread = forms.IntegerField(widget=forms.HiddenInput)
    body = fields.area(__("Svar"), rows=8, hint=__("Borgeren kan læse det på sin side"), longest=messages.LONGEST)
    attached = _files()


class ThreadForm(ActForm):
    """Which thread."""

    thread = forms.IntegerField(widget=forms.HiddenInput)


def _write(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    message = _message(opened, said)
    if isinstance(message, Refusal):
        return message
    new = messages.NewThread(subject=said["subject"], message=message)
    told = messages.start(case_id=opened.case.pk, new=new, by=opened.by, at=opened.at)
    return told if isinstance(told, Refusal) else None


def _reply(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    _own(opened, said["thread"])
    message = _message(opened, said)
    if isinstance(message, Refusal):
        return message
    return messages.write(thread_id=said["thread"], message=message, by=opened.by, at=opened.at)


def _close(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    _own(opened, said["thread"])
    return messages.close(thread_id=said["thread"], by=opened.by, at=opened.at)


def _reopen(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    _own(opened, said["thread"])
    messages.reopen(thread_id=said["thread"], by=opened.by, at=opened.at)
    return None


def _own(opened: OpenedCase, thread_id: int) -> None:
    """Raises Hidden unless the thread is the case's, and the actor may write in it."""
    messages.find(thread_id=thread_id, case_id=opened.case.pk, by=opened.by, at=opened.at)
    if not messages.may_write(case=opened.case, by=opened.by, at=opened.at):
        raise Hidden(f"thread {thread_id}")


def _message(opened: OpenedCase, said: dict[str, Any]) -> messages.NewMessage | Refusal:
    kept = []
    for upload in said["attached"]:
        stored = files.store(content=upload.file, name=upload.name or "fil", by=opened.by, at=opened.at)
        if isinstance(stored, files.FileRefused):
            return Refusal(code=stored.code, text=stored.text, article="")
        kept.append(stored.id)
    return messages.NewMessage(text=said["body"], file_ids=tuple(kept))


START = {"message": Act(Verb.MESSAGE_SEND, WriteForm, _write, gettext_noop("Beskeden er sendt."), "threads")}
THREAD = {
    "reply": Act(Verb.MESSAGE_SEND, ReplyForm, _reply, gettext_noop("Svaret er sendt."), "thread"),
    "close-thread": Act(Verb.MESSAGE_SEND, ThreadForm, _close, gettext_noop("Samtalen er lukket.")),
    "reopen-thread": Act(Verb.MESSAGE_SEND, ThreadForm, _reopen, gettext_noop("Samtalen er åben igen.")),
}
ACTS = {**START, **THREAD}
