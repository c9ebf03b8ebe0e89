"""Acts of the information list: ask for facts, one with one press or all at once, remind, withdraw, consent."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop, ngettext

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.obtaining import NOBODY_ELSE, WITH_CONSENT
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.sufficiency import FactRow, FactStatus, Quality
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.frame import say
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.acts.informing import FactForm, sources
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm, Nothing

ASKED_FOR = frozenset({FactStatus.MISSING, FactStatus.TOO_OLD, FactStatus.PARTIAL})
"""What somebody can be asked for."""
_OF_UNITS = frozenset({Source.UNIT, Source.PARTNER})


class RequestForm(ActForm):
    """Which request."""

    request = forms.IntegerField(widget=forms.HiddenInput)


class AskOneForm(ActForm):
    """Which fact, of whom."""

    fact = forms.CharField(widget=forms.HiddenInput)
    source = forms.ChoiceField(choices=[(one.value, one.value) for one in Source if one not in NOBODY_ELSE])


class AskForm(ActForm):
    """Which facts are asked of whom, until when, and whether the case waits."""

    submit = __("Bed om oplysningerne")
    facts = fields.several_of(__("Oplysninger"))
    source = fields.one_of(__("Hvem spørger du?"))
    whom = fields.line(__("Navn"), required=False, longest=160, hint=__("Udfyldes ikke, når du spørger borgeren"))
    unit = fields.one_of(
        __("Enhed"), required=False, hint=__("Når du spørger en anden enhed eller en samarbejdspartner")
    )
    due = fields.day(__("Svar senest"))
    pause = fields.yes(__("Sagen venter imens"), hint=__("Kommunens egne frister flytter sig med"))

    def prepare(self) -> None:
        """The facts that are not in place, and who can supply facts."""
        if self.opened:
            rows = self.opened.recorded.result.rows
            self.fields["facts"].choices = [  # type: ignore[attr-defined]
                (row.key, f"{say(row.requirement.title)} ({row.key})") for row in rows if not row.status.lets_decide
            ]
            self.fields["unit"].choices = fields.unit_choices(  # type: ignore[attr-defined]
                self.opened.around.units, without=self.opened.case.unit_id
            )
        self.fields["source"].choices = [  # type: ignore[attr-defined]
            (key, label) for key, label in sources().items() if key not in NOBODY_ELSE
        ]

    def clean(self) -> dict[str, Any]:
        """Anybody but the citizen is named, a unit by choosing it."""
        said = super().clean()
        source = said.get("source")
        if source in _OF_UNITS and not (said.get("unit") or said.get("whom")):
            self.add_error("unit", _("Vælg, hvilken enhed du spørger."))
        elif source not in (None, Source.CITIZEN, *_OF_UNITS) and not said.get("whom"):
            self.add_error("whom", _("Skriv, hvem du spørger."))
        return said


class ConsentForm(ActForm):
    """What the citizen has said about obtaining facts from others."""

    submit = __("Gem samtykket")
    source = fields.one_of(__("Hvem må vi spørge?"))
    said = fields.radio(__("Hvad siger borgeren?"), (("yes", __("Ja")), ("no", __("Nej"))))
    how = fields.line(__("Hvordan er det givet?"), longest=160, hint=__("For eksempel: på telefon 3. november"))
    ends = fields.day(__("Gælder til og med"), required=False)

    def prepare(self) -> None:
        """Those who are asked only with leave."""
        self.fields["source"].choices = [  # type: ignore[attr-defined]
            (key, label) for key, label in sources().items() if key in WITH_CONSENT
        ]


class ConsentIdForm(ActForm):
    """Which consent."""

    consent = forms.IntegerField(widget=forms.HiddenInput)


def due_of(source: Source, *, on: date) -> date:
    """The usual last day to answer, for the citizen and for others."""
    key = "rsl.citizen_reply" if source is Source.CITIZEN else "rsl.others_reply"
    return on + timedelta(days=parameters.at(key, on=on).number)


def asking(opened: OpenedCase, *, facts: list[str], source: Source = Source.CITIZEN) -> dict[str, Any]:
    """What the form is filled with: the facts, whom, and the usual time to answer."""
    return {
        "facts": facts,
        "source": source.value,
        "due": due_of(source, on=opened.today),
        "pause": source is Source.CITIZEN,
    }


def askable(row: FactRow) -> tuple[Source, ...]:
    """Who can be asked for a fact with one press, in the order of the case type's list."""
    wanted = (Source(one) for one in row.requirement.sources)
    return tuple(one for one in wanted if one not in NOBODY_ELSE and one not in _OF_UNITS)


def grouped(opened: OpenedCase) -> Mapping[Source, list[FactRow]]:
    """Everything that is missing and can be asked for, by the first who can give it."""
    found: dict[Source, list[FactRow]] = {}
    for row in opened.recorded.result.rows:
        first = next(iter(askable(row)), None)
        if row.status in ASKED_FOR and row.requested is None and first is not None:
            found.setdefault(first, []).append(row)
    return found


def _ask_of(opened: OpenedCase, facts: list[str], source: Source) -> Refusal | None:
    whom = opened.card.name if source is Source.CITIZEN else _known_name(opened, source)
    ask = assessment.Ask(
        facts=facts, source=source, whom=whom, due=due_of(source, on=opened.today), pause=False
    )
    return assessment.ask(case_id=opened.case.pk, ask=ask, by=opened.by, at=opened.at)


