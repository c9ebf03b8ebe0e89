"""Invented view objects for the page of components, in Danish and English."""

from __future__ import annotations

from dataclasses import dataclass

from borgerfokus.web.design.page import Crumb, FootGroup, Municipality, NavItem, Page, UserBadge
from borgerfokus.web.design.samples.case import CaseSamples, case_samples
from borgerfokus.web.design.samples.charts import ChartSamples, chart_samples
from borgerfokus.web.design.samples.language import say_in
from borgerfokus.web.design.samples.lists import ListSamples, list_samples
from borgerfokus.web.design.samples.marks import MarkSamples, mark_samples
from borgerfokus.web.design.samples.people import PeopleSamples, people_samples
from borgerfokus.web.design.views import Alert

ROOMY = "/design/"
DENSE = "/design/staff"


@dataclass(frozen=True, slots=True)
class Samples:
    """What the page of components shows, by family."""

    case: CaseSamples
    marks: MarkSamples
    lists: ListSamples
    people: PeopleSamples
    charts: ChartSamples


def samples(*, language: str) -> Samples:
    """All sample objects in a language."""
    say = say_in(language)
    return Samples(
        case=case_samples(say),
        marks=mark_samples(say),
        lists=list_samples(say),
        people=people_samples(say),
        charts=chart_samples(say),
    )


def sample_page(*, language: str, staff: bool) -> Page:
    """The page object of the page of components, in the citizen's or the caseworker's rhythm."""
    say = say_in(language)
    name = say("Designsystem", "Design system")
    return Page(
        title=name,
        place="staff" if staff else "public",
        language=language,
        here=DENSE if staff else ROOMY,
        nav=(
            NavItem(say("Rummelig", "Roomy"), ROOMY, current=not staff),
            NavItem(say("Tæt", "Dense"), DENSE, current=staff, count=6),
        ),
        user=UserBadge("Karen Lindvad", "KL", say("Sagsbehandler", "Caseworker")) if staff else None,
        municipality=Municipality("Fjordby Kommune", "09 99 00 10", "tel:09990010", say("kl. 9–15", "9 am to 3 pm")),
        crumbs=(Crumb(say("Forside", "Front page"), "/"), Crumb(name)),
        messages=(Alert("success", say("Kladden er gemt.", "The draft is saved.")),),
        search_href=DENSE if staff else "",
        foot=(FootGroup(say("Om siden", "About"), (Crumb(say("Tilgængelighed", "Accessibility"), ROOMY),)),),
    )
