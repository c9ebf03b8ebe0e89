"""What every page is framed by: menu, user, crumbs, messages, and the words of values in the reader's language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core import words
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor, ActorKind
from borgerfokus.foundation.login.request import Request
from borgerfokus.web.design.page import Crumb, FootGroup, Municipality, NavItem, Page, UserBadge
from borgerfokus.web.design.views import Alert
from borgerfokus.web.public.content import CRISIS

_LEVELS = {"success": "success", "warning": "warning", "error": "error"}


def asked(request: HttpRequest) -> Request:
    """The request with its actor, moment and scope."""
    return cast("Request", request)


def today(request: HttpRequest) -> date:
    """The day of the request in Copenhagen."""
    return day_of(asked(request).moment)


@dataclass(frozen=True)
class Place:
    """What a page is about, with who asks and when; subclasses add what it is."""

    request: HttpRequest

    @property
    def by(self) -> Actor:
        """Who asks."""
        return asked(self.request).actor

    @property
    def at(self) -> datetime:
        """When."""
        return asked(self.request).moment

    @property
    def today(self) -> date:
        """The day in Copenhagen."""
        return today(self.request)


def page_language() -> str:
    """The reader's language: "da" or "en"."""
    return "en" if (get_language() or "da").startswith("en") else "da"


def say(text: Text) -> str:
    """A text in the reader's language."""
    return text.in_(page_language())


def on_day(day: date | datetime) -> str:
    """ "21. november 2026", in the reader's language."""
    return say(words.date_words(day_of(day) if isinstance(day, datetime) else day))


def on_moment(moment: datetime) -> str:
    """ "21. november 2026 kl. 14.30", in the reader's language."""
    return say(words.moment_words(moment))


def show(request: HttpRequest, template: str, *, page: Page, status: int = 200, **context: Any) -> HttpResponse:
    """Render a page."""
    return render(request, template, {"page": page, **context}, status=status)


def page(
    request: HttpRequest,
    *,
    title: str,
    place: str,
    crumbs: Sequence[Crumb] = (),
    current: str = "",
    search: str = "",
    description: str = "",
) -> Page:
    """The frame of a page. `current` is the URL name of the menu entry that the page belongs to."""
    actor = asked(request).actor
    staff = place in {"staff", "management", "admin"}
    return Page(
        title=title,
        place=place,
        nav=_menu(actor, place, current),
        section=_section(actor, current) if place == "management" else (),
        user=_badge(actor),
        language=page_language(),
        municipality=Municipality(
            name=settings.MUNICIPALITY,
            phone="09 99 00 10",
            phone_href="tel:+4509990010",
            hours=_("Mandag til torsdag kl. 9–15, fredag kl. 9–13"),
        ),
        demo=settings.DEMO,
        crumbs=tuple(crumbs),
        messages=_messages(request),
        here=request.get_full_path(),
        home_href=_home(actor),
        login_href=reverse("login:choose"),
        search_href=reverse("staff:search") if staff and actor.can(Verb.PERSON_SEARCH) else "",
        search_value=search,
        foot=_foot(),
        crisis=tuple((number, href, say(text)) for number, href, text in CRISIS) if place == "public" else (),
        description=description,
    )


def told(request: HttpRequest, refusal: Refusal | None, done: str) -> bool:
    """Tell the person what came of an act: `done`, or why not. Returns whether it was done."""
    if refusal is None:
        messages.success(request, done)
        return True
    text = say(refusal.text)
    messages.error(request, f"{text} ({refusal.article})" if refusal.article else text)
    return False


