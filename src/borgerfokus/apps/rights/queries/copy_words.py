"""What the tables and fields of a whole copy are called, and where the data comes from: plain Danish, and English.

A table without words here is shown under its own name with the purpose that it declares; nothing is left out for want
of a word.
"""

from dataclasses import dataclass
from typing import Final

from borgerfokus.apps.rights.queries.copy_across import ACROSS
from borgerfokus.core.texts import Text


@dataclass(frozen=True)
class TableWords:
    """What a table is called and what it is for, in the citizen's words."""

    title: Text
    purpose: Text


def _words(da: str, en: str, why_da: str, why_en: str) -> TableWords:
    return TableWords(Text(da=da, en=en), Text(da=why_da, en=why_en))


TABLES: Final = {
    **{label: _words(*said) for label, said in ACROSS.items()},
    "access.Grant": _words(
        "Hvem der må se sagen", "Who may see the case",
        "Så de rette kan se sagen, så længe de skal.", "So that the right people see the case while they must.",
    ),
    "assessment.Assessment": _words(
        "Vurderinger", "Assessments",
        "For at vurdere, hvad du har brug for.", "To assess what you need.",
    ),
    "assessment.AssessmentRound": _words(
        "Udredninger", "Rounds of assessment", "For at samle én udredning.", "To hold one assessment together."
    ),
    "assessment.Evidence": _words(
        "Oplysninger, sagen bygger på", "Facts that the case rests on",
        "For at afgøre sagen på fakta med kilde.", "To decide on facts with a source.",
    ),
    "assessment.FactRequest": _words(
        "Oplysninger, vi har bedt om", "Facts that we asked for", "For at få sagen oplyst.", "To inform the case."
    ),
    "assessment.RuledOut": _words(
        "Oplysninger, vi ikke behøver", "Facts that we do not need",
        "For ikke at bede om mere end nødvendigt.", "To ask for no more than needed.",
    ),
    "assessment.ThemeAssessment": _words(
        "Temaer i udredningen", "Themes of the assessment",
        "For at finde hjælp, der passer.", "To find help that fits.",
    ),
    "audit.Lookup": _words(
        "Opslag på dig", "Look-ups of you",
        "Så du kan se, hvem der har set dine data.", "So that you can see who has seen your data.",
    ),
    "case_messages.CaseMessage": _words(
        "Beskeder: hvem skrev hvornår", "Messages: who wrote when",
        "For at holde løftet om svar. Selve teksten står i journalen.",
        "To keep the promise of an answer. The text itself stands in the journal.",
    ),
    "case_messages.Reading": _words(
        "Hvor langt beskeder er læst", "How far messages are read",
        "Så I kan se, om en besked er læst.", "So that you can see whether a message is read.",
    ),
    "case_messages.Thread": _words(
        "Samtaler", "Conversations",
        "Så du og vi kan skrive sammen om din sag.", "So that you and we can write about your case.",
    ),
    "casework.Case": _words("Sager", "Cases", "For at behandle din sag.", "To handle your case."),
    "casework.Consultation": _words(
        "Spørgsmål til andre enheder", "Questions to other units",
        "For at få andres viden med i sagen.", "To bring others' knowledge into the case.",
    ),
    "casework.Event": _words(
        "Hændelser i sagen", "Events of the case", "For at vise, hvad der er sket.", "To show what has happened."
    ),
    "casework.EventPayload": _words(
        "Hændelsernes indhold", "What the events say", "For at vise, hvad der er sket.", "To show what has happened."
    ),
    "casework.Extension": _words(
        "Nye frister", "New dates", "For at give dig en ny dato i tide.", "To give you a new date in time."
    ),
    "casework.Handover": _words(
        "Overleveringer", "Handovers", "Så intet går tabt, når sagen skifter hænder.", "To lose nothing on the way."
    ),
    "casework.Party": _words(
        "Din rolle i sager", "Your part in cases", "For at vide, hvem der har rettigheder.", "To know who has rights."
    ),
    "casework.Suspension": _words(
        "Ventetid i sagen", "Waiting in the case", "For at flytte fristen, når sagen venter.", "To move the dates."
    ),
    "casework.Task": _words("Opgaver", "Tasks", "For at nå det i tide.", "To do things in time."),
    "decisions.Appeal": _words("Klager", "Appeals", "For at se på afgørelsen igen.", "To look at the decision again."),
    "decisions.BoardDecision": _words(
        "Klageinstansens afgørelser", "Decisions of the appeal body",
        "For at følge den og lære af den.", "To follow it and learn from it.",
    ),
    "decisions.Decision": _words("Afgørelser", "Decisions", "For at give dig et svar.", "To give you an answer."),
    "decisions.Hearing": _words("Partshøringer", "Hearings", "For at høre dig først.", "To hear you first."),
    "dialogue.Complaint": _words(
        "Klager over ventetid og optræden", "Complaints about waiting time and conduct",
        "For at svare dig og blive bedre.", "To answer you and to do better.",
    ),
    "dialogue.OwnMeasure": _words("Dine tal", "Your numbers", "Så du kan følge dine mål.", "To follow your goals."),
    "dialogue.OwnNote": _words("Dine noter", "Your notes", "Så du kan huske det selv.", "To remember it yourself."),
    "dialogue.OwnSeries": _words(
        "Det, du følger", "What you follow", "Så du kan følge dine mål.", "To follow your goals."
    ),
    "people.OneTimeHelp": _words(
        "Hjælp ved siden af dig", "Help beside you",
        "Så du kan se, hvem der hjalp dig.", "So that you can see who helped you.",
    ),
    "dialogue.Notice": _words("Beskeder til dig", "Notices to you", "Så du ved besked.", "To keep you told."),
    "dialogue.Request": _words(
        "Dine ansøgninger", "Your requests", "For at gemme, hvad du bad om.", "To keep what you asked for."
    ),
    "drafts.Draft": _words(
        "Kladder, du ikke har sendt", "Drafts that you have not sent",
        "Så du ikke mister det, du har skrevet.", "So that you do not lose what you wrote.",
    ),
    "files.StoredFile": _words("Filer", "Files", "For at gemme dokumenter og breve.", "To keep documents and letters."),
    "journal.DocumentVersion": _words(
        "Dokumenternes udgaver", "Versions of documents", "For at gemme hver udgave.", "To keep every version."
    ),
    "journal.Entry": _words("Journalen", "The journal", "For at huske, hvad der er sagt og sendt.", "To remember."),
    "journal.EntryText": _words(
        "Journalens tekster", "Texts of the journal", "For at huske, hvad der er sagt.", "To remember what was said."
    ),
    "interventions.ActionPlan": _words(
        "Handleplaner", "Action plans", "For at aftale, hvad hjælpen skal føre til.", "To agree on the help."
    ),
    "interventions.FollowUp": _words("Opfølgninger", "Follow-ups", "For at se, om det hjælper.", "To see if it helps."),
    "interventions.FollowUpGoal": _words(
        "Opfølgning på mål", "Follow-ups on goals", "For at se, om du når dit mål.", "To see if you reach your goal."
    ),
    "interventions.Goal": _words("Mål", "Goals", "For at vide, hvor du vil hen.", "To know where you want to go."),
    "interventions.GoalStep": _words("Skridt mod mål", "Steps", "For at komme derhen.", "To get there."),
    "interventions.Intervention": _words("Hjælp", "Help", "For at give dig hjælpen.", "To give you the help."),
    "interventions.InterventionPeriod": _words(
        "Hjælpens omfang", "Extent of the help", "For at vide, hvor meget du får.", "To know how much you get."
    ),
    "interventions.Order": _words("Bestillinger", "Orders", "For at bestille hjælpen.", "To order the help."),
    "interventions.OrderDocument": _words(
        "Dokumenter fra dem, der hjælper", "Documents from those who help", "For at gemme dem.", "To keep them."
    ),
    "interventions.OrderQuestion": _words(
        "Spørgsmål om bestillinger", "Questions on orders", "Så alle ved det samme.", "So that all know the same."
    ),
    "interventions.PlanComment": _words(
        "Kommentarer til planen", "Comments on the plan", "Så du kan være med.", "So that you can take part."
    ),
    "interventions.StatusNote": _words("Statusnotater", "Status notes", "For at følge hjælpen.", "To follow the help."),
    "interventions.StatusNoteGoal": _words(
        "Status på mål", "Status of goals", "For at følge dine mål.", "To follow your goals."
    ),
    "offers.OfferChoice": _words("Valgt tilbud", "Chosen offers", "For at finde den rette hjælp.", "To find the help."),
    "outbox.Message": _words("Breve", "Letters", "For at sende breve til dig.", "To send letters to you."),
    "outbox.NoticeWay": _words(
        "Sådan får du besked", "How you are told", "For at sige til, når der er nyt.", "To tell you of news."
    ),
    "outbox.Receipt": _words(
        "Kvitteringer for breve", "Receipts for letters", "For at vide, at brevet kom frem.", "To know it arrived."
    ),
    "people.Address": _words("Adresser", "Addresses", "For at sende breve til dig.", "To send letters to you."),
    "people.Kinship": _words("Familie", "Family", "For at inddrage dem, der står dig nær.", "To involve your family."),
    "people.Person": _words("Dine stamdata", "Your base data", "For at vide, hvem du er.", "To know who you are."),
    "people.Representation": _words(
        "Fuldmagter og værgemål", "Powers and guardianship", "Så en anden kan handle for dig.", "So another may act."
    ),
    "rights.AccessRequest": _words("Aktindsigt", "Access to the file", "Så du får svar i tide.", "To answer you."),
    "rights.DataExport": _words("Samlede kopier", "Whole copies", "For at give dig en kopi.", "To give you a copy."),
    "rights.DataRequest": _words(
        "Rettelse og sletning", "Correction and erasure", "For at rette det forkerte.", "To correct what is wrong."
    ),
    "rights.LookupQuestion": _words(
        "Spørgsmål om opslag", "Questions about look-ups",
        "Så du får svar på, hvem der har set dine data.", "So that you are told who has seen your data.",
    ),
}

