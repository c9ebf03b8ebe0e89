"""Taking in files from a phone or a computer: said before what is taken, said after what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.text.pages import NotAPicture, pages_as_pdf
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.frame import asked, page_language, say

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


def beside_camera(*, error: str) -> FieldView:
    """The field where a camera stands beside it: either of the two is enough."""
    return replace(field(label=_("Læg filen her, eller tag et billede"), required=False, error=error), marked=False)


def camera(*, name: str = "files") -> FieldView:
    """The same field for the camera of a phone: it takes a picture right away. Beside `field`, never alone."""
    return FieldView(
        control="file",
        name=name,
        id=f"{name}-camera",
        label=_("Tag et billede med telefonen"),
        hint=_("Er der flere sider, så tag et billede af hver."),
        multiple=True,
        marked=False,
        attrs=(("accept", "image/*"), ("capture", "environment")),
    )


def together(*, name: str = "files") -> FieldView:
    """Whether the pictures are pages of one document."""
    return FieldView(
        control="checkbox",
        name=f"{name}-together",
        id=f"{name}-together",
        label=_("Billederne er sider i det samme brev. Saml dem til ét dokument"),
        options=(Option(value="on", label=""),),
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
        if len(posted) > 1 and request.POST.get(f"{name}-together"):
            return (_joined(request, posted),)
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


def _joined(request: HttpRequest, posted: Sequence[UploadedFile[Any]]) -> files.Stored:
    """The pictures as the pages of one PDF."""
    ask = asked(request)
    if sum(one.size or 0 for one in posted) > files.MAX_BYTES:
        raise NotTaken(_("Billederne er for store tilsammen. Send dem hver for sig."))
    try:
        made = pages_as_pdf(pictures=[one.read() for one in posted], language=page_language())
    except NotAPicture:
        raise NotTaken(_("Kun billeder kan samles til ét dokument. Send de andre filer hver for sig.")) from None
    name = f"{(posted[0].name or '').rpartition('.')[0] or _('Sider')}.pdf"
    stored = files.store(content=BytesIO(made), name=name, by=ask.actor, at=ask.moment)
    if isinstance(stored, files.FileRefused):
        raise NotTaken(say(stored.text))
    return stored
