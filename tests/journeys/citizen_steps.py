"""What the citizen does in the walk, and what is seen while doing it."""

import re
from dataclasses import dataclass

from playwright.sync_api import expect

from tests.journeys import papers
from tests.journeys.browsing import NARROW, WIDE, Seat

HARD = "Jeg får ikke åbnet min post, og så hober det sig op. Jeg glemmer aftaler."
WISH = "Jeg vil gerne åbne min post samme uge og komme til mine aftaler."
ANSWER = "Jeg kan ikke komme til aktivitetshuset om aftenen, for medicinen gør mig træt."
APPEAL = "Jeg er uenig. Aftenerne er det sværeste, og det har I ikke set på."


@dataclass
class Citizen:
    """A citizen with a browser."""

    seat: Seat
    name: str

    def logs_in(self) -> None:
        """Log in, at a level that is enough."""
        self.seat.log_in("borger", self.name)

    def is_refused_at_a_low_level(self) -> None:
        """A login of low assurance is turned away with what to do about it."""
        self.seat.log_in("borger", self.name, level="Lav (bliver afvist)")
        self.seat.reads("Dit login er ikke sikkert nok", "niveau Betydelig eller Høj")
        self.seat.go("/min/")
        assert "/log-ind/" in self.seat.page.url

    def finds_help(self) -> None:
        """Find the help by everyday words, and read what is promised."""
        seat = self.seat
        seat.go("/")
        seat.picture("public-front", WIDE)
        seat.page.get_by_role("searchbox").first.fill("kan ikke få åbnet min post")
        seat.page.keyboard.press("Enter")
        seat.follow("Støtte i hverdagen")
        seat.reads("Nogen kommer hjem til dig", "serviceloven § 85")

    def asks_for_support(self) -> str:
        """Fill in the request in two sittings, and send it with a letter. Returns the number of the case."""
        seat = self.seat
        self.logs_in()
        seat.reads("Hej Mads")
        seat.follow("Søg om hjælp")
        seat.follow("Støtte i hverdagen")
        seat.fill(what_is_hard=HARD)
        expect(seat.page.locator("main [data-autosave-status]")).to_contain_text("gemt")
        seat.go("/min/")
        seat.reads("Det er du begyndt på")
        seat.follow("Støtte i hverdagen", inside=seat.page.locator("section", has_text="Det er du begyndt på"))
        expect(seat.page.locator("#what_is_hard")).to_have_value(HARD)
        seat.picture("citizen-request", NARROW)
        self._fills_in()
        self._reads_through_and_sends()
        seat.reads("Du får svar senest den 18. januar 2027.")
        return found_number(seat)

    def _fills_in(self) -> None:
        seat = self.seat
        seat.fill(wishes=WISH)
        seat.press("Næste")
        seat.reads("Ret én ting, før du går videre")
        seat.choose("Hvad vil du gerne have støtte til?", "Post og breve")
        seat.choose("Hvad vil du gerne have støtte til?", "At huske og komme til aftaler")
        seat.press("Næste")
        self._fills_in_the_rest()

    def _fills_in_the_rest(self) -> None:
        seat = self.seat
        seat.choose("Hvordan bor du?", "I egen bolig")
        seat.fill(network="Min søster kommer en gang om ugen. Ellers ser jeg ikke nogen.")
        seat.choose("Hvad laver du om dagen?", "Jeg er sygemeldt")
        seat.press("Næste")
        seat.fill(earlier_help="Et forløb på seks måneder. Jeg nåede to af tre mål.")
        seat.choose("Har du været indlagt inden for det sidste år?", "Ja")
        seat.choose("Må vi spørge din egen læge?", "Ja")
        seat.press("Næste")
        seat.reads("Dit svar giver et spørgsmål mere")
        seat.press("Næste")

    def _reads_through_and_sends(self) -> None:
        seat = self.seat
        seat.reads("Læs det igennem", HARD, WISH, "Post og breve")
        seat.press("Send ansøgningen")
        seat.reads("Tak, vi har fået din ansøgning", "Du får svar senest den", "Voksenteamet")

    def asks_without_scripts(self) -> str:
        """Fill in and send the request page by page; the draft is kept by a button. Returns the number of the case."""
        seat = self.seat
        self.logs_in()
        seat.go("/min/ansoeg/sel-85/")
        seat.fill(what_is_hard=HARD, wishes=WISH)
        seat.choose("Hvad vil du gerne have støtte til?", "Post og breve")
        seat.press("Gem, og gør det færdigt senere")
        seat.reads("Det, du har skrevet, er gemt.", "Det er du begyndt på")
        seat.follow("Støtte i hverdagen", inside=seat.page.locator("section", has_text="Det er du begyndt på"))
        expect(seat.page.locator("#what_is_hard")).to_have_value(HARD)
        seat.press("Næste")
        self._fills_in_the_rest()
        self._reads_through_and_sends()
        return found_number(seat)

    def answers_in_words(self) -> None:
        """Answer the task in words."""
        seat = self.seat
        self.logs_in()
        seat.follow("Gå til opgaven")
        seat.fill(text="Jeg har ikke været indlagt i år.")
        seat.press("Send svaret")
        seat.reads("Dit svar ligger nu i sagen", "Kommunen har bolden")

    def sends_a_document(self) -> None:
        """Send a letter that nobody has asked for."""
        seat = self.seat
        seat.follow("Send et dokument")
        seat.fill(title="Brev fra min læge")
        seat.page.locator("#files").set_input_files(
            {"name": "laege.pdf", "mimeType": "application/pdf", "buffer": papers.letter("Lægerne Havnegade")}
        )
        seat.press("Send")
        seat.reads("Det, du sendte, ligger nu i sagen", "Brev fra min læge")

    def is_asked(self, number: str) -> None:
        """It is the citizen's turn, and the promised date rests meanwhile: four days have gone."""
        seat = self.seat
        self.logs_in()
        seat.reads("Du har én opgave", "Udskrivningsbrev eller anden beskrivelse af behandling")
        seat.go(f"/min/sag/{number}/")
        seat.reads("Du har bolden", "Senest 22. januar 2027", "Flyttet 4 dage", "Fristen hviler, mens vi venter")
        seat.reads("Karen Lindvad er din sagsbehandler", "Sagen venter på dig")
        seat.picture("citizen-case")

    def answers_with_a_photo(self) -> None:
        """Photograph the letter and send it."""
        seat = self.seat
        seat.page.locator("#files").set_input_files(
            {"name": "udskrivning.jpg", "mimeType": "image/jpeg", "buffer": papers.photo("Udskrivningsbrev")}
        )
        seat.press("Send filen")
        seat.reads("Tak. Vi har fået det", "Kommunen har bolden", "Senest 22. januar 2027", "Flyttet 4 dage")

    def answers_the_hearing(self, number: str) -> None:
        """Read what speaks against, and answer it."""
        seat = self.seat
        self.logs_in()
        seat.reads("Læs og svar på det, vi har skrevet om din sag", "Vi venter på: et svar.")
        seat.go(f"/min/sag/{number}/hoering/")
        seat.reads("aktivitetshuset er åbent for Mads to aftener om ugen", "Kilde: Bostøtten Fjordby")
        seat.fill(text=ANSWER)
        seat.press("Send svaret")
        seat.reads("Tak for dit svar", "Kommunen har bolden")

    def reads_the_decision(self) -> None:
        """Read the answer and its reasons on the page, and the letter itself."""
        seat = self.seat
        self.logs_in()
        seat.reads("Du har fået delvist ja.")
        seat.go("/min/breve/")
        seat.page.get_by_role("link", name="Du får støtte 4 timer om ugen").first.click()
        seat.reads("Vi har sagt nej til støtte 2 timer om aftenen.", "Hvorfor vi har valgt sådan", "Det bygger vi på")
        seat.reads("Reglerne", "Reglen står i serviceloven § 85.", "medicinen gør dig træt om aftenen")
        seat.reads("Du kan klage til og med den 28. december 2026.")
        seat.picture("citizen-decision", WIDE)
        letter = seat.download("Hent brevet som PDF")
        for words in ("Kære Mads", "Du får støtte 4 timer om ugen", "Ankestyrelsen", "senest 4 uger", "Karen Lindvad"):
            assert words in letter, words

    def sees_who_has_looked(self) -> None:
        """See each look-up, by unit and purpose."""
        seat = self.seat
        seat.go("/min/opslag/")
        seat.reads("Voksenteamet", "For at arbejde med din sag", "Vi viser enheden og ikke navnet")
        seat.reads_not("Karen Lindvad")
        seat.picture("citizen-lookups", NARROW)

    def appeals(self, number: str) -> None:
        """Write why, read it through and send it."""
        seat = self.seat
        seat.go(f"/min/sag/{number}/klage/")
        seat.fill(text=APPEAL)
        seat.press("Gå videre")
        seat.reads("Læs din klage igennem", APPEAL)
        seat.press("Send klagen")
        seat.reads("Vi har modtaget din klage.", APPEAL)

    def sees_that_the_appeal_went_on(self, number: str) -> None:
        """Read that the decision is kept, why, and who has the appeal now."""
        seat = self.seat
        self.logs_in()
        seat.go(f"/min/sag/{number}/klage/")
        seat.reads("Vi holder fast i afgørelsen", "Klagen er sendt videre til Ankestyrelsen den 7. december 2026.")
        seat.go(f"/min/sag/{number}/")
        seat.reads("Du har fået delvist ja.", "Sagens akter til Ankestyrelsen")


def found_number(seat: Seat) -> str:
    """The number of a case that the page names."""
    found = re.search(r"\b20\d\d-\d{6}\b", seat.page.locator("main").inner_text())
    assert found, "the page names no case"
    return found[0]
