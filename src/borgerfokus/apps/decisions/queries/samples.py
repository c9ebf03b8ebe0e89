"""The texts of decision letters, one for each outcome of each case type, as texts that the municipality can write."""

from collections.abc import Iterator, Mapping
from datetime import date

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.casework.casetype import LetterText
from borgerfokus.core.texts import Text
from borgerfokus.core.wording import Part, Template

GROUP = "decision"
SAMPLE: Mapping[str, Text] = {
    "citizen": Text(da="Mads", en="Mads"),
    "requested": Text(da="6 timers støtte om ugen", en="6 hours of support a week"),
    "granted": Text(da="4 timers støtte om ugen", en="4 hours of support a week"),
    "refused": Text(da="støtte om aftenen", en="support in the evening"),
    "period": Text(da="1. februar 2027 til 31. januar 2028", en="1 February 2027 to 31 January 2028"),
    "provider": Text(da="Fjordby Bostøtte", en="Fjordby Bostøtte"),
    "caseworker": Text(da="Karen Lindvad", en="Karen Lindvad"),
    "phone": Text(da="09 99 00 40", en="09 99 00 40"),
    "unit": Text(da="Voksenteamet", en="The team for adults"),
    "case_number": Text(da="2026-000123", en="2026-000123"),
    "follow_up_date": Text(da="1. august 2027", en="1 August 2027"),
}
_TITLES: Mapping[str, Text] = {
    "heading": Text(da="Overskrift", en="Heading"),
    "opening": Text(da="Det første, borgeren læser: udfaldet", en="The first that the citizen reads: the outcome"),
    "what_happens_now": Text(da="Det sker der nu", en="What happens now"),
    "closing": Text(da="Opfølgning", en="Follow-up"),
}
_REASONS = Part(
    name="reasons",
    title=Text(da="Begrundelse", en="Reasons"),
    text=Text(
        da="Begrundelsen skrives i sagen: regler, hensyn og de faktiske oplysninger.",
        en="The reasons are written in the case: rules, considerations and the facts.",
    ),
    locked=True,
)
_APPEAL = Part(
    name="appeal",
    title=Text(da="Klagevejledning", en="Guidance on appeal"),
    text=Text(
        da="Klagevejledningen sættes altid ind: hvor, hvordan og inden hvornår man klager.",
        en="The guidance on appeal is always put in: where, how and by when one appeals.",
    ),
    locked=True,
)


def templates(on: date) -> Iterator[Template]:
    """The letters of the case types in force on a day."""
    for version in casework.newest_in_force(on=on):
        spec = version.spec
        for outcome in spec.outcomes:
            yield Template(
                key=f"decision.{outcome.key.value}",
                group=GROUP,
                title=Text(
                    da=f"{spec.title_staff.da}: {outcome.title.da.lower()}",
                    en=f"{spec.title_staff.en}: {outcome.title.en.lower()}",
                ),
                parts=(*_parts(outcome.letter), _REASONS, _APPEAL),
                placeholders=SAMPLE,
                owed=_OWED.get(outcome.key.value, {}),
                case_type=version.key,
            )


def _parts(letter: LetterText) -> Iterator[Part]:
    for name, text in letter.parts:
        yield Part(name, _TITLES[name], text)


_DECIDED = "forvaltningsloven § 22"
_OWED: Mapping[str, Mapping[str, str]] = {
    "granted": {"granted": _DECIDED},
    "partly": {"granted": _DECIDED, "refused": _DECIDED},
    "refused": {"requested": _DECIDED},
}
