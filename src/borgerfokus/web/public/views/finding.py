"""Finding help: the front page, life situations, one kind of help, and how promises are kept."""

from collections.abc import Mapping
from itertools import zip_longest
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.guidance import service as guidance
from borgerfokus.apps.messages import service as messages
from borgerfokus.apps.offers import service as offers
from borgerfokus.core.casework.casetype import legal_basis
from borgerfokus.core.guidance.pages import PageKind
from borgerfokus.foundation.login.guards import public
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, CardView, Row, Term
from borgerfokus.web.frame import asked, page, page_language, say, show, today
from borgerfokus.web.present import kinds, pages
from borgerfokus.web.public import content, present

Figures = Mapping[str, casework.PromiseFigure]
"""How the promises of the newest quarter were kept, by kind of case."""

_MOST_OFFERS = 6
_ON_FRONT = 6
_MOST_ADVICE = 8
TRY = ("hjælp til rengøring", "støtte i hverdagen", "kørestol", "genoptræning")


@public()
def front(request: HttpRequest) -> HttpResponse:
    """The front page: one search, life situations, promises, numbers to call, rights."""
    versions, figures = casework.newest_in_force(on=today(request)), casework.newest_promises()
    return show(
        request,
        "public/front.html",
        page=page(
            request,
            title=_("Hvad har du brug for hjælp til?"),
            place="public",
            current="public:front",
            description=_("Find hjælp, søg, og følg din sag i kommunen."),
        ),
        tries=[(words, f"{reverse('public:search')}?q={words.replace(' ', '+')}") for words in TRY],
        situations=(*present.situation_cards(), *pages.cards(_more_situations())),
        every=present.help_by_theme(versions),
        columns=present.columns(),
        rows=_promise_rows(request, _most_asked(versions, figures), figures),
        quarter=_quarter(figures),
        rights=_rights(),
        goes=_goes(),
    )


@public()
def life(request: HttpRequest, slug: str) -> HttpResponse:
    """A life situation: what to do first, and which help fits."""
    situation = content.BY_KEY.get(slug)
    if situation is None:
        raise Http404
    versions = casework.newest_in_force(on=today(request))
    fitting = [version for version in versions if situation.key in version.spec.life_situations]
    return show(
        request,
        "public/life.html",
        page=page(
            request,
            title=say(situation.title),
            place="public",
            current="public:front",
            crumbs=[_home(), Crumb(say(situation.title))],
        ),
        situation=situation,
        first=say(situation.first),
        text=say(situation.text),
        written=[pages.view(row) for row in guidance.of_situation(situation=slug)],
        found=present.help_by_theme(fitting),
        oneself=_oneself(fitting),
        offers=present.offer_cards(_open_offers(request, slug)[:_MOST_OFFERS]),
        more_offers=f"{reverse('public:offers')}?{urlencode({'tema': slug, 'aaben': 'on'})}",
    )


@public()
def help_page(request: HttpRequest, key: str) -> HttpResponse:
    """One kind of help: what it is, what it costs, how long it takes, what is asked, and where to begin."""
    day = today(request)
    version = casework.version_for(key=key, on=day)
    if version is None:
        raise Http404
    spec = version.spec
    in_force = parameters.parameters()
    basis = legal_basis(case_type=spec, parameters=in_force, on=day)
    unit = organisation.responsible_unit(case_type_key=key, on=day)
    return show(
        request,
        "public/help.html",
        page=page(
            request,
            title=say(spec.title_citizen),
            place="public",
            current="public:front",
            crumbs=[_home(), Crumb(say(spec.title_citizen))],
        ),
        short=say(spec.short),
        summary=say(spec.summary),
        terms=(
            Term(_("Hvor lang tid tager det?"), present.promised(spec, parameters=in_force, on=day)),
            Term(_("Hvad koster det?"), say(spec.cost)),
            Term(_("Hvem behandler din sag?"), unit.name if unit else _("Ring til os og hør")),
            Term(_("Lov"), basis.in_words(language=page_language())),
        ),
        numbers=present.numbers(spec, parameters=in_force, on=day),
        oneself=[say(text) for text in spec.cooperation.oneself],
        associations=[say(text) for text in spec.cooperation.associations],
        asked=[say(section.title) for section in spec.intake],
        steps=[(say(one.title_citizen), say(one.citizen_text)) for one in spec.phases],
        begin=_begin(request, key),
        tied=pages.cards(guidance.standards_of(type_key=key)),
    )


def _begin(request: HttpRequest, key: str) -> Action | None:
    """The way to ask for the help. An employee who is logged in as one asks for nothing here."""
    if asked(request).actor.is_employee:
        return None
    return Action(label=_("Søg om denne hjælp"), href=reverse("citizen:request", args=[key]), kind="primary")