_STAFF_MENU = (
    ("staff:day", gettext_noop("Min dag"), Verb.CASE_SEE),
    ("staff:list", gettext_noop("Sager"), Verb.CASE_SEE),
    ("staff:inbox", gettext_noop("Indbakke"), Verb.CASE_SEE),
    ("staff:calendar", gettext_noop("Kalender"), Verb.APPOINTMENT_BOOK),
    ("staff:messages", gettext_noop("Beskeder"), Verb.MESSAGE_SEND),
    ("partner:orders", gettext_noop("Bestillinger"), Verb.ORDER_CARRY_OUT),
    ("partner:appointments", gettext_noop("Aftaler"), Verb.ORDER_CARRY_OUT),
    ("partner:users", gettext_noop("Brugere hos partnere"), Verb.PARTNER_USERS_EDIT),
    ("staff:duty", gettext_noop("Vagt"), Verb.CONCERN_HANDLE),
    ("staff:board", gettext_noop("Unge"), Verb.CASE_SEE),
    ("staff:print-queue", gettext_noop("Breve"), Verb.LETTERS_MANAGE),
    ("staff:access", gettext_noop("Aktindsigt"), Verb.ACCESS_HANDLE),
    ("staff:offers", gettext_noop("Tilbud"), Verb.ORGANISATION_SEE),
    ("staff:knowledge", gettext_noop("Viden"), Verb.KNOWLEDGE_SEE),
    ("admin:start", gettext_noop("Styring"), Verb.CONFIGURATION_CHECK),
    ("staff:organisation", gettext_noop("Organisation"), Verb.ORGANISATION_SEE),
)
_LEADING_AT = next(place for place, entry in enumerate(_STAFF_MENU) if entry[0] == "admin:start")
_MANAGEMENT_MENU = (
    ("management:team", gettext_noop("Team"), Verb.TEAM_SEE),
    ("management:overview", gettext_noop("Overblik"), Verb.FIGURES_FOLLOW),
    ("management:indicators", gettext_noop("Nøgletal"), Verb.FIGURES_FOLLOW),
    ("management:committee", gettext_noop("Udvalgets side"), Verb.FIGURES_SEE),
    ("management:flow", gettext_noop("Forløb"), Verb.FIGURES_SEE),
    ("management:forecast", gettext_noop("Prognose"), Verb.FIGURES_SEE),
    ("management:changing", gettext_noop("Overleveringer"), Verb.TEAM_SEE),
    ("management:effect", gettext_noop("Effekt"), Verb.FIGURES_SEE),
    ("management:experience", gettext_noop("Oplevelse"), Verb.FIGURES_SEE),
    ("management:benchmark", gettext_noop("Benchmark"), Verb.FIGURES_SEE),
    ("management:messages", gettext_noop("Svartid"), Verb.TEAM_SEE),
    ("management:appeals", gettext_noop("Klagesager"), Verb.TEAM_SEE),
    ("management:complaints", gettext_noop("Klager over os"), Verb.TEAM_SEE),
    ("management:supervision", gettext_noop("Tilsyn"), Verb.SUPERVISION_REVIEW),
    ("management:kodeks", gettext_noop("Kodeks"), Verb.TEAM_SEE),
    ("management:emergencies", gettext_noop("Nødadgang"), Verb.BREAK_GLASS_REVIEW),
    ("management:control", gettext_noop("Logkontrol"), Verb.LOOKUPS_REVIEW),
    ("management:rights-review", gettext_noop("Adgange"), Verb.LOOKUPS_REVIEW),
    ("management:lookups", gettext_noop("Alle opslag"), Verb.LOOKUPS_REVIEW),
    ("management:lookup-questions", gettext_noop("Spørgsmål om opslag"), Verb.RIGHTS_OVERSEE),
    ("management:rights", gettext_noop("Rettigheder"), Verb.RIGHTS_OVERSEE),
    ("management:erasure", gettext_noop("Sletning"), Verb.ERASE_APPROVE),
)
"""The pages of leading. The staff menu has one entry for them all, and they stand as tabs on each."""

_CITIZEN_MENU = (
    ("citizen:overview", gettext_noop("Mit overblik")),
    ("citizen:messages", gettext_noop("Beskeder")),
    ("citizen:letters", gettext_noop("Breve")),
    ("citizen:appointments", gettext_noop("Aftaler")),
    ("citizen:data", gettext_noop("Mine oplysninger")),
)
_PUBLIC_MENU = (
    ("public:front", gettext_noop("Find hjælp")),
    ("public:guide", gettext_noop("Guide")),
    ("public:offers", gettext_noop("Tilbud")),
    ("public:concern", gettext_noop("Underret om et barn")),
    ("public:promises", gettext_noop("Frister og rettigheder")),
)


