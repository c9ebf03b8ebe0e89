"""The tables of guidance."""

from borgerfokus.apps.guidance.models.asking import AskedQuestion, PageComment
from borgerfokus.apps.guidance.models.finding import EntryKind, SearchEntry, SearchPlace, SearchWord
from borgerfokus.apps.guidance.models.guides import GuideVersion
from borgerfokus.apps.guidance.models.introducing import Introduction, IntroductionStep, IntroductionTick
from borgerfokus.apps.guidance.models.pages import Page, PageState, PageVersion

__all__ = [
    "AskedQuestion",
    "EntryKind",
    "GuideVersion",
    "Introduction",
    "IntroductionStep",
    "IntroductionTick",
    "Page",
    "PageComment",
    "PageState",
    "PageVersion",
    "SearchEntry",
    "SearchPlace",
    "SearchWord",
]
