"""The information list: what must be known before the decision, where each fact stands, and who has been asked."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.service import Consent
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.obtaining import WITH_CONSENT, standing
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.views import Action, Chip, Column, Item, Row
from borgerfokus.web.frame import say
from borgerfokus.web.present import chase
from borgerfokus.web.present.words import short_date
from borgerfokus.web.staff import casepage, doing, factrows
from borgerfokus.web.staff.acts import obtaining
from borgerfokus.web.staff.acts.informing import sources
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import ActForm, FormsOf


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def show(request: HttpRequest, number: str) -> HttpResponse:
    """GET: the list. POST: ask for facts, remind, withdraw, confirm again, or write down consent."""
    opened = casepage.open_case(request, number)
    if request.method == "POST":
        return doing.post(request, opened, obtaining.ASK, page)
    return page(opened, {})


def page(opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    """The list, what is missing by who can give it, who has been asked, and the forms."""
    rows = opened.recorded.result.rows
    open_ones = [row.key for row in rows if row.status in obtaining.ASKED_FOR and obtaining.askable(row)]
    wanted = opened.request.GET.getlist("fact") or open_ones
    forms = FormsOf(opened, obtaining.ASK, given)
    form = forms.get("ask", **obtaining.asking(opened, facts=wanted))
    pending = any(not row.status.lets_decide for row in rows)
    return casepage.show(
        opened,
        "information",
        "staff/information.html",
        status=status,
        stick=False,
        sufficiency=factrows.view(opened, rows),
        groups=_groups(opened),
        ask_all=_ask_all(opened),
        asked_columns=(
            Column(_("Oplysning")),
            Column(_("Hvem")),
            Column(_("Indtil nu")),
            Column(_("Svar senest")),
            Column(_("Status")),
            Column(_("Ryk"), hidden=True),
            Column(_("Træk tilbage"), hidden=True),
        ),
        asked=_asked(opened),
        ask=form if pending else None,
        consents=_consents(opened),
        consent=forms.get("consent", source=Source.DOCTOR.value),
        open_fold=str(opened.request.GET.get("vis", "")),
    )


def _groups(opened: OpenedCase) -> tuple[Item, ...]:
    """What is missing by the first who can give it, and whether the citizen must give leave."""
    if not opened.may(Verb.FACT_RECORD):
        return ()
    return tuple(
        Item(
            title=sources()[source],
            text=", ".join(f"{say(row.requirement.title)} ({row.key})" for row in rows),
            chip=_leave(opened, source),
        )
        for source, rows in obtaining.grouped(opened).items()
    )


def _leave(opened: OpenedCase, source: Source) -> Chip | None:
    if source not in WITH_CONSENT:
        return None
    held = opened.recorded.consents.get(source.value)
    if held is not None and held.given_at is not None and held.withdrawn_at is None:
        return Chip(_("Samtykke er givet"), "ok")
    return Chip(_("Borgeren spørges om samtykke samtidig"), "warn")


def _ask_all(opened: OpenedCase) -> Action | None:
    wanted = obtaining.grouped(opened)
    if not wanted or not opened.may(Verb.FACT_RECORD):
        return None
    count = sum(len(rows) for rows in wanted.values())
    label = ngettext("Bed om den oplysning, der mangler", "Bed om alle %(n)s, der mangler", count) % {"n": count}
    return Action(label, opened.href("information"), "primary", "post", key="r", fields=(("act", "ask-all"),))


def _asked(opened: OpenedCase) -> tuple[Row, ...]:
    titles = {row.key: say(row.requirement.title) for row in opened.recorded.result.rows}
    may = opened.may(Verb.FACT_RECORD)
    found = []
    for row in opened.recorded.requests.values():
        state = standing(assessment.chased(row), on=opened.today)
        held = ("request", str(row.pk))
        title = titles.get(row.fact, row.fact)
        remind = _on_request(opened, _("Ryk"), "remind", held, title)
        withdraw = _on_request(opened, _("Træk tilbage"), "withdraw-request", held, title)
        waits = row.consent is not None and row.consent.given_at is None
        found.append(
            Row(
                (
                    f"{title} ({row.fact})",
                    chase.whom(row),
                    chase.course(row),
                    short_date(row.due),
                    chase.chip(state),
                    remind if may and not waits else "",
                    withdraw if may else "",
                )
            )
        )
    return tuple(found)


def _on_request(opened: OpenedCase, label: str, act: str, held: tuple[str, str], title: str) -> Action:
    where = opened.href("information")
    return Action(label, where, "tertiary", "post", context=title, fields=(("act", act), held))


def _consents(opened: OpenedCase) -> tuple[Item, ...]:
    return tuple(_consent(opened, one) for one in opened.recorded.consents.values())


def _consent(opened: OpenedCase, one: Consent) -> Item:
    ends = _("til og med %(day)s") % {"day": short_date(one.ends)} if one.ends else ""
    if one.withdrawn_at is not None:
        chip, told = Chip(_("Trukket tilbage"), "line"), short_date(day_of(one.withdrawn_at))
    elif one.given_at is not None:
        chip, told = Chip(_("Givet"), "ok"), short_date(day_of(one.given_at))
    elif one.refused_at is not None:
        chip, told = Chip(_("Nej"), "bad"), short_date(day_of(one.refused_at))
    else:
        asked = day_of(one.asked_at) if one.asked_at else opened.today
        chip, told = Chip(_("Spurgt, ikke svaret"), "warn"), short_date(asked)
    back: tuple[Action, ...] = ()
    if one.given_at is not None and one.withdrawn_at is None and opened.may(Verb.FACT_RECORD):
        fields = (("act", "consent-withdraw"), ("consent", str(one.pk)))
        back = (Action(_("Trukket tilbage"), opened.href("information"), "tertiary", "post", fields=fields),)
    return Item(
        title=sources().get(Source(one.source), one.source),
        text=", ".join(part for part in (told, one.how, ends) if part),
        chip=chip,
        actions=back,
    )
