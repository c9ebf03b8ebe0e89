"""The offer that was chosen in the citizen's case, in the citizen's words."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.offers import service as offers
from borgerfokus.web.design.views import Action, Term
from borgerfokus.web.present import offers as words


@dataclass(frozen=True)
class OfferView:
    """What it is, who gives it, how to begin, and why nothing less was enough. Until the decision it is a proposal."""

    heading: str
    note: str
    short: str
    start: str
    terms: tuple[Term, ...]
    more: Action | None


def of_case(case: Case) -> OfferView | None:
    """The offer chosen in a case that the caller may see."""
    choice = offers.choice_of(case_id=case.pk)
    if choice is None:
        return None
    offer = choice.offer
    found = [
        Term(_("Hvem giver det?"), offer.provider, sub=offer.place),
        Term(_("Ventetid"), words.wait(offer)),
    ]
    if offer.phone:
        found.append(Term(_("Telefon"), offer.phone))
    if choice.considered is not None:
        found.append(Term(_("Vi overvejede også"), words.title(choice.considered), sub=choice.reason))
    href = reverse("public:offer", args=[offer.key])
    return OfferView(
        heading=_("Dit tilbud") if case.outcome else _("Det tilbud, vi peger på"),
        note="" if case.outcome else _("Det er ikke afgjort endnu. Svaret står i afgørelsen."),
        short=f"{words.title(offer)}. {words.short(offer)}",
        start=words.start(offer) if offer.without_case else "",
        terms=tuple(found),
        more=Action(_("Læs mere om tilbuddet"), href, "link") if offer.public else None,
    )
