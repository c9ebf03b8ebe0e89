"""Builds the vendored front end from unpacked upstream packages.

Run after unpacking the packages named in ``static/design/vendor/LICENCES.md``::

    python -m borgerfokus.web.design.vendoring DKFDS_FOLDER HTMX_FOLDER

Everything below ``static/design/vendor`` and ``static/design/fonts`` and the icon sprite is written anew,
with a list of SHA-256 sums that the tests hold the files against.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
from pathlib import Path

STATIC = Path(__file__).parent / "static" / "design"
WEB_FONTS = ("Regular", "Italic", "Medium", "SemiBold", "Bold")
PRINT_FONTS = ("Regular", "Italic", "SemiBold", "Bold")
ICONS = (Path(__file__).parent / "icons.txt").read_text(encoding="utf-8").split()

FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
ICON_UTILITY = re.compile(r"\.icon-[a-z-]+:not\(a\)\{[^}]*\}")
LOGO = re.compile(r"background-image:url\(\.\./img/logo[a-z-]*\.png\);?")
SOURCE_MAP = re.compile(r"\n?(/\*|//)# sourceMappingURL=[^\n]*")
USED_ICON = re.compile(r"url\(\.\./img/svg-icons/([a-z0-9-]+\.svg)\)")


def layered(css: str) -> str:
    """DKFDS's stylesheet in one cascade layer, without fonts, logos, icon helpers and source map."""
    for unwanted in (FONT_FACE, ICON_UTILITY, LOGO, SOURCE_MAP):
        css = unwanted.sub("", css)
    css = css.replace('@charset "UTF-8";', "").lstrip("\ufeff")
    css = USED_ICON.sub(r"url(icons/\1)", css)
    return "@layer dkfds{" + css.strip() + "}\n"


def sprite(icon_folder: Path) -> str:
    """One SVG with a symbol per icon, named as the upstream file."""
    symbols = []
    for name in ICONS:
        svg = (icon_folder / f"{name}.svg").read_text(encoding="utf-8")
        found = re.fullmatch(r'\s*<svg[^>]*viewBox="([^"]+)"[^>]*>(.*)</svg>\s*', svg, re.DOTALL)
        if found is None:
            raise ValueError(f"{name}.svg is not a plain drawing with a viewBox")
        symbols.append(f'<symbol id="{name}" viewBox="{found[1]}">{found[2].strip()}</symbol>')
    return '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"


def sums(folder: Path) -> str:
    """``<sha256>  <path>`` for the vendored files, as ``sha256sum`` writes it."""
    files = [*(folder / "vendor").rglob("*"), *(folder / "fonts").rglob("*"), folder / "icons.svg"]
    kept = sorted(file for file in files if file.is_file() and file.name not in {"SHA256SUMS", "LICENCES.md"})
    return "".join(
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(folder).as_posix()}\n" for file in kept
    )


def _copy_fonts(dist: Path) -> None:
    source = dist / "fonts" / "IBMPlexSans" / "complete"
    for name in WEB_FONTS:
        shutil.copyfile(source / "woff2" / f"IBMPlexSans-{name}.woff2", STATIC / f"fonts/IBMPlexSans-{name}.woff2")
    for name in PRINT_FONTS:
        shutil.copyfile(source / "ttf" / f"IBMPlexSans-{name}.ttf", STATIC / f"fonts/IBMPlexSans-{name}.ttf")
    shutil.copyfile(source / "ttf" / "license.txt", STATIC / "fonts" / "OFL.txt")


def build(*, dkfds: Path, htmx: Path) -> None:
    """Write the vendored files. Raises ``FileNotFoundError`` when a package lacks what is needed."""
    dist = dkfds / "dist"
    vendor = STATIC / "vendor"
    for folder in (vendor / "icons", STATIC / "fonts"):
        folder.mkdir(parents=True, exist_ok=True)
    css = (dist / "css" / "dkfds.min.css").read_text(encoding="utf-8")
    (vendor / "dkfds.layered.css").write_text(layered(css), encoding="utf-8")
    for icon in sorted(set(USED_ICON.findall(ICON_UTILITY.sub("", css)))):
        shutil.copyfile(dist / "img" / "svg-icons" / icon, vendor / "icons" / icon)
    for source, target in (
        (dist / "js/dkfds.min.js", "dkfds.min.js"),
        (htmx / "dist/htmx.min.js", "htmx.min.js"),
    ):
        script = SOURCE_MAP.sub("", source.read_text(encoding="utf-8")).rstrip() + "\n"
        (vendor / target).write_text(script, encoding="utf-8")
    shutil.copyfile(dkfds / "LICENSE.md", vendor / "dkfds-LICENSE.md")
    shutil.copyfile(htmx / "LICENSE", vendor / "htmx-LICENSE.txt")
    (STATIC / "icons.svg").write_text(sprite(dist / "img" / "svg-icons"), encoding="utf-8")
    _copy_fonts(dist)
    (vendor / "SHA256SUMS").write_text(sums(STATIC), encoding="utf-8")


if __name__ == "__main__":
    build(dkfds=Path(sys.argv[1]), htmx=Path(sys.argv[2]))
