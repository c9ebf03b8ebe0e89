"""Taking in files from a phone or a computer: said before what is taken, said after what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from borgerfokus.foundation.files import service as files
from borgerfokus.web.design.fields import FieldView
from borgerfokus.web.frame import asked, say

ACCEPT: Final = "image/*,application/pdf,.pdf,.jpg,.jpeg,.png,.heic,.docx,.xlsx,.txt"
MOST: Final = 10


class NotTaken(ValueError):
    """A file is refused; `words` says which and why, and what to do. Nothing of the upload is kept."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def field(*, name: str = "files", label: str, required: bool = True, error: str = "") -> FieldView:
    """The field. A phone offers its camera for it, because it takes pictures."""
    return FieldView(
        control="file",
        name=name,
        id=name,
        label=label,
        hint=hint(),
        errors=(error,) if error else (),
        required=required,
        multiple=True,
        attrs=(("accept", ACCEPT),),
    )


def hint() -> str:
    """Which kinds and sizes are taken."""
    return _("PDF, billede, Word, Excel eller tekst. Højst 20 MB pr. fil. Du kan tage et billede med telefonen.")


def take(request: HttpRequest, *, name: str = "files") -> tuple[files.Stored, ...]:
    """Keep the posted files as the reader's own until they are given to a case. Raises NotTaken for a bad one."""
    posted = given(request, name=name)
    if not posted:
        raise NotTaken(_("Vælg en fil først, eller tag et billede."))
    if len(posted) > MOST:
        raise NotTaken(_("Send højst %(n)s filer ad gangen.") % {"n": MOST})
    with transaction.atomic():
        return tuple(_one(request, upload) for upload in posted)


def given(request: HttpRequest, *, name: str = "files") -> Sequence[UploadedFile[Any]]:
    """The posted files; an empty file field posts none."""
    return [one for one in request.FILES.getlist(name) if one.name]


def _one(request: HttpRequest, upload: UploadedFile[Any]) -> files.Stored:
    ask = asked(request)
    stored = files.store(content=upload, name=upload.name or "", by=ask.actor, at=ask.moment)
    if isinstance(stored, files.FileRefused):
        raise NotTaken(f"{upload.name}: {say(stored.text)}")
    return stored