def _menu(actor: Actor, place: str, current: str) -> tuple[NavItem, ...]:
    if place == "citizen":
        entries: list[tuple[str, str]] = list(_CITIZEN_MENU)
    elif place == "public":
        entries = list(_PUBLIC_MENU)
    else:
        return _staff_menu(actor, place, current)
    return _items(entries, current)


def _staff_menu(actor: Actor, place: str, current: str) -> tuple[NavItem, ...]:
    """The staff's entries, with one for leading before those of steering: to the first page that the actor may see."""
    may = [name for name, _label, verb in _STAFF_MENU if _may(actor, verb) and _has_use(actor, place, name)]
    entries = list(_items([(name, label) for name, label, _verb in _STAFF_MENU if name in may], current))
    leading = _section(actor, current)
    if leading:
        before = sum(1 for name, _label, _verb in _STAFF_MENU[:_LEADING_AT] if name in may and _address(name))
        entries.insert(before, NavItem(label=_("Ledelse"), href=leading[0].href, current=place == "management"))
    return tuple(entries)


def _has_use(actor: Actor, place: str, name: str) -> bool:
    """Orders are the work of those who give help; who decides on cases meets them in the inbox."""
    of_helpers = name in {"partner:orders", "partner:appointments"}
    return not of_helpers or place == "partner" or not actor.can(Verb.CASE_EDIT)


def _section(actor: Actor, current: str) -> tuple[NavItem, ...]:
    """The pages of leading that the actor may see; that of teams only for who sees the cases of one."""
    may = [(name, label) for name, label, verb in _MANAGEMENT_MENU if actor.can(verb)]
    return _items([entry for entry in may if actor.led or entry[0] != "management:team"], current)


def _items(entries: Iterable[tuple[str, str]], current: str) -> tuple[NavItem, ...]:
    return tuple(
        NavItem(label=_(label), href=href, current=name == current)
        for name, label in entries
        if (href := _address(name))
    )


def _may(actor: Actor, verb: Verb) -> bool:
    return dialogue.is_on_duty(actor) if verb is Verb.CONCERN_HANDLE else actor.can(verb)


def _badge(actor: Actor) -> UserBadge | None:
    if actor.kind not in {ActorKind.CITIZEN, ActorKind.EMPLOYEE}:
        return None
    initials = "".join(part[0] for part in actor.name.split()[:1] + actor.name.split()[1:][-1:])
    return UserBadge(name=actor.name, initials=initials.upper(), links=_own_pages(actor))


def _own_pages(actor: Actor) -> tuple[Crumb, ...]:
    """What everybody has in the menu under the own name."""
    here = Crumb(_("Her er du logget ind"), _address("citizen:devices" if actor.is_citizen else "staff:devices"))
    if actor.is_citizen:
        return (here,)
    own = (
        (Verb.LOOKUPS_SEE_OWN, Crumb(_("Mine opslag"), _address("staff:own-lookups"))),
        (Verb.CASE_SEE, Crumb(_("Påmindelser"), _address("staff:reminders"))),
    )
    return (*(crumb for verb, crumb in own if actor.can(verb)), here)


def _home(actor: Actor) -> str:
    if actor.is_employee:
        return _address("staff:day") or "/"
    return _address("citizen:overview" if actor.is_citizen else "public:front") or "/"


def _foot() -> tuple[FootGroup, ...]:
    rights = (
        Crumb(_("Hvem må se hvad"), _address("public:who")),
        Crumb(_("Frister og rettigheder"), _address("public:promises")),
        Crumb(_("Kodeks for god sagsbehandling"), _address("public:kodeks")),
    )
    about = (
        Crumb(_("Sider med råd og regler"), _address("public:pages")),
        Crumb(_("Pris og tid"), _address("public:costs")),
        Crumb(_("Tilgængelighedserklæring"), _address("public:accessibility")),
        Crumb(_("Privatliv og data"), _address("public:privacy")),
    )
    return (FootGroup(_("Dine rettigheder"), rights), FootGroup(_("Om siden"), about))


def _messages(request: HttpRequest) -> tuple[Alert, ...]:
    return tuple(
        Alert(level=_LEVELS.get(message.level_tag, "info"), text=str(message.message))  # type: ignore[arg-type]
        for message in messages.get_messages(request)
    )


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
