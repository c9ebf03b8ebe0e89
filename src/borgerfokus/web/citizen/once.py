"""What is sent is sent once: each form carries a key, and the key is spent in the transaction that does the act."""

import re
from typing import Final
from uuid import uuid4

from django.http import HttpRequest

from borgerfokus.foundation.drafts import service as drafts
from borgerfokus.foundation.drafts.service import DraftChanged
from borgerfokus.web.frame import asked

FIELD: Final = "once"
_KEY: Final = re.compile(r"[0-9a-f]{32}")


def key_of(request: HttpRequest) -> str:
    """The key for the form on this page: the one that was posted, so that a form shown again keeps it, or a new one."""
    given = request.POST.get(FIELD, "")
    return given if _KEY.fullmatch(given) else uuid4().hex


def fresh() -> str:
    """A new key, for the forms of a page that answers a form already sent."""
    return uuid4().hex


def spend(request: HttpRequest) -> bool:
    """Whether this is the first time that the form is sent. Call it right before the act, in its transaction.

    Two at the same moment wait for each other here: the second is told so when the first has committed.
    """
    given = request.POST.get(FIELD, "")
    if not _KEY.fullmatch(given):
        return True
    try:
        drafts.save(key=f"sent:{given}", content={}, by=asked(request).actor, at=asked(request).moment, version=0)
    except DraftChanged:
        return False
    return True


def give_back(request: HttpRequest) -> None:
    """The act was refused: the same form may be sent again."""
    given = request.POST.get(FIELD, "")
    if _KEY.fullmatch(given):
        drafts.drop(key=f"sent:{given}", by=asked(request).actor)
