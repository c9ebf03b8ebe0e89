"""English texts: one .po file for each area, merged into the one catalogue that Django reads.

The msgid is the Danish text itself, so Danish needs no catalogue.
"""

import ast
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from borgerfokus.cli.trouble import Trouble

SOURCE = Path(__file__).resolve().parents[1]
ENGLISH = SOURCE / "locale" / "en"
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "__": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "gettext_noop": None,
}
_PLAIN = frozenset({"_", "__", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"})
"""Those whose first argument is the Danish text."""
TEMPLATE_OPTIONS = {"newstyle_gettext": "true", "silent": "false"}


@dataclass(frozen=True)
class Missing:
    """A Danish text in the source, or a template, without an English one."""

    where: str
    msgid: str


def merged(folder: Path = ENGLISH) -> Catalog:
    """All areas as one catalogue. Raises Trouble for a broken file, or two English texts for one Danish."""
    whole = Catalog(locale="en", charset="utf-8")
    for file in sorted(folder.glob("*.po")):
        for message in _read(file):
            if not message.id or not message.string:
                continue
            known = whole.get(message.id, message.context)
            if known and known.string != message.string:
                raise Trouble(
                    f"{file.name}: »{message.id}« er oversat forskelligt i to områder.",
                    f"{file.name}: “{message.id}” has two different translations.",
                )
            whole.add(message.id, message.string, context=message.context, flags=message.flags)
    return whole


def compile_all(folder: Path = ENGLISH) -> Path:
    """Write the merged catalogue where Django finds it, and return its path. Two processes may do so at once."""
    target = folder / "LC_MESSAGES" / "django.mo"
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(f".{os.getpid()}")
    with unfinished.open("wb") as handle:
        write_mo(handle, merged(folder))
    unfinished.replace(target)
    return target


def compile_if_stale(folder: Path = ENGLISH) -> bool:
    """Compile if an area has changed since. Returns whether it did."""
    target = folder / "LC_MESSAGES" / "django.mo"
    changed = max((area.stat().st_mtime for area in folder.glob("*.po")), default=0.0)
    if target.exists() and target.stat().st_mtime >= changed:
        return False
    compile_all(folder)
    return True


def missing(source: Path = SOURCE, folder: Path = ENGLISH) -> list[Missing]:
    """The texts in Python and templates that have no English, in the order they are found."""
    known = merged(folder)
    found: dict[tuple[str, str | None], Missing] = {}
    for where, msgid, context in _texts(source):
        if known.get(msgid, context) is None:
            found.setdefault((msgid, context), Missing(where, msgid))
    return list(found.values())


def _texts(source: Path) -> Iterator[tuple[str, str, str | None]]:
    for file in sorted((*source.rglob("*.py"), *source.rglob("*.html"), *source.rglob("*.txt"))):
        if file.suffix != ".py" and "templates" not in file.parts:
            continue
        method = "python" if file.suffix == ".py" else "jinja2"
        options = None if method == "python" else TEMPLATE_OPTIONS
        for line, message, _, context in extract_from_file(method, file, KEYWORDS, options=options):
            msgid = message if isinstance(message, str) else message[0]
            if msgid:
                yield f"{file.relative_to(source)}:{line}", msgid, context
        if method == "python":
            for line, msgid in _inside_formatted(file):
                yield f"{file.relative_to(source)}:{line}", msgid, None


def _inside_formatted(file: Path) -> Iterator[tuple[int, str]]:
    """The texts inside formatted strings, which Babel passes over before Python 3.12."""
    formatted = (node for node in ast.walk(ast.parse(file.read_bytes())) if isinstance(node, ast.JoinedStr))
    for call in (node for one in formatted for node in ast.walk(one) if isinstance(node, ast.Call)):
        if isinstance(call.func, ast.Name) and call.func.id in _PLAIN and call.args:
            text = call.args[0]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield call.lineno, text.value


def _read(file: Path) -> Catalog:
    try:
        with file.open("rb") as handle:
            return read_po(handle, locale="en", charset="utf-8", abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        raise Trouble(
            f"{file} kan ikke læses som en .po-fil: {error}", f"{file} is not a readable .po file: {error}"
        ) from error
