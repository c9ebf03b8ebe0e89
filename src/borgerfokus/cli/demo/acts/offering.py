"""Choosing an offer, with the reason and the note that a step above the lowest takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from borgerfokus.apps.offers import events
from borgerfokus.cli.demo.acts import journaling
from borgerfokus.cli.demo.acts.pen import Hand, Pen
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.casework.casetype import legal_basis
from borgerfokus.core.dates import day_of
from borgerfokus.core.offers.fitting import Ladder, Need, cheaper_steps, proposed
from borgerfokus.core.offers.words import Group
from borgerfokus.core.rules import Parameters

USUAL: Mapping[str, tuple[str, str]] = {
    "sel-85": ("hjemmevejleder", "Borgeren kommer ikke ud af døren uden følge og skal øve sig derhjemme."),
    "sel-107": ("bofaellesskab-tangen", "Støtte i eget hjem er prøvet, og hverdagen faldt fra hinanden igen."),
    "aeldre-helhedspleje": ("helhedspleje", "Et fællesskab hjælper på humøret, men ikke med bad og mad derhjemme."),
    "sul-140": ("genoptraening-hold", "Gåture er gode, men operationen kræver træning efter en plan."),
    "bl-32": ("kontaktperson-barn", "Åben familierådgivning er prøvet. Barnet har brug for en fast voksen."),
}
"""What is usually chosen for a kind of case, and why the step below is not enough."""

GROUPS: Mapping[str, tuple[str, ...]] = {
    "sel-85": ("cognition", "mental"),
    "sel-107": ("cognition", "mental"),
    "aeldre-helhedspleje": ("older",),
    "sul-140": ("after_illness",),
    "bl-32": ("families",),
}
"""The target groups that the assessment names in a kind of case; the usual offer is for one of them."""

ALSO: Mapping[str, tuple[tuple[str, str, float], ...]] = {
    "sel-85": (
        ("hjemmevejleder", USUAL["sel-85"][1], 5.0),
        ("mestringsgruppe", "Borgeren skal øve sig sammen med andre efter en plan; et åbent hus er ikke nok.", 3.0),
        ("stoette-paa-skaerm", "Borgeren vil helst tales med på skærm, flere gange om ugen.", 2.0),
    ),
    "sel-107": (
        ("bofaellesskab-tangen", USUAL["sel-107"][1], 3.0),
        ("traeningslejlighed", "Borgeren skal lære at bo alene og kan ikke lære det hjemme.", 2.0),
    ),
}
"""What is chosen in ordinary cases of a kind, each with its reason and how often."""


@dataclass(frozen=True)
class Chosen:
    """What is chosen; `considered` is the cheaper offer and `reason` why it is not enough."""

    offer: Row
    step: str
    considered: Row | None = None
    reason: str = ""


def choose_some(pen: Pen, draw: Draw, *, by: Hand, at: datetime) -> None:
    """Choose one of those that are usual for the kind of case: by a stream of its own, so that nothing else moves."""
    choices = {one: one[2] for one in ALSO.get(pen.kind.spec.key, ())}
    mine = draw.of(f"offer:{pen.case['number']}")
    _choose_if_fitting(pen, *(mine.weighted(choices)[:2] if choices else _usual(pen)), by=by, at=at)


def choose_usual(pen: Pen, *, by: Hand, at: datetime) -> None:
    """Choose what is usual for the case, when the catalogue has it and it fits the citizen."""
    _choose_if_fitting(pen, *_usual(pen), by=by, at=at)


def _usual(pen: Pen) -> tuple[str, str]:
    return USUAL.get(pen.kind.spec.key, ("", ""))


def _choose_if_fitting(pen: Pen, key: str, reason: str, *, by: Hand, at: datetime) -> None:
    if key not in pen.desk.offers:
        return
    parameters = pen.desk.days.parameters
    steps = _ladder(parameters, at)
    values = pen.desk.offer_values
    fitting = proposed(values.values(), need=_need(pen, parameters, at), ladder=steps)
    if values[key] not in fitting:
        return
    lower = cheaper_steps(values[key], fitting, ladder=steps)
    offer, considered = pen.desk.offers[key], pen.desk.offers[lower[-1].key] if lower else None
    step = steps.name(str(offer["level"])).da
    choose(pen, Chosen(offer, step, considered, reason if lower else ""), by=by, at=at)


def choose(pen: Pen, chosen: Chosen, *, by: Hand, at: datetime) -> Row:
    """Choose an offer, and write the note of it."""
    offer, considered = chosen.offer, chosen.considered
    with pen.act("offer.choose", by=by, at=at):
        row = pen.tables["offers.OfferChoice"].add(
            case_id=pen.id,
            offer_id=offer["id"],
            considered_id=considered["id"] if considered else None,
            reason=chosen.reason,
            at=at,
            by=by.subject,
            by_name=by.name,
        )
        pen.append(
            events.OfferChosen(
                choice=row["id"],
                offer=offer["key"],
                number=offer["number"],
                title=offer["title"],
                provider=offer["provider"],
                level=offer["level"],
                considered=considered["key"] if considered else "",
            )
        )
    pen.chosen = offer
    lines = [f"Valgt: {offer['title']} hos {offer['provider']}. Trin: {chosen.step}."]
    if considered:
        lines.append(f"Overvejet på et lavere trin: {considered['title']}.")
        lines.append(f"Derfor er det ikke nok: {chosen.reason}")
    journaling.note(pen, title="Valg af tilbud", body="\n\n".join(lines), channel="internal", by=by, at=at)
    return row


def _ladder(parameters: Parameters, at: datetime) -> Ladder:
    value = parameters.at("own.leon_ladder", on=day_of(at))
    return Ladder(tuple(zip(value.codes, value.texts, strict=True)))


def _need(pen: Pen, parameters: Parameters, at: datetime) -> Need:
    spec, on = pen.kind.spec, day_of(at)
    basis = legal_basis(case_type=spec, parameters=parameters, on=on)
    return Need(
        section=f"{basis.act} § {basis.section}",
        themes=frozenset(one.value for one in spec.life_situations),
        on=on,
        groups=frozenset(Group(one) for one in pen.case["target_groups"]),
        age=pen.citizen.age(on),
    )
