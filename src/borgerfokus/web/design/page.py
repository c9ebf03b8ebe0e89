"""What every page needs besides its own content: the ``page`` object of the base layouts."""

from __future__ import annotations

from dataclasses import dataclass, field

from borgerfokus.web.design.views import Alert


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the main menu. ``count`` is shown as a small number, None shows nothing."""

    label: str
    href: str
    current: bool = False
    count: int | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the breadcrumb; the last one has no ``href``."""

    label: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class UserBadge:
    """Who is logged in: ``acting_for`` names the person represented, ``""`` when nobody; ``links`` to own pages."""

    name: str
    initials: str
    role: str = ""
    acting_for: str = ""
    links: tuple[Crumb, ...] = ()


@dataclass(frozen=True, slots=True)
class Municipality:
    """The municipality in head and foot. ``phone_href`` is a ``tel:`` address."""

    name: str
    phone: str = ""
    phone_href: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class FootGroup:
    """A heading with links in the foot of the public and citizen pages."""

    heading: str
    links: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The context object ``page``; all strings are finished and in the language of the reader.

    ``place`` is one of public, citizen, staff, management, admin. ``here`` is the path to come back to after
    the language switch. ``search_href`` shows the search box of the staff bar when not empty. ``section`` are the
    pages of the same place, shown as tabs above the content. ``crisis`` are numbers to call in need, as (number,
    address, what it is), shown in the foot of every page that everybody may read.
    """

    title: str
    place: str
    nav: tuple[NavItem, ...] = ()
    section: tuple[NavItem, ...] = ()
    user: UserBadge | None = None
    language: str = "da"
    municipality: Municipality = field(default_factory=lambda: Municipality(name="Fjordby Kommune"))
    demo: bool = True
    crumbs: tuple[Crumb, ...] = ()
    messages: tuple[Alert, ...] = ()
    here: str = "/"
    home_href: str = "/"
    login_href: str = "/log-ind"
    search_href: str = ""
    search_value: str = ""
    foot: tuple[FootGroup, ...] = ()
    crisis: tuple[tuple[str, str, str], ...] = ()
    description: str = ""
