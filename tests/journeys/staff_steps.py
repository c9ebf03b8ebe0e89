"""What the municipality's people do in the walk, and what they see while doing it."""

from dataclasses import dataclass

from tests.journeys.browsing import WIDE, Seat

VISIT = "Besøg hjemme hos Mads"
KNOWN = (
    ("O7", "Moderat nedsat til praktiske opgaver: post og aftaler er sværest", VISIT),
    ("O8", "Værested og frivillig følgeven er prøvet og er ikke nok", VISIT),
    ("O10", "Indlagt i tre uger i september, anbefales støtte i hverdagen", "udskrivning.jpg"),
    ("O11", "Søvnen er ustabil, medicinen tages om aftenen", "Brev fra min læge"),
    ("O12", "Mads deltog i besøget og har læst notatet", VISIT),
)
AGAINST = "Bostøtten oplyser, at aktivitetshuset er åbent for Mads to aftener om ugen"
HEARING = (
    "Vi regner med at sige ja til støtte 4 timer om ugen og nej til 2 timer om aftenen. "
    "Bostøtten siger, at aktivitetshuset er åbent for dig to aftener om ugen."
)
UNFINISHED = "Vi har ikke kunnet bevilge det hele, fordi"
BECAUSE = "aktivitetshuset er åbent for dig to aftener om ugen, og du har brug for støtten midt på dagen."
ON_THE_ANSWER = "Du skriver, at medicinen gør dig træt om aftenen [H1]. Det taler for støtte om dagen."
RETURNED = "Skriv også, hvad Mads kan gøre, hvis aftenerne bliver svære."
MENDED = "Bliver aftenerne svære, kan du ringe til os, så ser vi på det igen."
KEPT = "Vi har set på aftenerne igen. Aktivitetshuset er åbent, og medicinen er sat ned."


