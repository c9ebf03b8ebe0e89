"""What is in a PDF: its text, its tags and its claims."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pypdf import PdfReader


def text_of(content: bytes) -> str:
    """All text on all pages with white space as single spaces, without the places where long words break."""
    pages = (page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return " ".join(" ".join(pages).replace("\u200b", "").split())


def page_texts(content: bytes) -> list[str]:
    """The text of each page, white space as single spaces."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


def tags_of(content: bytes) -> list[str]:
    """The kinds of the structure elements in reading order, as `/H1`, `/P`, `/TH`."""
    with pikepdf.open(BytesIO(content)) as opened:
        return [str(element["/S"]) for element in _elements(opened.Root.StructTreeRoot)]


def header_scopes(content: bytes) -> list[str]:
    """The scope of each table header cell; a cell without one is missing from the list."""
    with pikepdf.open(BytesIO(content)) as opened:
        cells = [cell for cell in _elements(opened.Root.StructTreeRoot) if cell["/S"] == "/TH"]
        return [str(attributes["/Scope"]) for cell in cells for attributes in _attributes(cell)]


def claims_of(content: bytes) -> dict[str, str]:
    """The claims of the file's metadata, under the names of the claims."""
    with pikepdf.open(BytesIO(content)) as opened, opened.open_metadata() as metadata:
        names = ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")
        return {name: str(metadata[name]) for name in names if name in metadata}


def _attributes(cell: pikepdf.Object) -> list[pikepdf.Object]:
    found = cell.get("/A")
    listed = found.as_list() if isinstance(found, pikepdf.Array) else [found]
    return [attributes for attributes in listed if attributes is not None and "/Scope" in attributes]


def _elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    children = node.get("/K")
    if children is None:
        return
    for child in children.as_list() if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _elements(child)
