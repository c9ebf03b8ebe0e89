"""One request from a seed and a number: for an address of the table, by somebody, well or badly filled in."""

import json
import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from random import Random
from typing import Any
from urllib.parse import quote, quote_from_bytes

from tests.access import columns
from tests.access.expecting import address, data, expected
from tests.access.generating.forms import Form
from tests.access.generating.values import FILES, HEADERS, hostile, plausible
from tests.access.harness import addresses, parameters_of
from tests.access.row import GET, POST, Row
from tests.access.scene import Scene

BOUNDARY = "----borgerfokus"
EVERYBODY = sorted(columns.EVERYBODY | columns.PROGRAMS)
TURNED_AWAY = frozenset({401, 403, 404, 405})
_WITHOUT_SESSION = columns.PROGRAMS | {"anonymous"}
_FILE_FIELDS = ("file", "file", "file", "files", "files", "document", "letter", "log")
_OTHER_METHODS = ("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")


@dataclass(frozen=True)
class Made:
    """A request in its parts, so that parts of it can be left out."""

    number: int
    url: str
    key: str
    method: str
    path: str
    query: tuple[tuple[bytes, bytes], ...] = ()
    fields: tuple[tuple[bytes, bytes], ...] = ()
    files: tuple[tuple[str, str, str, bytes], ...] = ()
    way: str = "form"
    raw: bytes = b""
    kind: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def asked(self) -> str:
        """What stands after the question mark."""
        return _pairs(self.query)

    @property
    def body(self) -> tuple[str, bytes]:
        """The content type and the content."""
        if self.method == GET:
            return "application/octet-stream", b""
        if self.way == "raw":
            return self.kind, self.raw
        if self.way == "multipart" or self.files:
            return self.kind or f"multipart/form-data; boundary={BOUNDARY}", _multipart(self)
        return self.kind or "application/x-www-form-urlencoded", _pairs(self.fields).encode()


@dataclass(frozen=True)
class Target:
    """A row of the table on one case, with those whom it lets in."""

    row: Row
    case: str
    permitted: tuple[str, ...]


@dataclass
class Maker:
    """Makes them. The same seed and number make the same request, whatever was made before."""

    scene: Scene
    rows: tuple[Row, ...]
    forms: dict[tuple[str, str], list[Form]]
    posted: list[str]
    asked: list[str]
    seed: str

    @cached_property
    def targets(self) -> list[Target]:
        """Every row on each of its cases."""
        known = [row for row in self.rows if row.url in addresses()]
        return [self._target(row, case) for row in known for case in row.on or ("",)]

    @cached_property
    def each(self) -> list[Target]:
        """One target for every address and method, the one that lets most people in."""
        best: dict[tuple[str, str], Target] = {}
        for target in sorted(self.targets, key=lambda one: -len(one.permitted)):
            best.setdefault((target.row.url, target.row.method), target)
        return list(best.values())

    @cached_property
    def open(self) -> list[list[Target]]:
        """The targets that let somebody in, those of one address, method and act together."""
        groups: dict[tuple[str, str, str], list[Target]] = {}
        for target in self.targets:
            if target.permitted:
                groups.setdefault((target.row.url, target.row.method, target.row.act), []).append(target)
        return list(groups.values())

    def make(self, number: int) -> Made:
        """Request number `number`. The first ones take every address and method once."""
        chance = Random(f"{self.seed}:{number}")
        target = self.each[number] if number < len(self.each) else chance.choice(chance.choice(self.open))
        made = Made(
            number=number,
            url=target.row.url,
            key=self._who(target, chance),
            method=target.row.method,
            path=self._path(target, chance),
            query=self._query(target, chance),
            headers=chance.choice(HEADERS) if chance.random() < 0.25 else {},
        )
        if chance.random() < 0.02 and number >= len(self.each):
            made = replace(made, method=chance.choice(_OTHER_METHODS))
        return made if made.method == GET else self._filled(made, target, chance)

    def _target(self, row: Row, case: str) -> Target:
        permitted = [key for key in EVERYBODY if _admits(expected(row, case, key), key)]
        return Target(row, case, tuple(permitted))

    def _who(self, target: Target, chance: Random) -> str:
        if target.permitted and chance.random() < 0.9:
            return chance.choice(target.permitted)
        return chance.choice(EVERYBODY)

    def _path(self, target: Target, chance: Random) -> str:
        path = quote(address(self.scene, replace(target.row, query=""), target.case))
        if chance.random() >= 0.04:
            return path
        names = parameters_of(target.row.url)
        if not names or chance.random() < 0.2:
            return chance.choice((path.rstrip("/"), f"/{path}", f"{path}x", f"{path}../", f"{path}%00", f"{path}%ff"))
        parts = path.split("/")
        spots = [spot for spot, part in enumerate(parts) if re.search(r"\d|-", part)] or [len(parts) - 2]
        parts[chance.choice(spots)] = quote_from_bytes(hostile(chance)[:600], safe="") or "%20"
        return "/".join(parts)

    def _query(self, target: Target, chance: Random) -> tuple[tuple[bytes, bytes], ...]:
        given = [tuple(pair.partition("=")[::2]) for pair in target.row.query.split("&") if pair]
        pairs = [(name.encode(), value.encode()) for name, value in given]
        forms = self.forms.get((target.row.url, GET))
        if forms and chance.random() < 0.6:
            pairs += self._of_form(chance.choice(forms), chance, bad=0.25)
        wanted = chance.choice((0, 0, 1, 2, 6)) if target.row.method == GET else chance.choice((0, 0, 0, 0, 1))
        pairs += [self._pair(chance.choice(self.asked), chance, bad=0.5) for _ in range(wanted)]
        return tuple(pairs)

    def _filled(self, made: Made, target: Target, chance: Random) -> Made:
        own = data(self.scene, target.row, target.case) or {}
        if target.row.url.startswith("api-v1:") and target.row.url != "api-v1:token" and chance.random() < 0.9:
            return self._as_json(made, dict(own), chance)
        fields = {name.encode(): str(value).encode() for name, value in own.items()}
        pairs = self._of_page(target, chance, bad=chance.choice((0, 0, 0.1, 0.3, 0.9)))
        pairs = [pair for pair in pairs if pair[0] not in fields] + list(fields.items())
        some = chance.choice((0, 0, 3, 12, 60))
        pairs += [self._pair(chance.choice(self.posted), chance, bad=0.4) for _ in range(some)]
        pairs = _disturbed(pairs, chance)
        files: tuple[tuple[str, str, str, bytes], ...] = ()
        if chance.random() < 0.25:
            many = chance.choice((1, 1, 3))
            files = tuple((chance.choice(_FILE_FIELDS), *chance.choice(FILES)) for _one in range(many))
        way = chance.choice(("form", "form", "form", "multipart"))
        made = replace(made, fields=tuple(pairs), files=files, way=way)
        return _broken(made, chance) if chance.random() < 0.06 else made

    def _of_page(self, target: Target, chance: Random, *, bad: float) -> list[tuple[bytes, bytes]]:
        forms = self.forms.get((target.row.url, POST), [])
        alike = [form for form in forms if target.row.act in form.fields.get("act", ())] or forms
        return self._of_form(chance.choice(alike), chance, bad=bad) if alike else []

    def _of_form(self, form: Form, chance: Random, *, bad: float) -> list[tuple[bytes, bytes]]:
        return [self._pair(name, chance, bad=bad, offered=offered) for name, offered in form.fields.items()]

    def _pair(
        self, name: str, chance: Random, *, bad: float, offered: list[str] | None = None
    ) -> tuple[bytes, bytes]:
        if chance.random() < bad:
            return name.encode(), hostile(chance)
        chosen = chance.choice(offered or [""])
        return name.encode(), chosen.encode() if chosen else plausible(self.scene, name, chance)

    def _as_json(self, made: Made, own: dict[str, Any], chance: Random) -> Made:
        if chance.random() < 0.15:
            return _broken(made, chance)
        for name in [*own, *(chance.choice(self.posted) for _ in range(chance.choice((0, 0, 2))))]:
            if chance.random() < 0.3 or name not in own:
                own[name] = _odd(hostile(chance), chance)
        if chance.random() < 0.15 and own:
            del own[chance.choice(list(own))]
        return replace(made, way="raw", kind="application/json", raw=json.dumps(own).encode())