def _known_name(opened: OpenedCase, source: Source) -> str:
    """The name by which this source was asked last in the case, else what it is called."""
    named = [row.whom for row in opened.recorded.requests.values() if row.source == source]
    return named[-1] if named else sources()[source]


def _ask_one(opened: OpenedCase, said: dict[str, Any]) -> Refusal | str | None:
    source = Source(said["source"])
    row = next((one for one in opened.recorded.result.rows if one.key == said["fact"]), None)
    if row is None or source not in askable(row):
        raise Hidden(f"fact {said['fact']}")
    if refusal := _ask_of(opened, [row.key], source):
        return refusal
    return _told(opened, source)


def _told(opened: OpenedCase, source: Source) -> str:
    consent = opened.recorded.consents.get(source.value)
    if source in WITH_CONSENT and (consent is None or consent.given_at is None or consent.withdrawn_at is not None):
        return _("Borgeren er spurgt om samtykke. Når svaret er ja, bliver der bedt om oplysningen af sig selv.")
    return _("Der er bedt om oplysningen.")


def _ask_all(opened: OpenedCase, _said: dict[str, Any]) -> Refusal | str:
    wanted = grouped(opened)
    for source, rows in wanted.items():
        if refusal := _ask_of(opened, [row.key for row in rows], source):
            return refusal
    count = len(wanted)
    return ngettext("%(n)s modtager er spurgt.", "%(n)s modtagere er spurgt.", count) % {"n": count}


def _ask(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    source = Source(said["source"])
    unit = int(said["unit"]) if said["unit"] and source in _OF_UNITS else None
    ask = assessment.Ask(
        facts=said["facts"],
        source=source,
        whom=opened.card.name if source is Source.CITIZEN else said["whom"] or _unit_name(opened, unit),
        due=said["due"],
        pause=said["pause"],
        unit=unit,
    )
    return assessment.ask(case_id=opened.case.pk, ask=ask, by=opened.by, at=opened.at)


def _unit_name(opened: OpenedCase, unit: int | None) -> str:
    return next((one.name for one in opened.around.units if one.pk == unit), "")


def _confirm(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    """The fact rests on what the new round says of the same theme, if it says anything yet."""
    held, there = opened.recorded.evidence.get(said["fact"]), opened.themes
    if held is None or held.theme is None or there is None:
        raise Hidden(f"fact {said['fact']}")
    now = there.now(held.theme.theme)
    if now is None:
        return _NOT_ASSESSED
    known = assessment.Known(
        kind="theme",
        value=held.value,
        source=held.source,
        as_of=now.at.date(),
        against_party=held.against_party,
        party_knows=held.party_knows,
        quality=Quality(held.quality),
        complete=held.complete,
        theme_id=now.pk,
    )
    return assessment.record(case_id=opened.case.pk, fact=said["fact"], known=known, by=opened.by, at=opened.at)


def _of_this_case(opened: OpenedCase, request_id: int) -> int:
    if all(row.pk != request_id for row in opened.recorded.requests.values()):
        raise Hidden(f"request {request_id}")
    return request_id


def _remind(opened: OpenedCase, said: dict[str, Any]) -> None:
    request = _of_this_case(opened, said["request"])
    assessment.remind(request_id=request, by=opened.by, at=opened.at)


def _withdraw(opened: OpenedCase, said: dict[str, Any]) -> None:
    request = _of_this_case(opened, said["request"])
    assessment.withdraw(request_id=request, by=opened.by, at=opened.at)


def _consent(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    answer = assessment.ConsentAnswer(given=said["said"] == "yes", how=said["how"], ends=said["ends"])
    source = Source(said["source"])
    return assessment.record_consent(
        case_id=opened.case.pk, source=source, answer=answer, by=opened.by, at=opened.at
    )


def _consent_withdraw(opened: OpenedCase, said: dict[str, Any]) -> None:
    if all(row.pk != said["consent"] for row in opened.recorded.consents.values()):
        raise Hidden(f"consent {said['consent']}")
    assessment.withdraw_consent(consent_id=said["consent"], by=opened.by, at=opened.at)


_NOT_ASSESSED = Refusal(
    code="theme.not_assessed",
    text=Text(
        da="Temaet er ikke udredt i den nye udredning endnu. Skriv eller bekræft temaet først.",
        en="The theme is not assessed in the new assessment yet. Write or confirm the theme first.",
    ),
    article="retssikkerhedsloven § 10",
)
ASK = {
    "ask": Act(Verb.FACT_RECORD, AskForm, _ask, gettext_noop("Der er bedt om oplysningerne.")),
    "ask-one": Act(Verb.FACT_RECORD, AskOneForm, _ask_one),
    "ask-all": Act(Verb.FACT_RECORD, Nothing, _ask_all),
    "remind": Act(Verb.FACT_RECORD, RequestForm, _remind, gettext_noop("Der er rykket for svar.")),
    "withdraw-request": Act(Verb.FACT_RECORD, RequestForm, _withdraw, gettext_noop("Der er ikke længere bedt om den.")),
    "confirm": Act(Verb.FACT_RECORD, FactForm, _confirm, gettext_noop("Oplysningen er bekræftet igen.")),
    "consent": Act(Verb.FACT_RECORD, ConsentForm, _consent, gettext_noop("Samtykket er skrevet på sagen.")),
    "consent-withdraw": Act(
        Verb.FACT_RECORD, ConsentIdForm, _consent_withdraw, gettext_noop("Samtykket er trukket tilbage.")
    ),
}