SOURCES: Final = {
    "people": Text(da="CPR-registeret og dig selv", en="The civil register and you"),
    "audit": Text(da="Systemet, når nogen slår dig op", en="The platform, when somebody looks you up"),
    "dialogue": Text(da="Dig, eller den der handler for dig", en="You, or who acts for you"),
    "drafts": Text(da="Dig selv", en="You"),
    "rights": Text(da="Dig, og kommunens svar til dig", en="You, and the municipality's answer"),
    "outbox": Text(da="Systemet, når vi sender breve", en="The platform, when letters are sent"),
}
STAFF: Final = Text(
    da="Dig, dem der arbejder med sagen, og dem du har sagt ja til, at vi spørger",
    en="You, those who work on the case, and those you have agreed that we ask",
)
"""Where data of a case comes from, unless its area says otherwise."""
RECIPIENTS_CASE: Final = Text(
    da="Dem, der arbejder med sagen; dig og den, der lovligt handler for dig; klageinstansen, hvis der klages",
    en="Those who work on the case; you and whoever validly acts for you; the appeal body when there is an appeal",
)
RECIPIENTS_PERSON: Final = Text(
    da="Medarbejdere med en sag om dig, dig selv, og den, der lovligt handler for dig",
    en="Staff with a case about you, you, and whoever validly acts for you",
)
KEPT: Final = {
    "CASE": Text(da="Så længe sagen gemmes", en="As long as the case is kept"),
    "PERSON": Text(da="Så længe du har en sag", en="As long as you have a case"),
    "LOG": Text(da="Så længe loggen gemmes", en="As long as the log is kept"),
    "SHORT": Text(da="30 dage, efter det sidst blev rørt", en="30 days after it was last touched"),
    "PERMANENT": Text(da="Altid", en="Permanently"),
}
