"""What the tables of appointments, cooperation, notifications and login are called in a whole copy."""

from typing import Final

ACROSS: Final = {
    "assessment.Consent": (
        "Samtykker",
        "Consents",
        "Så vi kun spørger andre, når du har sagt ja.",
        "So that we only ask others with your leave.",
    ),
    "booking.Appointment": (
        "Aftaler",
        "Appointments",
        "For at mødes på et tidspunkt, der passer dig.",
        "To meet at a time that suits you.",
    ),
    "booking.AppointmentEntry": (
        "Aftalernes historik",
        "History of appointments",
        "Så man kan se, hvad der skete med en aftale.",
        "To see what became of an appointment.",
    ),
    "booking.CalendarFeed": (
        "Adresse til din kalender",
        "Address for your calendar",
        "Så din egen kalender kan vise dine aftaler.",
        "So that your own calendar can show your appointments.",
    ),
    "booking.WaitingPlace": (
        "Ventelister",
        "Waiting lists",
        "For at tilbyde dig en tid, der bliver ledig.",
        "To offer you a time that becomes free.",
    ),
    "coordination.AgendaItem": (
        "Punkter på møder",
        "Points of meetings",
        "For at forberede møder og huske, hvad der blev sagt.",
        "To prepare meetings and remember what was said.",
    ),
    "coordination.CommonGoal": (
        "Fælles mål",
        "Common goals",
        "Så flere afdelinger arbejder mod det samme for dig.",
        "So that several departments work towards the same for you.",
    ),
    "coordination.Coordinator": (
        "Din koordinator",
        "Your coordinator",
        "Så du har én person, der holder trådene.",
        "So that you have one person who holds the threads.",
    ),
    "coordination.GoalContribution": (
        "Afdelingernes del af et fælles mål",
        "What each department does for a common goal",
        "For at aftale, hvem der gør hvad.",
        "To agree who does what.",
    ),
    "coordination.GoalEntry": (
        "Fælles måls historik",
        "History of common goals",
        "Så man kan se, hvordan målet har ændret sig.",
        "To see how the goal has changed.",
    ),
    "coordination.Invitee": (
        "Inviterede til møder",
        "Invited to meetings",
        "For at vide, hvem der er med.",
        "To know who takes part.",
    ),
    "coordination.Meeting": (
        "Fælles møder",
        "Joint meetings",
        "For at samle dem, der hjælper dig.",
        "To bring together those who help you.",
    ),
    "coordination.MeetingDecision": (
        "Aftalt på møder",
        "Decided at meetings",
        "Så det, der blev aftalt, bliver gjort.",
        "So that what was agreed is done.",
    ),
    "coordination.Sharing": (
        "Delt med andre afdelinger",
        "Shared with other departments",
        "Så andre kan hjælpe dig, uden at du skal fortælle det igen.",
        "So that others can help without your telling it again.",
    ),
    "coordination.Transition": (
        "På vej til 18 år",
        "On the way to 18",
        "Så din hjælp ikke falder væk, når du fylder 18.",
        "So that your help does not lapse at 18.",
    ),
    "coordination.TransitionEntry": (
        "På vej til 18 år: historik",
        "On the way to 18: history",
        "Så man kan se, hvad der er gjort.",
        "To see what has been done.",
    ),
    "coordination.TransitionNeed": (
        "På vej til 18 år: hjælp som voksen",
        "On the way to 18: help as an adult",
        "For at planlægge den hjælp, du får brug for.",
        "To plan the help that you will need.",
    ),
    "coordination.TransitionTopic": (
        "På vej til 18 år: emner",
        "On the way to 18: topics",
        "For at forberede skole, bolig, økonomi og andet.",
        "To prepare school, home, money and more.",
    ),
    "decisions.DecisionCopy": (
        "Kopier af afgørelser",
        "Copies of decisions",
        "Så den, der får din post, også får afgørelsen.",
        "So that who gets your post gets the decision too.",
    ),
    "dialogue.Concern": (
        "Underretninger",
        "Notifications of concern",
        "For at passe på et barn, nogen er bekymret for.",
        "To look after a child that somebody is worried about.",
    ),
    "dialogue.ConcernAssessment": (
        "Vurderinger af underretninger",
        "Assessments of notifications",
        "For at se på faren for barnet i tide.",
        "To look at the danger to the child in time.",
    ),
    "dialogue.ConcernHappening": (
        "Hvad der skete med underretninger",
        "What became of notifications",
        "Så man kan se, hvordan de blev behandlet.",
        "To see how they were handled.",
    ),
    "dialogue.Experience": (
        "Dine svar om forløbet",
        "Your answers about the course",
        "For at lære af, hvordan du oplevede det.",
        "To learn from how you experienced it.",
    ),
    "logcontrol.KnownPerson": (
        "Ekstra vagt om opslag på dig",
        "Extra watch over look-ups of you",
        "For at passe på, at ingen slår dig op af nysgerrighed.",
        "To see to it that nobody looks you up out of curiosity.",
    ),
    "login.Device": (
        "Hvor du er logget ind",
        "Where you are logged in",
        "Så du kan se det og lukke det.",
        "So that you can see it and end it.",
    ),
}
"""Table → its name in Danish and English, and what it is for in both."""