def _admits(status: int, key: str) -> bool:
    """Whoever has no session is sent to log in; a program has none either."""
    return status not in TURNED_AWAY and not (key in _WITHOUT_SESSION and status in {302, 303})


def _odd(value: bytes, chance: Random) -> object:
    text = value.decode("utf-8", "surrogatepass" if value == b"\xed\xa0\x80" else "replace")
    return chance.choice((text, text, [text], {"x": text}, None, True, -1, 2**70, 1.5, [], [[[[]]]], {}))


def _disturbed(pairs: list[tuple[bytes, bytes]], chance: Random) -> list[tuple[bytes, bytes]]:
    doing = chance.random()
    if pairs and doing < 0.15:
        pairs = [pair for pair in pairs if pair != chance.choice(pairs)]
    elif pairs and doing < 0.25:
        pairs.append((chance.choice(pairs)[0], hostile(chance)))
    elif doing < 0.26:
        pairs += [(b"x%d" % number, b"") for number in range(1_200)]
    elif pairs and doing < 0.28:
        pairs = [(name + chance.choice((b"[]", b"\x00", b"\xff", b" ")), value) for name, value in pairs]
    return pairs


_KINDS = (
    "application/json",
    "text/plain",
    "application/xml",
    "multipart/form-data",
    "multipart/form-data; boundary=",
    "multipart/form-data; boundary=\xe6",
    f"multipart/form-data; boundary={BOUNDARY}",
    "application/x-www-form-urlencoded; charset=klingon",
    "application/x-www-form-urlencoded; charset=utf-16",
    "application/x-www-form-urlencoded",
    "",
    "x" * 300,
)
_BODIES = (
    b"",
    b"{",
    b"[1,2",
    b"null",
    b'"x"',
    b"[]",
    b"\xff\xfe",
    b'{"type": "\\ud800"}',
    b"[" * 9_000,
    b"a=%zz&&=&%=1",
)


def _broken(made: Made, chance: Random) -> Made:
    body = chance.choice((*_BODIES, _multipart(made)[:-40], _pairs(made.fields).encode()))
    return replace(made, way="raw", kind=chance.choice(_KINDS), raw=body, files=(), fields=())


def _pairs(pairs: tuple[tuple[bytes, bytes], ...]) -> str:
    return "&".join(f"{quote_from_bytes(name, safe='')}={quote_from_bytes(value, safe='')}" for name, value in pairs)


def _multipart(made: Made) -> bytes:
    parts = [b'Content-Disposition: form-data; name="%s"\r\n\r\n%s' % pair for pair in made.fields]
    for name, called, kind, content in made.files:
        head = f'Content-Disposition: form-data; name="{name}"; filename="{called}"\r\nContent-Type: {kind}\r\n\r\n'
        parts.append(head.encode() + content)
    mark = f"--{BOUNDARY}".encode()
    return b"".join(mark + b"\r\n" + part + b"\r\n" for part in parts) + mark + b"--\r\n"
