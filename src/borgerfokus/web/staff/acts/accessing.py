"""Acts of the citizen's rights: write a request down, treat the records, answer, and answer about data."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.rights import service as rights
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.rights import AskedBy, Ground, Treatment, sentences
from borgerfokus.web.frame import say
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm

_CHANNELS = (
    ("phone", __("Telefon")),
    ("meeting", __("Møde")),
    ("letter", __("Brev")),
    ("e_mail", __("E-mail")),
)
_WHO = (("party", __("Borgeren, eller den der handler for borgeren")), ("other", __("En anden, som ikke er part")))
_OUTCOMES = {
    rights.DataRequestKind.CORRECTION: (
        ("corrected", __("Rettet: den gamle tekst bliver stående som tidligere udgave")),
        ("noted", __("Ikke rettet: der står nu i sagen, at borgeren er uenig")),
        ("refused", __("Afvist med en begrundelse")),
    ),
    rights.DataRequestKind.ERASURE: (
        ("proposed", __("Foreslå sletning: to skal godkende")),
        ("refused", __("Afvist med en begrundelse")),
    ),
}


class RecordForm(ActForm):
    """Somebody has asked, in words or in writing."""

    submit = __("Registrer anmodningen")
    keeps = True
    who = fields.radio(__("Hvem beder om aktindsigt?"), _WHO)
    name = fields.line(__("Navn, når det er en anden"), required=False)
    reach = fields.line(
        __("Hvordan får vi fat i den anden?"), required=False, hint=__("Adresse, e-mail eller telefon")
    )
    channel = fields.one_of(__("Hvordan kom den?"), _CHANNELS)
    received_on = fields.day(__("Modtaget"))
    wanted = fields.area(__("Hvad vil man se?"), rows=2, required=False, hint=__("Tomt betyder det hele"))
    simple = fields.yes(__("Den kan besvares med det samme"), hint=__("Kortere frist: offentlighedsloven § 36"))

    def clean(self) -> dict[str, Any]:
        """Somebody who is no party is known by name alone."""
        said = super().clean()
        if said.get("who") == "other" and not said.get("name"):
            self.add_error("name", _("Skriv navnet på den, der beder."))
        return said


class OnRequest(ActForm):
    """A form about one request."""

    request = forms.IntegerField(widget=forms.HiddenInput)


class ButtonOnRequest(OnRequest):
    """A button about one request."""


class DelayForm(OnRequest):
    """A later date, with the reason; the citizen gets a letter."""

    submit = __("Send brevet om en ny dato")
    keeps = True
    expected_on = fields.day(__("Svar senest"))
    reason = fields.area(__("Hvorfor tager det længere tid?"), rows=3, longest=2_000)


class ReasonsForm(OnRequest):
    """What the answer says of what is left out."""

    submit = __("Gem begrundelsen")
    keeps = True
    version = forms.IntegerField(widget=forms.HiddenInput)
    reasons = fields.area(
        __("Hvorfor er noget udeladt?"), rows=4, required=False, hint=__("Skriv til borgeren, i korte sætninger")
    )
    more_access = fields.yes(__("Jeg har overvejet, om der kan gives mere, end loven kræver"))
    more_access_why = fields.area(__("Hvad kom du frem til?"), rows=2, required=False, hint=__("Meroffentlighed, § 10"))


class TreatForm(ActForm):
    """How one record is treated."""

    submit = __("Gem")
    item = forms.IntegerField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    treatment = fields.radio(__("Hvad sker der med det?"), ())
    ground = fields.one_of(__("Grund, når noget udelades"), (), required=False)
    note = fields.line(__("Mere om grunden"), required=False, hint=__("Borgeren ser den"), longest=300)
    sentences = fields.several_of(
        __("Sort disse sætninger"), (), required=False, hint=__("Når det udleveres delvist. Notatet ændres ikke")
    )
    phrases = fields.area(
        __("Sort også disse ord"), rows=3, required=False, hint=__("Ét sted på hver linje, præcis som i teksten")
    )
    extract = fields.area(
        __("Uddrag, borgeren får i stedet"), rows=4, required=False, hint=__("Fakta fra et internt dokument, § 14")
    )
    facts_seen = fields.yes(__("Jeg har set efter, om der er fakta, som skal gives videre"))

    def prepare(self) -> None:
        """The closed lists; the sentences are those of the record that the page shows."""
        self.fields["treatment"].choices = [(one.value, say(one.label)) for one in Treatment]  # type: ignore[attr-defined]
        self.grounds(AskedBy.PARTY)

    def grounds(self, asked_by: AskedBy) -> None:
        """The grounds of the act that access is asked for under."""
        fitting = [one for one in Ground if asked_by in one.asked_by]
        named = [(one.value, f"{say(one.label)} ({one.article})") for one in fitting]
        self.fields["ground"].choices = [("", _("Vælg grund")), *named]  # type: ignore[attr-defined]

    def sentences_of(self, text: str) -> None:
        """The sentences of the record, each to be ticked."""
        found = sentences(text=text)
        self.fields["sentences"].choices = [  # type: ignore[attr-defined]
            (f"{one.start}-{one.end}", text[one.start : one.end].strip()) for one in found
        ]
        if not found:
            del self.fields["sentences"]
            del self.fields["phrases"]


class DataAnswerForm(OnRequest):
    """The answer to a request about data."""

    submit = __("Send svaret")
    version = forms.IntegerField(widget=forms.HiddenInput)
    outcome = fields.radio(__("Hvad bliver svaret?"), ())
    answer = fields.area(__("Svar til borgeren"), rows=4, hint=__("Borgeren får det som brev"), longest=5_000)
    title = fields.line(__("Notatets overskrift, når det rettes"), required=False)
    body = fields.area(__("Notatets tekst, når det rettes"), rows=5, required=False)

    def prepare(self) -> None:
        """Every outcome there is; the page narrows them to what was asked."""
        every = {pair[0]: pair for pairs in _OUTCOMES.values() for pair in pairs}
        self.fields["outcome"].choices = list(every.values())  # type: ignore[attr-defined]

    def about(self, row: rights.DataRequest) -> None:
        """The outcomes that fit, and no fields of an entry when none is pointed at."""
        self.fields["outcome"].choices = list(_OUTCOMES[rights.DataRequestKind(row.kind)])  # type: ignore[attr-defined]
        if row.target_kind != rights.TargetKind.ENTRY or row.kind == rights.DataRequestKind.ERASURE:
            del self.fields["title"]
            del self.fields["body"]


def _record(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    other = said["who"] == "other"
    new = rights.NewAccess(
        wanted=said["wanted"],
        name=said["name"] if other else "",
        reach=said["reach"] if other else "",
        channel=said["channel"],
        received_on=said["received_on"],
        simple=said["simple"],
    )
    found = rights.record(case_id=opened.case.pk, new=new, by=opened.by, at=opened.at)
    return found if isinstance(found, Refusal) else None


def _prepare(opened: OpenedCase, said: dict[str, Any]) -> None:
    rights.prepare(request_id=said["request"], by=opened.by, at=opened.at)


def _settle(opened: OpenedCase, said: dict[str, Any]) -> str:
    number = rights.settle_released(request_id=said["request"], by=opened.by, at=opened.at)
    return _("%(n)s forslag om at udlevere er godkendt.") % {"n": number}


def _delay(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return rights.delay(
        request_id=said["request"], reason=said["reason"], expected_on=said["expected_on"], by=opened.by, at=opened.at
    )


def _reasons(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    new = rights.NewReasons(said["version"], said["reasons"], said["more_access"], said["more_access_why"])
    return rights.write_reasons(request_id=said["request"], new=new, by=opened.by, at=opened.at)


def _read(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return rights.read_through(request_id=said["request"], by=opened.by, at=opened.at)


def _answer(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return rights.answer(request_id=said["request"], by=opened.by, at=opened.at)


def _forward(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return rights.forward_complaint(request_id=said["request"], by=opened.by, at=opened.at)


def _treat(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    new = rights.NewTreatment(
        version=said["version"],
        treatment=Treatment(said["treatment"]),
        ground=Ground(said["ground"]) if said["ground"] else None,
        note=said["note"],
        sentences=[_range(one) for one in said.get("sentences", ())],
        phrases=said.get("phrases", "").splitlines(),
        extract=said["extract"],
        facts_seen=said["facts_seen"],
    )
    return rights.treat(item_id=said["item"], new=new, by=opened.by, at=opened.at)


def _range(text: str) -> tuple[int, int]:
    start, _dash, end = text.partition("-")
    return int(start), int(end)


def _answer_data(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    new = rights.DataAnswer(
        outcome=rights.DataOutcome(said["outcome"]),
        answer=said["answer"],
        version=said["version"],
        title=said.get("title", ""),
        body=said.get("body", ""),
    )
    return rights.answer_data(request_id=said["request"], new=new, by=opened.by, at=opened.at)


_VERB = Verb.ACCESS_HANDLE
OF_CASE = {
    "record-access": Act(_VERB, RecordForm, _record, gettext_noop("Anmodningen er registreret.")),
    "answer-data": Act(_VERB, DataAnswerForm, _answer_data, gettext_noop("Svaret er sendt til borgeren.")),
}
OF_REQUEST = {
    "prepare-access": Act(_VERB, ButtonOnRequest, _prepare, gettext_noop("Listen er klar. Se forslagene igennem.")),
    "settle-access": Act(_VERB, ButtonOnRequest, _settle),
    "delay-access": Act(_VERB, DelayForm, _delay, gettext_noop("Brevet er sendt, og fristen er flyttet.")),
    "reasons": Act(_VERB, ReasonsForm, _reasons, gettext_noop("Begrundelsen er gemt."), "reasons"),
    "read-access": Act(_VERB, ButtonOnRequest, _read, gettext_noop("Du har læst afslaget igennem.")),
    "answer-access": Act(_VERB, ButtonOnRequest, _answer, gettext_noop("Svaret er sendt.")),
    "forward-complaint": Act(_VERB, ButtonOnRequest, _forward, gettext_noop("Klagen er sendt videre.")),
}
OF_ITEM = {"treat": Act(_VERB, TreatForm, _treat, gettext_noop("Det er gemt."))}
