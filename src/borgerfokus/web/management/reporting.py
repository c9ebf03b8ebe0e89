"""The report of a campaign to the committee: rounded by the disclosure rules, and no case named."""

from __future__ import annotations

from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _

from borgerfokus.apps.supervision import service as supervision
from borgerfokus.apps.supervision.service import CampaignResult
from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.supervision.statistics import wilson_share
from borgerfokus.foundation.text.documents import Report, ReportSection, ReportTable
from borgerfokus.web.frame import on_day
from borgerfokus.web.present import supervision as words

if TYPE_CHECKING:
    from borgerfokus.web.management.views.results import Result

_HELD_BACK = "–"
_HALF = 0.5


def report_of(found: Result, *, on: date, language: str) -> Report:
    """The report as it is set. Every count and share in it is rounded."""
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


def public_share(one: CampaignResult, *, rule: Rule) -> tuple[str, str]:
    """A share and its interval as they may be published; a dash where too few cases stand behind it.

    Everything is reckoned from the rounded counts, and the weighted share is kept to the nearest five per cent. Where
    only a few cases were in order, or only a few were not, just the limit is told: "under 20 %".
    """
    shown = disclosure.share(one.met, one.judged, rule=rule)
    if shown is None:
        return _HELD_BACK, _HELD_BACK
    if shown.part in {0, shown.whole}:
        return _limit(shown, rule), _HELD_BACK
    share = round(20 * one.share) / 20
    interval = wilson_share(min(1.0, max(0.0, share)), shown.whole)
    return words.percent(share), words.span(interval.low, interval.high)


def _limit(shown: disclosure.Share, rule: Rule) -> str:
    """What a part that is too small to be told lies below, or a rest; a dash where that would say nothing."""
    limit = ceil(20 * (rule.suppress_up_to + 1) / shown.whole) / 20
    if limit > _HALF:
        return _HELD_BACK
    if shown.part == 0:
        return _("under %(share)s") % {"share": words.percent(limit)}
    return _("over %(share)s") % {"share": words.percent(1 - limit)}


def public_count(number: int, *, rule: Rule) -> str:
    """A count as it may be published."""
    shown = disclosure.count(number, rule=rule)
    return _HELD_BACK if shown is None else str(shown)


def _facts(found: Result) -> list[tuple[str, str]]:
    campaign, rule = found.campaign, found.rule
    return [
        (_("Sagstyper"), ", ".join(found.types.get(key, key) for key in campaign.case_types)),
        (_("Enheder"), ", ".join(found.names.values())),
        (_("Sager i alt"), public_count(campaign.population or 0, rule=rule)),
        (_("Gennemgået"), public_count(found.reviewed, rule=rule)),
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
    whole = found.whole.get(supervision.WHOLE)
    if whole is None:
        return _("Ingen sager er gennemgået endnu.")
    share, span = public_share(whole, rule=found.rule)
    if share == _HELD_BACK:
        return _("For få sager er gennemgået til at vise et tal.")
    steps = [(public_share(one, rule=found.rule), one) for one in found.by_step]
    lowest = min(steps, key=lambda pair: (pair[1].share, pair[1].question), default=None)
    said = {"share": share[:1].upper() + share[1:], "span": span}
    if span == _HELD_BACK:
        text = _("%(share)s af sagerne er helt i orden.") % said
    else:
        text = _("%(share)s af sagerne er helt i orden (mellem %(span)s).") % said
    if lowest is None or lowest[0][0] == _HELD_BACK:
        return text
    weak = _("Svagest er »%(name)s«: i orden i %(share)s.") % {
        "name": words.title_of(lowest[1].question, found.form),
        "share": lowest[0][0],
    }
    return f"{text} {weak}"


def _table(found: Result, figures: list[CampaignResult]) -> ReportTable:
    rows = []
    for one in figures:
        share, span = public_share(one, rule=found.rule)
        rows.append((words.title_of(one.question, found.form), share, span, public_count(one.judged, rule=found.rule)))
    return ReportTable((_("Punkt"), _("I orden"), _("Usikkerhed"), _("Sager")), tuple(rows))


def _trend(found: Result) -> ReportTable:
    rows = []
    for campaign, figures in found.earlier:
        one = next((row for row in figures if row.question == supervision.WHOLE), None)
        if one is not None:
            share, span = public_share(one, rule=found.rule)
            rows.append((campaign.title, words.period(campaign), share, span))
    return ReportTable((_("Kampagne"), _("Sager afgjort"), _("Helt i orden"), _("Usikkerhed")), tuple(rows))


def _appeals(found: Result) -> str:
    lost, considered = found.appeals
    shown = disclosure.share(lost, considered, rule=found.rule)
    if shown is None or shown.part in {0, shown.whole}:
        return _("Klageinstansen har afgjort for få klager af samme slags til at vise et tal.")
    return _(
        "Klageinstansen har i de samme år ændret eller hjemvist %(percent)s %% af de klager over samme sagstyper, "
        "den har realitetsbehandlet (afrundet)."
    ) % {"percent": shown.percent}


def _method(found: Result) -> str:
    return _(
        "Sagerne er trukket ved lod af alle afgjorte sager i perioden, med mindst én fra hver gruppe. Lodtrækningen "
        "kan gentages ud fra frøet og listen over sager. Hver sag er gennemgået af en, der ikke har haft del i den. "
        "Andelene er vægtet, så de gælder alle %(population)s sager. Usikkerheden er Wilsons interval på 95 procent."
    ) % {"population": public_count(found.campaign.population or 0, rule=found.rule)}
