"""The pages of the case's own PDF documents, put into the case file each after its leaf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

import pikepdf

from borgerfokus.foundation.text.documents import CaseFileDocument

MOST_PAGES: Final = 2000
_ACTIVE_KEYS: Final = ("/AA", "/A", "/PA")


@dataclass(frozen=True)
class Enclosure:
    """One document: the number of pages to merge in, and its bytes; 0 and None when it is only listed."""

    pages: int
    content: bytes | None


_LISTED: Final = Enclosure(pages=0, content=None)
_UNUSABLE: Final = (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, RuntimeError)
"""What a damaged file raises: the own errors of the library, and those of a page tree without sense."""


def enclosures(*, documents: Sequence[CaseFileDocument]) -> tuple[Enclosure, ...]:
    """For each document whether its pages can be merged in: a PDF that opens without a password."""
    return tuple(_enclosure(document.content) for document in documents)


def interleaved(*, own: bytes, enclosed: Sequence[Enclosure]) -> bytes:
    """The case file with each enclosure's pages after its leaf; the leaves are the last pages of `own`, in
    order.

    Without enclosures `own` comes back as it is. With them the claims of PDF/UA-1 and PDF/A-3a are taken out:
    pages that others made need not keep them. Scripts and actions of the enclosed pages are left out.
    """
    with_pages = [found for found in enclosed if found.content is not None]
    if not with_pages:
        return own
    with pikepdf.open(BytesIO(own)) as target:
        at = len(target.pages) - len(with_pages) + 1
        for found in with_pages:
            with pikepdf.open(BytesIO(found.content or b"")) as source:
                for page in source.pages:
                    target.pages.insert(at, page)
                    at += 1
            at += 1
        _unclaim(target)
        made = BytesIO()
        target.save(made, deterministic_id=True)
        return made.getvalue()


def _enclosure(content: bytes | None) -> Enclosure:
    """The pages alone, in a file of our own making: what can be written here can be merged later."""
    if content is None:
        return _LISTED
    try:
        with pikepdf.open(BytesIO(content)) as opened, pikepdf.new() as clean:
            if opened.is_encrypted or not 0 < len(opened.pages) <= MOST_PAGES:
                return _LISTED
            clean.pages.extend(opened.pages)
            for page in clean.pages:
                _disarm(page)
            made = BytesIO()
            clean.save(made)
            return Enclosure(pages=len(clean.pages), content=made.getvalue())
    except _UNUSABLE:
        return _LISTED


def _disarm(page: pikepdf.Page) -> None:
    """Take out what acts by itself or on a click; the shapes of comments and form fields stay."""
    for key in ("/AA", "/StructParents", "/Tabs"):
        if key in page.obj:
            del page.obj[key]
    annotations = page.obj.get("/Annots")
    if not isinstance(annotations, pikepdf.Array):
        return
    for annotation in annotations.as_list():
        if isinstance(annotation, pikepdf.Dictionary):
            for key in _ACTIVE_KEYS:
                if key in annotation:
                    del annotation[key]


def _unclaim(target: pikepdf.Pdf) -> None:
    with target.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for claim in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part"):
            if claim in metadata:
                del metadata[claim]