@public()
def promises(request: HttpRequest) -> HttpResponse:
    """Every kind of help with its dates by act and by promise, and how often they were kept."""
    figures = casework.newest_promises()
    return show(
        request,
        "public/promises.html",
        page=page(
            request,
            title=_("Frister og rettigheder"),
            place="public",
            current="public:promises",
            crumbs=[_home(), Crumb(_("Frister og rettigheder"))],
        ),
        columns=present.columns(),
        tables=[
            (key, title, _promise_rows(request, versions, figures))
            for key, title, versions in kinds.by_theme(casework.newest_in_force(on=today(request)))
        ],
        quarter=_quarter(figures),
        answers=_answers(request),
        rights=_rights(),
    )


def _more_situations() -> list[guidance.PageVersion]:
    """The life situations that editors have added to those that are always there."""
    return [row for row in guidance.published(kinds=[PageKind.LIFE]) if not row.page.situation]


def _answers(request: HttpRequest) -> str:
    """What is promised for a message, and how often it was kept; small figures are not shown."""
    number = parameters.at(messages.PROMISE, on=today(request)).number
    promised = ngettext(
        "Du har svar på en besked senest efter %(n)s arbejdsdag.",
        "Du har svar på en besked senest efter %(n)s arbejdsdage.",
        number,
    ) % {"n": number}
    figure = messages.newest_answers()
    if figure is None:
        return promised
    year, quarter = figure.quarter.split("Q")
    kept = _("Det skete for %(percent)s procent af %(all)s svar i %(number)s. kvartal %(year)s.")
    said = kept % {"percent": figure.percent, "all": figure.answers, "number": quarter, "year": year}
    return f"{promised} {said}"


def _most_asked(versions: list[casework.CaseTypeVersion], figures: Figures) -> list[casework.CaseTypeVersion]:
    """The kinds of help that are decided most often, as last counted; the front page has room for few."""
    counted = {key: 1 + (figure.decided or 0) for key, figure in figures.items()}
    most = sorted(versions, key=lambda version: (-counted.get(version.key, 0), version.title))[:_ON_FRONT]
    return sorted(most, key=lambda version: version.title)


def _promise_rows(request: HttpRequest, versions: list[casework.CaseTypeVersion], figures: Figures) -> tuple[Row, ...]:
    day = today(request)
    in_force = parameters.parameters()
    target = int(in_force.at("own.promise_target", on=day).percent)
    return tuple(
        present.promise_row(version, figure=figures.get(version.key), target=target, parameters=in_force, on=day)
        for version in versions
    )


def _quarter(figures: Figures) -> str:
    if not figures:
        return ""
    year, number = next(iter(figures.values())).quarter.split("Q")
    return _("%(number)s. kvartal %(year)s") % {"number": number, "year": year}


def _goes() -> tuple[CardView, ...]:
    return (
        CardView(
            _("Svar på få spørgsmål"),
            _("Guiden viser, hvor du kan begynde. Den gemmer ikke noget."),
            reverse("public:guide"),
        ),
        CardView(_("Søg om hjælp"), _("Det tager 5–15 minutter. Vi gemmer undervejs."), reverse("public:search")),
        CardView(_("Følg din sag"), _("Se, hvor den står, og hvad der sker nu."), reverse("citizen:overview")),
    )


def _rights() -> tuple[tuple[str, CardView], ...]:
    who = reverse("public:who")
    return (
        (
            "visibility",
            CardView(
                _("Se din sag"),
                _("Journalen er åben for dig. Holder vi noget tilbage, skriver vi hvorfor."),
                reverse("citizen:overview"),
            ),
        ),
        (
            "groups",
            CardView(
                _("Tage nogen med"),
                _("En ven, en pårørende eller en anden, du stoler på."),
                f"{who}#bisidder",
            ),
        ),
        (
            "chat",
            CardView(_("Få en grund"), _("Siger vi nej, forklarer vi, hvad vi lagde vægt på."), f"{who}#grund"),
        ),
        (
            "how-to-reg",
            CardView(
                _("Vide, hvem der kigger"),
                _("Du kan se, hvem der har slået dig op, og hvorfor."),
                f"{who}#opslag",
            ),
        ),
    )


def _oneself(versions: list[casework.CaseTypeVersion]) -> list[str]:
    """What one can do, a few from each kind of help in turn; the page of the help has the rest."""
    ways = [(*version.spec.cooperation.oneself, *version.spec.cooperation.associations) for version in versions]
    in_turn = (say(text) for texts in zip_longest(*ways) for text in texts if text is not None)
    return list(dict.fromkeys(in_turn))[:_MOST_ADVICE]


def _open_offers(request: HttpRequest, slug: str) -> list[offers.Offer]:
    """What is open without a case in a life situation, the lowest step first."""
    day = today(request)
    ladder = offers.ladder(on=day)
    found = [one for one in offers.catalogue(on=day, public=True) if one.without_case and slug in one.themes]
    return sorted(found, key=lambda one: (ladder.place(one.level), one.title))


def _home() -> Crumb:
    return Crumb(_("Find hjælp"), reverse("public:front"))