@dataclass
class Staff:
    """An employee with a browser."""

    seat: Seat
    name: str

    def logs_in(self) -> None:
        """Log in."""
        self.seat.log_in("medarbejder", self.name)

    def publishes(self, document: str) -> None:
        """Keep a case type from its document, and take it in use."""
        seat = self.seat
        self.logs_in()
        seat.follow("Sagstyper")
        seat.fill(document=document)
        seat.press("Gem som udkast")
        seat.reads("Udkast")
        seat.page.locator("form[data-confirm] button").click()
        seat.page.locator("#confirmation [data-yes]").click()
        seat.reads("I brug")

    def opens(self, number: str, tab: str = "") -> None:
        """Open the case, at one of its tabs."""
        self.seat.go(f"/sag/{number}/{tab}")

    def takes_from_the_inbox(self, number: str) -> None:
        """See that the request has come in, and take it."""
        seat = self.seat
        self.logs_in()
        seat.follow("Indbakke")
        seat.reads("Mads Ellekjær: Socialpædagogisk støtte, SEL § 85")
        seat.follow("Mads Ellekjær: Socialpædagogisk støtte, SEL § 85")
        assert number in seat.page.url
        seat.reads("Ingen sagsbehandler", "Tag sagen, eller giv den til en kollega", "Forvaltningsloven § 7")
        seat.press("Tag sagen")
        seat.reads("bolden er hos dig")
        seat.press("Gå i gang med sagen")
        seat.reads("Sagsoplysning")

    def asks_the_citizen_for(self, fact: str, number: str) -> None:
        """Ask for a fact. The case waits, and the ball is the citizen's."""
        seat = self.seat
        self.opens(number, "oplysninger/")
        seat.reads("7 af 12 på plads", "5 mangler")
        seat.follow("Spørg en anden", inside=seat.page.locator(f"#{fact}"))
        seat.press("Bed om oplysningerne")
        seat.reads("Der er bedt om oplysningerne", "bolden er hos borgeren", "1 hos borgeren")
        seat.reads("Hviler, mens der ventes")

    def fills_the_list(self, number: str) -> None:
        """Read what came, write what was heard on a visit, and record what was missing."""
        seat = self.seat
        self.logs_in()
        seat.reads("Mads Ellekjær har svaret: Udskrivningsbrev eller anden beskrivelse af behandling")
        seat.picture("staff-day", WIDE)
        self.opens(number)
        seat.reads("bolden er hos dig")
        seat.picture("staff-case", WIDE)
        self._writes_a_note(number)
        for fact, value, entry in KNOWN:
            self._records(number, fact, value, entry)
        self._records(number, "O5", AGAINST, "", unknown_to_the_citizen=True)
        self.opens(number, "oplysninger/")
        seat.reads("12 af 12 på plads")
        seat.picture("staff-information", WIDE)

    def _writes_a_note(self, number: str) -> None:
        seat = self.seat
        self.opens(number, "journal/")
        seat.fill(
            "note",
            title=VISIT,
            body="Vi gik en almindelig uge igennem. Indkøb går med en liste. Breve fra det offentlige er sværest.",
        )
        seat.press("Gem notatet")
        seat.reads(VISIT)

    def _records(
        self, number: str, fact: str, value: str, entry: str, *, unknown_to_the_citizen: bool = False
    ) -> None:
        page = self.seat.page
        self.opens(number, f"oplysninger/{fact}/")
        page.locator("#record-value").fill(value)
        if entry:
            option = page.locator("#record-entry option", has_text=entry).first
            page.locator("#record-entry").select_option(option.get_attribute("value"))
        else:
            page.locator("#record-entry").select_option("")
            page.locator("#record-source").fill("Bostøtten Fjordby, telefonsamtale")
        if unknown_to_the_citizen:
            page.get_by_text("Taler imod det, borgeren har søgt om", exact=True).first.click()
            page.get_by_text("Borgeren ved ikke, at kommunen har oplysningen", exact=True).first.click()
        self.seat.press("Gem oplysningen")
        self.seat.reads("Oplysningen er gemt.")

    def assesses(self, number: str) -> None:
        """Assess what is needed, and go on to the decision."""
        seat = self.seat
        self.opens(number)
        seat.press("Begynd vurderingen")
        self.opens(number, "udredning/")
        seat.fill(
            "assess",
            own_words="Jeg vil selv kunne åbne min post og komme til mine aftaler.",
            observed="Hjemmet er ryddeligt. En stak breve er ikke åbnet.",
            resources="Klarer indkøb og mad. Søsteren kommer en gang om ugen.",
            conclusion="Behov for fast støtte til post og aftaler midt på dagen.",
        )
        seat.choose("Niveau for funktionsevne", "2 · Moderate vanskeligheder")
        seat.press("Gem vurderingen")
        seat.reads("Vurderingen er gemt.")
        self.opens(number)
        seat.press("Begynd på afgørelsen")
        seat.reads("Send en partshøring, før du afgør", "Forvaltningsloven § 19")

    def begins_the_decision(self, number: str) -> None:
        """Begin a decision that grants a part. Sending it to be read is refused: the party has not been heard."""
        seat = self.seat
        self.opens(number, "afgoerelser/")
        seat.choose("Udfald", "Delvist bevilget")
        seat.fill("begin", applied_for="støtte 6 timer om ugen")
        seat.press("Begynd på afgørelsen")
        seat.fill("draft", granted="støtte 4 timer om ugen", refused="støtte 2 timer om aftenen")
        seat.fill("draft", starts="2027-01-04", ends="2028-01-03", provider="Bostøtten Fjordby")
        seat.press("Gem, og send til godkendelse")
        seat.reads("Ret én ting, før du går videre", "Skriv sætningen færdig", "Forvaltningsloven § 24, stk. 1")
        self._replaces(UNFINISHED, f"{UNFINISHED} {BECAUSE}")
        seat.press("Gem kladden")
        seat.reads("Kladden er gemt.")

    def _replaces(self, words: str, others: str) -> None:
        field = self.seat.page.locator("#draft-considerations")
        text = field.input_value()
        assert words in text
        field.fill(text.replace(words, others))

    def hears_the_party(self, number: str) -> None:
        """Send the letter of hearing."""
        seat = self.seat
        self.opens(number, "afgoerelser/")
        seat.page.locator("#hearing summary").click()
        seat.fill("hearing", text=HEARING)
        seat.press("Send partshøring")
        seat.reads("Partshøringen er sendt.")
        seat.reads("Venter på svar", "bolden er hos borgeren")

    def opens_the_decision(self, number: str) -> None:
        """Open the decision that is being written."""
        self.opens(number, "afgoerelser/")
        self.seat.follow("Åbn afgørelsen", inside=self.seat.page.locator("#letter"))

    def answers_the_hearing(self, number: str) -> None:
        """What the party has said must be dealt with in the reasons before anybody can approve."""
        seat = self.seat
        self.logs_in()
        self.opens_the_decision(number)
        seat.reads("Tag stilling til høringssvaret H1")
        self._replaces(BECAUSE, f"{BECAUSE} {ON_THE_ANSWER}")

    def sends_to_approval(self) -> None:
        """Have it read."""
        self.seat.press("Gem, og send til godkendelse")
        self.seat.reads("Afgørelsen er sendt til godkendelse.", "Venter på godkendelse")

    def returns(self) -> None:
        """Read the decision from the inbox and send it back once."""
        seat = self.seat
        self.logs_in()
        seat.go("/sag/indbakke/")
        seat.follow("Læs og godkend: Mads Ellekjær")
        seat.reads("Du får støtte 4 timer om ugen")
        seat.page.locator("#return summary").click()
        seat.fill("return", reason=RETURNED)
        seat.press("Send tilbage")
        seat.reads("Afgørelsen er sendt tilbage.")

    def mends(self, number: str) -> None:
        """See why it came back, and mend it."""
        seat = self.seat
        self.opens_the_decision(number)
        seat.reads("Sendt tilbage", RETURNED)
        self._replaces(ON_THE_ANSWER, f"{ON_THE_ANSWER} {MENDED}")
        seat.picture("staff-decision", WIDE)
        self.sends_to_approval()

    def approves(self) -> None:
        """Read again, and approve."""
        seat = self.seat
        seat.go("/sag/indbakke/")
        seat.follow("Læs og godkend: Mads Ellekjær")
        seat.reads(MENDED)
        seat.press("Godkend")
        seat.reads("Afgørelsen er godkendt.")

    def sees_the_team(self) -> None:
        """See the load of the team."""
        seat = self.seat
        seat.go("/ledelse/")
        seat.reads("Karen Lindvad", "Oskar Brink")
        seat.picture("leader-team", WIDE)

    def issues(self, number: str) -> None:
        """Send the decision."""
        seat = self.seat
        self.opens_the_decision(number)
        seat.reads("Birgitte Solgaard har godkendt afgørelsen.")
        seat.press("Send til borgeren")
        seat.page.locator("#confirmation [data-yes]").click()
        seat.reads("Afgørelsen er sendt.")

    def reassesses(self, number: str) -> None:
        """Look at the decision again and keep it: the appeal goes on, with the file of the case."""
        seat = self.seat
        self.logs_in()
        self.opens(number)
        seat.reads("Genvurder")
        self.opens(number, "afgoerelser/")
        seat.choose("Resultat", "Fastholdt")
        seat.fill("reassess", reasons=KEPT)
        seat.press("Gem genvurderingen")
        seat.reads("Klagen er sendt videre med sagens akter.", "Sendt til Ankestyrelsen", KEPT)
        self.opens(number, "dokumenter/")
        file = seat.download("Sagens akter til Ankestyrelsen")
        for words in (number, VISIT, "Svar på partshøring", KEPT):
            assert words in file, words
