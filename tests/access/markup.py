"""Reading an answer as a browser does, and saying what in it could run."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.access.harness import Answer

_ADDRESSES = {"href", "src", "action", "formaction", "data", "srcdoc", "poster", "xlink:href"}
_SCHEMES = ("javascript:", "vbscript:", "data:text")
_NUMBER = "9000"


@dataclass
class _Found(HTMLParser):
    wrong: list[str] = field(default_factory=list)
    _script: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Nothing of ours has a handler or a style in an attribute, or an address that is a script."""
        self._script = tag == "script"
        for name, value in attrs:
            text = "".join((value or "").split()).lower()
            if name.startswith("on") or name == "style" or _NUMBER in name:
                self.wrong.append(f"<{tag} {name}={value!r}>"[:160])
            if name in _ADDRESSES and text.startswith(_SCHEMES):
                self.wrong.append(f"<{tag} {name}={value!r}>"[:160])
            if name in _ADDRESSES and tag in {"script", "iframe", "object", "embed", "base", "link"} and "xss" in text:
                self.wrong.append(f"<{tag} {name}={value!r}>"[:160])
        if tag in {"iframe", "object", "embed", "base", "marquee", "math", "noscript", "x"}:
            self.wrong.append(f"<{tag}>")

    def handle_data(self, data: str) -> None:
        """No payload stands in a script or a style sheet."""
        if self._script and _NUMBER in data:
            self.wrong.append(f"in a script: {data[:120]!r}")

    def handle_endtag(self, tag: str) -> None:
        """A script ends."""
        self._script = False


def what_could_run(answer: Answer) -> list[str]:
    """Elements, attributes and addresses of an answer that a browser would run. Empty for what is no page."""
    if answer.kind == "text/html":
        found = _Found()
        found.feed((answer.text.partition("\n<!")[2] and "<!" + answer.text.partition("\n<!")[2]) or answer.text)
        return found.wrong
    if answer.kind == "application/pdf":
        return [name for name in ("/JavaScript", "/JS ", "/OpenAction", "/Launch") if name in answer.raw]
    if answer.headers.get("X-Content-Type-Options") != "nosniff":
        return [f"{answer.kind} may be taken for something else"]
    return []


def policy_of(answer: Answer) -> dict[str, list[str]]:
    """The directives of the answer's content security policy."""
    policy = answer.headers.get("Content-Security-Policy", "")
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {part[0]: part[1:] for part in parts}


def what_the_policy_lets(answer: Answer) -> list[str]:
    """Why the policy of an answer is too lax. A file that is drawn by the browser itself may bring its own style."""
    policy = policy_of(answer)
    scripts = policy.get("script-src", policy.get("default-src", ["*"]))
    styles = policy.get("style-src", policy.get("default-src", ["*"]))
    wrong = [f"script-src {word}" for word in scripts if word in {"'unsafe-inline'", "'unsafe-eval'", "*", "data:"}]
    if answer.kind == "text/html":
        wrong += [f"style-src {word}" for word in styles if word in {"'unsafe-inline'", "*"}]
    if "'none'" not in policy.get("frame-ancestors", []):
        wrong.append("frame-ancestors")
    return wrong
