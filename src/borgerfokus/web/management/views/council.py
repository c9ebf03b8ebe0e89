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
from borgerfokus.apps.decisions.service import CouncilTreatment, Lesson, Reversals
from borgerfokus.core.decisions.letter import Addressee, Contact, Section, Sender
from borgerfokus.foundation.text.documents import GeneralLetter
from borgerfokus.foundation.text.pdf import render_general
from borgerfokus.web.design.views import Term
from borgerfokus.web.frame import asked, on_day, today, told
from borgerfokus.web.present.sheets import pdf_answer


@dataclass(frozen=True)
class Figures:
    """What the council's paper is made of."""

    found: Sequence[Reversals]
    before: Mapping[str, Reversals]
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
    lines = [
        _("- %(type)s: %(considered)s behandlet, %(lost)s omgjort, %(rate)s %%. Året før: %(before)s %%.")
        % {
            "type": figures.titles.get(one.type_key, one.type_key),
            "considered": one.considered,
            "lost": sum(count for outcome, count in one.board.items() if outcome.reversed),
            "rate": percent(one.rate),
            "before": percent(figures.before[one.type_key].rate if one.type_key in figures.before else None),
        }
        for one in figures.found
    ]
    learnt = [f"- {figures.titles.get(one.type_key, one.type_key)}: {one.learning}" for one in figures.learnt]
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
        body="\n".join(lines) or _("Klageinstansen har ikke afgjort klager i året."),
        sections=(
            Section(_("Det har vi lært"), "\n".join(learnt) or _("Ingen sager er ændret eller hjemvist.")),
            Section(_("Handlingsplan"), "\n".join(treated) or _("Byrådet har ikke behandlet året endnu.")),
        ),
        law=_("Byrådet behandler tallene hvert år efter retssikkerhedsloven § 79 b."),
    )
    return pdf_answer(render_general(letter=letter, language=language[:2]), name=f"omgoerelser-{year}")
