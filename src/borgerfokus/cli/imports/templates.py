"""Templates: for each kind of file its headings with one example row, and a guide to every column."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from borgerfokus.cli.imports.catalogue import IMPORTERS, ORDER
from borgerfokus.cli.imports.columns import Column, Format

GUIDE = "README.md"


def write(folder: Path) -> list[Path]:
    """Write every template and the guide into a folder, which is made if it is not there. Returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    contents = {importer.layout.file: template(importer.layout) for importer in IMPORTERS.values()}
    contents[GUIDE] = guide()
    for name, content in contents.items():
        (folder / name).write_text(content, "utf-8", newline="")
    return [folder / name for name in contents]


def template(layout: Format) -> str:
    """The headings and one example row, as CSV with commas."""
    written = io.StringIO(newline="")
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow([column.name for column in layout.columns])
    rows.writerow([column.example for column in layout.columns])
    return written.getvalue()


def guide() -> str:
    """Every column of every file, in Danish and English, as Markdown."""
    return "\n".join(_guide()) + "\n"


def _guide() -> Iterator[str]:
    yield "# Kolonnerne i indlæsningsfilerne / The columns of the import files"
    yield ""
    yield "Skrevet af `borgerfokus import --templates MAPPE`. Written by `borgerfokus import --templates FOLDER`."
    yield ""
    yield "Rækkefølgen / the order: " + ", ".join(f"`{IMPORTERS[what].layout.file}`" for what in ORDER) + "."
    for what, importer in IMPORTERS.items():
        layout = importer.layout
        yield ""
        yield f"## {layout.file}"
        yield ""
        yield f"`borgerfokus import {what} FIL`"
        yield ""
        yield f"{layout.about.da} *{layout.about.en}*"
        yield ""
        yield f"Nøgle / key: {', '.join(f'`{name}`' for name in layout.key)}."
        yield ""
        yield "| kolonne / column | også / also | skal udfyldes / required | betydning | meaning | eksempel / example |"
        yield "|---|---|---|---|---|---|"
        yield from map(_line, layout.columns)


def _line(column: Column) -> str:
    also = ", ".join(f"`{name}`" for name in column.also)
    required = "ja / yes" if column.required else ""
    example = f"`{column.example}`" if column.example else ""
    return f"| `{column.name}` | {also} | {required} | {column.guide.da} | {column.guide.en} | {example} |"
