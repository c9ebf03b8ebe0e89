"""The council's treatment of the year's reversals: what it decided, and the paper that it is given (§ 79 b)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.service import CouncilTreatment, Lesson, ReversalFigure
from borgerfokus.core.decisions.letter import Addressee, Contact, Section, Sender
from borgerfokus.foundation.text.documents import GeneralLetter
from borgerfokus.foundation.text.pdf import render_general
from borgerfokus.web.design.views import Term
from borgerfokus.web.frame import asked, on_day, today, told
from borgerfokus.web.present.sheets import pdf_answer


@dataclass(frozen=True)
class Figures:
    """What the council's paper is made of: figures that were released when their year was over."""

    found: Sequence[ReversalFigure]
    before: Mapping[str, ReversalFigure]
    learnt: Sequence[Lesson]
    titles: Mapping[str, str]
    treated: CouncilTreatment | None


def percent(rate: float | None) -> str:
    """A share as a whole percentage; a dash for none."""
    return "–" if rate is None else str(round(100 * rate))


def terms(treated: CouncilTreatment | None) -> tuple[Term, ...]:
    """What the council decided, in terms; nothing before it has."""
    if treated is None:
        return ()
    plan = _("Ja") if treated.action_plan else _("Nej")
    told = _("Ankestyrelsen fik besked %(day)s") % {"day": on_day(treated.told_on)} if treated.told_on else ""
    return (
        Term(_("Behandlet i byrådet"), on_day(treated.treated_on)),
        Term(_("Handlingsplan besluttet"), plan, sub=told),
        Term(_("Planen, eller hvorfor ikke"), treated.text),
    )


def _line(one: ReversalFigure, figures: Figures) -> str:
    """One case type; why where it is held back."""
    name = figures.titles.get(one.type_key, one.type_key) if one.type_key else _("Alle sagstyper")
    if one.percent is None:
        return _("- %(type)s: For få sager til at vise, for ingen må kunne genkendes.") % {"type": name}
    before = figures.before.get(one.type_key)
    return _("- %(type)s: %(considered)s behandlet, %(lost)s omgjort, %(rate)s %%. Året før: %(before)s %%.") % {
        "type": name,
        "considered": one.considered,
        "lost": one.reversed,
        "rate": one.percent,
        "before": "–" if before is None or before.percent is None else before.percent,
    }


def treat(request: HttpRequest, *, year: int) -> HttpResponse:
    """Write the council's treatment down."""
    try:
        treated_on = date.fromisoformat(request.POST.get("treated_on", ""))
        said = request.POST.get("told_on", "")
        told_on = date.fromisoformat(said) if said else None
    except ValueError:
        messages.error(request, _("Skriv dagene som datoer."))
        return redirect(f"{reverse('management:appeals')}?aar={year}")
    new = decisions.Treatment(
        year=year,
        treated_on=treated_on,
        action_plan=request.POST.get("plan") == "yes",
        text=request.POST.get("text", "")[:4_000],
        told_on=told_on,
    )
    refused = decisions.treat_reversals(new=new, by=asked(request).actor, at=asked(request).moment)
    told(request, refused, _("Byrådets behandling er skrevet ned."))
    return redirect(f"{reverse('management:appeals')}?aar={year}")


def paper(request: HttpRequest, year: int, figures: Figures) -> HttpResponse:
    """The yearly paper for the council: figures, the year before, what was learnt, and whether there is a plan."""
    lines = [_line(one, figures) for one in figures.found]
    told_of = {one.type_key for one in figures.found if one.percent is not None}
    other = _("Andre sagstyper")
    learnt = [
        f"- {figures.titles.get(one.type_key, one.type_key) if one.type_key in told_of else other}: {one.learning}"
        for one in figures.learnt
    ]
    how = _("Tallene er afrundet, og små tal vises ikke, så ingen kan genkendes.")
    treated = [f"{term.label}: {term.value}" for term in terms(figures.treated)]
    unit, name = _("Ledelsen"), asked(request).actor.name
    language = get_language() or "da"
    letter = GeneralLetter(
        sender=Sender(municipality=settings.MUNICIPALITY, unit=unit),
        contact=Contact(name=name, title=unit, ways=(_("Skriv til forvaltningen."),)),
        sent_on=today(request),
        case_number=str(year),
        addressee=Addressee(name=_("Byrådet"), greeting_name=_("Byrådet")),
        heading=_("Omgørelsesprocenter %(year)s") % {"year": year},
        body="\n".join([*lines, how]) if lines else _("Tallene udgives, når året er slut."),
        sections=(
            Section(_("Det har vi lært"), "\n".join(learnt) or _("Ingen sager er ændret eller hjemvist.")),
            Section(_("Handlingsplan"), "\n".join(treated) or _("Byrådet har ikke behandlet året endnu.")),
        ),
        law=_("Byrådet behandler tallene hvert år efter retssikkerhedsloven § 79 b."),
    )
    return pdf_answer(render_general(letter=letter, language=language[:2]), name=f"omgoerelser-{year}")
