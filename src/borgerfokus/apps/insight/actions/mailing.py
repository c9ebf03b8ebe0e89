"""The e-mail of a subscription: the front figures in words, and nothing that is not through the door of disclosure."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Final

from django.conf import settings

from borgerfokus.apps.insight.actions.subscribing import Written, send_due, token_of
from borgerfokus.apps.insight.models import FigureSubscription
from borgerfokus.apps.insight.queries import released
from borgerfokus.apps.insight.queries.holding import disclosure_rule, open_for
from borgerfokus.apps.insight.queries.indicators import Measured, Scope, dashboard, door
from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.apps.insight.queries.months import months_back
from borgerfokus.apps.insight.queries.released import Disclosed
from borgerfokus.core import disclosure
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import day_of
from borgerfokus.core.indicators import SIGNAL_WORDS, Audience, Figure, limits_of, load_shipped, signals, written
from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_words
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.queries import NotEngaged

NAME: Final = "figures"
_SPAN, _HISTORY = 3, 24
_SUBJECT: Final = Text(da="Nøgletal, {unit}", en="Indicators, {unit}")
_ALL: Final = Text(da="alle, du må se", en="all that you may see")
_HEAD: Final = Text(
    da="Nøgletal for {unit} pr. {day}. Små tal er udeladt, og resten er rundet af, så ingen kan genkendes.",
    en="Indicators of {unit} as of {day}. Small numbers are left out and the rest is rounded, so that nobody can be "
    "recognised.",
)
_LINE: Final = Text(da="- {title}: {now} (før: {before}).{signal}", en="- {title}: {now} (before: {before}).{signal}")
_SIGNAL: Final = Text(da=" {signal}.", en=" {signal}.")
_NONE: Final = Text(da="–", en="–")
_FOOT: Final = Text(
    da="Se det hele: {page}\nStop disse e-mails: {end}",
    en="See all of it: {page}\nStop these e-mails: {end}",
)


@disclosure.door
def send_subscriptions(*, root: Path, at: datetime) -> int:
    """Queue the e-mails that are due. Returns how many. For the system alone."""
    day = day_of(at)

    def write(row: FigureSubscription, _starts: date) -> Written | None:
        return _written(row, root, day)

    return send_due(write=write, by=system(NAME), at=at)


def _written(row: FigureSubscription, root: Path, day: date) -> Written | None:
    """What the receiver may be told today; None for one who may be told nothing any more, or when there is nothing."""
    try:
        who = organisation.actor_for(employee_id=row.employee_id, on=day)
    except NotEngaged:
        return None
    if not who.can(Verb.FIGURES_SEE):
        return None
    lines = list(_lines(row, who, root, day))
    if not lines:
        return None
    name = next((one.name for one in organisation.units(on=day) if one.key == row.unit), "")
    unit = Text(da=name, en=name) if name else _ALL
    page = f"{settings.PUBLIC_ADDRESS}/ledelse/overblik/" + (f"?enhed={row.unit}" if row.unit else "")
    foot = _FOOT.filled(page=page, end=f"{settings.PUBLIC_ADDRESS}/noegletal/stop/{row.pk}/{token_of(row.pk)}/")
    texts = [_HEAD.filled(unit=unit, day=date_words(day)), *lines, foot]
    body = "\n".join(("\n" if one in {lines[0], foot} else "") + one.in_(row.language) for one in texts)
    return Written(_SUBJECT.filled(unit=unit).in_(row.language), body)


def _lines(row: FigureSubscription, who: Actor, root: Path, day: date) -> Iterable[Text]:
    found: list[Measured] | list[Disclosed]
    if who.can(Verb.FIGURES_FOLLOW):
        units, log = _units(row, who, day), open_for(root, leads=False)
        found = [] if log is None or units == frozenset() else _measured(log, units, day)
    else:
        found = released.disclosed(audience=Audience.COMMITTEE)[1]
    return [_line(one, one.now) for one in found if one.indicator.front and one.now is not None]


def _units(row: FigureSubscription, who: Actor, day: date) -> frozenset[str] | None:
    """The units that the e-mail is of, by key; None for all, none at all when the right to them has ended."""
    every = {one.pk: one.key for one in organisation.units(on=day)}
    may = set(who.led) if who.led else set(every)
    if row.unit:
        wanted = [pk for pk, key in every.items() if key == row.unit and pk in may]
        return frozenset(every[pk] for pk in organisation.descendants(wanted, on=day) if pk in may)
    return frozenset(every[pk] for pk in may if pk in every) if who.led else None


def _measured(log: Log, units: frozenset[str] | None, day: date) -> list[Measured]:
    def scope(starts: int, ends: int) -> Scope:
        return Scope(months_back(day, starts), months_back(day, ends), units)

    front = [one for one in load_shipped() if one.front]
    found = dashboard(
        log, now=scope(_SPAN, 0), before=scope(2 * _SPAN, _SPAN), months=scope(_HISTORY, 0), only=front
    )
    rule = disclosure_rule(on=day)
    return [door(one, rule=rule) for one in found]


def _line(one: Measured | Disclosed, now: Figure) -> Text:
    values = [month.value for month in one.months]
    limits = limits_of(values)
    signal = signals(values, limits)[-1] if limits else None
    return _LINE.filled(
        title=one.indicator.title,
        now=written(now.value, one.indicator),
        before=written(one.before.value, one.indicator) if one.before else _NONE,
        signal=_SIGNAL.filled(signal=SIGNAL_WORDS[signal]) if signal else "",
    )
