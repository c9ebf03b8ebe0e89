"""Reads of the guide: the one that is asked, and the municipality's versions of it."""

from functools import lru_cache
from importlib.resources import files

from borgerfokus.apps.guidance.models import GuideVersion, PageState
from borgerfokus.core.access import Verb
from borgerfokus.core.guidance import guide as guides
from borgerfokus.core.guidance.guide import Guide
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


def guide_in_use() -> Guide:
    """The guide that is asked: the municipality's own, or the shipped one. One query."""
    own = GuideVersion.objects.filter(state=PageState.PUBLISHED).values_list("document", flat=True).first()
    return _parsed(own) if own is not None else guides.shipped()


def guide_document() -> str:
    """The document of the guide that is asked, to begin a new version from."""
    own = GuideVersion.objects.filter(state=PageState.PUBLISHED).values_list("document", flat=True).first()
    return own if own is not None else (files("borgerfokus.core.guidance") / "guides" / "help.toml").read_text("utf-8")


def guide_versions(*, by: Actor) -> list[GuideVersion]:
    """The municipality's versions, the newest first. Raises Hidden for who keeps no pages."""
    if not by.can(Verb.PAGE_EDIT):
        raise Hidden("guide")
    return list(GuideVersion.objects.order_by("-number"))


def guide_version(*, number: int, by: Actor) -> tuple[GuideVersion, Guide]:
    """One version, and what it asks. Raises Hidden."""
    row = next((one for one in guide_versions(by=by) if one.number == number), None)
    if row is None:
        raise Hidden(f"guide {number}")
    return row, _parsed(row.document)


@lru_cache(maxsize=4)
def _parsed(document: str) -> Guide:
    return guides.parse(document)
