"""The report of a campaign to the committee: what is told outside of it since it was closed, and no case named."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _

from borgerfokus.apps.supervision import service as supervision
from borgerfokus.apps.supervision.service import CampaignResult
from borgerfokus.core.supervision.statistics import wilson_share
from borgerfokus.foundation.text.documents import Report, ReportSection, ReportTable
from borgerfokus.web.frame import on_day
from borgerfokus.web.present import supervision as words

if TYPE_CHECKING:
    from borgerfokus.web.management.views.results import Result

_HELD_BACK = "–"


def report_of(found: Result, *, on: date, language: str) -> Report:
    """The report as it is set. Every count and share in it has been through disclosure control."""
    campaign = found.campaign
    return Report(
        municipality=settings.MUNICIPALITY,
        heading=_("Ledelsestilsyn: %(title)s") % {"title": campaign.title},
        subtitle=_("Sager afgjort %(period)s") % {"period": words.period(campaign)},
        made_on=on,
        facts=tuple(_facts(found)),
        sections=tuple(_sections(found)),
        note=_(
            "Tallene er afrundet, og små tal vises ikke, så ingen kan genkendes. Usikkerheden er regnet af de "
            "afrundede tal. Ingen sager er nævnt."
        ),
        language=language,
    )


def public_share(one: CampaignResult) -> tuple[str, str]:
    """A share and its interval as they are told; a dash where too few citizens stand behind it."""
    if one.told_percent is None or one.told_cases is None:
        return _HELD_BACK, _HELD_BACK
    share = one.told_percent / 100
    interval = wilson_share(share, one.told_cases)
    return words.percent(share), words.span(interval.low, interval.high)


def public_count(number: int | None) -> str:
    """A count as it is told."""
    return _HELD_BACK if number is None else str(number)


def _facts(found: Result) -> list[tuple[str, str]]:
    campaign, whole = found.campaign, found.whole.get(supervision.WHOLE)
    return [
        (_("Sagstyper"), ", ".join(found.types.get(key, key) for key in campaign.case_types)),
        (_("Enheder"), ", ".join(found.names.values())),
        (_("Sager i alt"), public_count(found.told_population)),
        (_("Gennemgået"), public_count(whole.told_cases if whole else None)),
        (_("Lodtrækningens frø"), campaign.seed),
        (_("Afsluttet"), on_day(campaign.ended_at) if campaign.ended_at else _("Foreløbigt resultat")),
    ]


def _sections(found: Result) -> list[ReportSection]:
    sections = [
        ReportSection(_("Det vigtigste"), _headline(found)),
        ReportSection(
            _("Trin for trin"),
            _("Et trin er i orden, når alt i det er i orden i sagen."),
            _table(found, found.by_step),
        ),
        ReportSection(_("Punkt for punkt"), "", _table(found, found.by_question)),
    ]
    if len(found.earlier) > 1:
        sections.append(ReportSection(_("Over tid"), "", _trend(found)))
    sections.append(ReportSection(_("Sammenholdt med klager"), _appeals(found)))
    if found.campaign.learning:
        sections.append(ReportSection(_("Det har vi lært"), found.campaign.learning))
    sections.append(ReportSection(_("Sådan er det gjort"), _method(found)))
    return sections


def _headline(found: Result) -> str:
    if found.campaign.state != supervision.CampaignState.CLOSED:
        return _("Tallene udgives, når kampagnen er afsluttet.")
    whole = found.whole.get(supervision.WHOLE)
    if whole is None:
        return _("Ingen sager er gennemgået endnu.")
    share, span = public_share(whole)
    if share == _HELD_BACK:
        return _("For få sager er gennemgået til at vise et tal.")
    steps = [(public_share(one), one) for one in found.by_step]
    lowest = min(
        ((text, one) for text, one in steps if one.told_percent is not None),
        key=lambda pair: (pair[1].told_percent or 0, pair[1].question),
        default=None,
    )
    said = {"share": share[:1].upper() + share[1:], "span": span}
    if span == _HELD_BACK:
        text = _("%(share)s af sagerne er helt i orden.") % said
    else:
        text = _("%(share)s af sagerne er helt i orden (mellem %(span)s).") % said
    if lowest is None:
        return text
    weak = _("Svagest er »%(name)s«: i orden i %(share)s.") % {
        "name": words.title_of(lowest[1].question, found.form),
        "share": lowest[0][0],
    }
    return f"{text} {weak}"


def _table(found: Result, figures: list[CampaignResult]) -> ReportTable:
    rows = []
    for one in figures:
        share, span = public_share(one)
        rows.append((words.title_of(one.question, found.form), share, span, public_count(one.told_cases)))
    return ReportTable((_("Punkt"), _("I orden"), _("Usikkerhed"), _("Sager")), tuple(rows))


def _trend(found: Result) -> ReportTable:
    rows = []
    for campaign, figures in found.earlier:
        one = next((row for row in figures if row.question == supervision.WHOLE), None)
        if one is not None:
            share, span = public_share(one)
            rows.append((campaign.title, words.period(campaign), share, span))
    return ReportTable((_("Kampagne"), _("Sager afgjort"), _("Helt i orden"), _("Usikkerhed")), tuple(rows))


def _appeals(found: Result) -> str:
    lost, considered = found.told_appeals
    if considered == 0:
        return _("Klageinstansen har afgjort for få klager af samme slags til at vise et tal.")
    return _(
        "Klageinstansen har i de samme år ændret eller hjemvist %(percent)s %% af de klager over samme sagstyper, "
        "den har realitetsbehandlet (afrundet)."
    ) % {"percent": round(100 * lost / considered)}


def _method(found: Result) -> str:
    return _(
        "Sagerne er trukket ved lod af alle afgjorte sager i perioden, med mindst én fra hver gruppe. Lodtrækningen "
        "kan gentages ud fra frøet og listen over sager. Hver sag er gennemgået af en, der ikke har haft del i den. "
        "Andelene er vægtet, så de gælder alle %(population)s sager. Usikkerheden er Wilsons interval på 95 procent."
    ) % {"population": public_count(found.told_population)}
