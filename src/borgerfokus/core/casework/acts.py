"""The next acts in words. Those with `{names}` are filled in by `next_act`."""

from __future__ import annotations

from borgerfokus.core.casework import guards as g
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.situation import ActKind, NextAct
from borgerfokus.core.texts import Text

FOLLOWED_UP = "serviceloven § 148"


def _act(kind: ActKind, article: str, title: Text, why: Text, ball: Ball = Ball.US) -> NextAct:
    return NextAct(kind=kind, title=title, why=why, article=article, ball=ball)


MUST_BE_INFORMED = Text(
    da="Sagen skal være tilstrækkeligt oplyst, før du afgør den.",
    en="The case must be sufficiently informed before you decide it.",
)

TAKE = _act(
    ActKind.TAKE,
    g.GUIDANCE,
    Text(da="Tag sagen, eller giv den til en kollega", en="Take the case or give it to a colleague"),
    Text(
        da="Sagen har ingen sagsbehandler. Borgeren skal vide, hvem der hjælper.",
        en="The case has no caseworker. The citizen must know who is helping.",
    ),
)
ANSWER_ACCESS = _act(
    ActKind.ANSWER_ACCESS,
    "forvaltningsloven § 16",
    Text(da="Besvar anmodningen om aktindsigt", en="Answer the request for access to the file"),
    Text(
        da="Den skal være besvaret senest {day}. Kan det ikke nås, så skriv en ny dato med en grund.",
        en="It must be answered by {day}. If that cannot be done, write a new date with the reason.",
    ),
)
SEND_LETTER_AGAIN = _act(
    ActKind.SEND_LETTER_AGAIN,
    g.APPEAL_CLOCK,
    Text(da="Send brevet med afgørelsen igen", en="Send the decision letter again"),
    Text(
        da="Brevet kom ikke frem. Klagefristen løber først, når borgeren har det.",
        en="The letter did not arrive. The time to appeal runs only when the citizen has it.",
    ),
)
REASSESS_APPEAL = _act(
    ActKind.REASSESS_APPEAL,
    g.APPEAL,
    Text(da="Genvurder afgørelsen", en="Reassess the decision"),
    Text(
        da="Borgeren har klaget. Giv medhold, eller send klagen videre med en begrundelse.",
        en="The citizen has appealed. Change the decision, or forward the appeal with reasons.",
    ),
)
AWAIT_APPEAL = _act(
    ActKind.AWAIT_APPEAL,
    g.APPEAL,
    Text(da="Vent på klageinstansens afgørelse", en="Wait for the appeal body's decision"),
    Text(
        da="Klagen er sendt videre.",
        en="The appeal has been forwarded.",
    ),
    Ball.OTHER,
)
DECIDE_AGAIN = _act(
    ActKind.DECIDE_AGAIN,
    g.APPEAL,
    Text(da="Afgør sagen igen efter hjemvisningen", en="Decide the case again after it was sent back"),
    Text(
        da="Klageinstansen har sendt sagen tilbage. Oplys det, der manglede, og skriv en ny afgørelse.",
        en="The appeal body has sent the case back. Obtain what was missing, and write a new decision.",
    ),
)
CARRY_OUT = _act(
    ActKind.CARRY_OUT,
    g.APPEAL,
    Text(da="Skriv en ny afgørelse efter klageinstansens svar", en="Write the decision that the appeal body asks for"),
    Text(
        da="Klageinstansen har ændret afgørelsen. Borgeren skal have den nye i brev og hjælpen uden ophold.",
        en="The appeal body has changed the decision. The citizen is owed the new letter, and the help without delay.",
    ),
)
TELL_NEW_DATE = _act(
    ActKind.TELL_NEW_DATE,
    g.OWN_DEADLINE,
    Text(da="Skriv til borgeren med en ny dato", en="Write to the citizen with a new date"),
    Text(
        da="{what}: skulle være klar {day}. Giv en grund og den dag, borgeren nu kan regne med.",
        en="{what}: was due on {day}. Give a reason and the day that the citizen can now expect.",
    ),
)
REMIND = _act(
    ActKind.REMIND,
    g.INFORMED,
    Text(da="Ryk for svar: {what}", en="Remind: {what}"),
    Text(
        da="Svaret fra {name} skulle være her senest {day}. Ryk, hent det et andet sted, eller gå videre "
        "uden.",
        en="The answer from {name} was due by {day}. Remind, obtain it elsewhere, or go on without.",
    ),
)
AWAIT = _act(
    ActKind.AWAIT,
    g.INFORMED,
    Text(da="Vent på svar: {what}", en="Wait for an answer: {what}"),
    Text(
        da="Sagen venter på {name}.",
        en="The case waits for {name}.",
    ),
    Ball.OTHER,
)
AWAIT_UNTIL = _act(
    ActKind.AWAIT,
    g.INFORMED,
    Text(da="Vent på svar: {what}", en="Wait for an answer: {what}"),
    Text(
        da="Sagen venter på {name}, der har tid til {day}.",
        en="The case waits for {name}, with time until {day}.",
    ),
    Ball.OTHER,
)
REGISTER = _act(
    ActKind.REGISTER,
    "offentlighedsloven § 15",
    Text(da="Registrer henvendelsen", en="Register the contact"),
    Text(
        da="Borgeren skal have en kvittering, en dato og en kontaktperson.",
        en="The citizen is to have a receipt, a date and a contact person.",
    ),
)
ACCEPT = _act(
    ActKind.ACCEPT,
    "retssikkerhedsloven § 5",
    Text(da="Gå i gang med sagen", en="Start on the case"),
    Text(
        da="Se på al hjælp, borgeren kan få, og aftal, hvordan I samarbejder.",
        en="Look at all the help that the citizen can have, and agree how you work together.",
    ),
)
BEGIN_ASSESSMENT = _act(
    ActKind.BEGIN_ASSESSMENT,
    g.INFORMED,
    Text(da="Begynd vurderingen", en="Begin the assessment"),
    Text(
        da="Alle oplysninger er på plads.",
        en="All the facts are in place.",
    ),
)
BEGIN_DECISION = _act(
    ActKind.BEGIN_DECISION,
    "retssikkerhedsloven § 4",
    Text(
        da="Vurder behovet sammen med borgeren, og begynd på afgørelsen",
        en="Assess the need together with the citizen, and begin the decision",
    ),
    Text(
        da="Borgeren skal kunne medvirke, før noget er bestemt.",
        en="The citizen must be able to take part before anything is decided.",
    ),
)
HEAR = _act(
    ActKind.HEAR,
    g.HEARD,
    Text(da="Send en partshøring, før du afgør", en="Send a hearing before you decide"),
    Text(
        da="Borgeren kender ikke det, der taler imod, og skal kunne svare på det.",
        en="The citizen does not know what speaks against, and must be able to answer it.",
    ),
)
AWAIT_HEARING = _act(
    ActKind.AWAIT_HEARING,
    g.HEARD,
    Text(da="Vent på svar på partshøringen", en="Wait for the answer to the hearing"),
    Text(
        da="Borgeren har stadig tid til at svare.",
        en="The citizen still has time to answer.",
    ),
    Ball.YOU,
)
APPROVE = _act(
    ActKind.APPROVE,
    g.SECOND_EYES,
    Text(da="Få afgørelsen godkendt", en="Have the decision approved"),
    Text(
        da="En anden skal læse den, før den sendes.",
        en="Somebody else reads it before it is sent.",
    ),
)
ISSUE = _act(
    ActKind.ISSUE,
    "forvaltningsloven § 25",
    Text(da="Send afgørelsen", en="Send the decision"),
    Text(
        da="Afgørelsen er klar.",
        en="The decision is ready.",
    ),
)
WRITE_DECISION = _act(
    ActKind.WRITE_DECISION,
    "forvaltningsloven § 24",
    Text(da="Skriv afgørelsen", en="Write the decision"),
    Text(
        da="Skriv reglerne, det du har lagt vægt på, og de fakta, det bygger på.",
        en="Write the rules, what you gave weight to, and the facts it rests on.",
    ),
)
AWAIT_RECEIPT = _act(
    ActKind.AWAIT_RECEIPT,
    g.APPEAL_CLOCK,
    Text(da="Vent på, at brevet er kommet frem", en="Wait for the letter to arrive"),
    Text(
        da="Klagefristen løber fra den dag, borgeren har brevet.",
        en="The time to appeal runs from the day that the citizen has the letter.",
    ),
    Ball.OTHER,
)
CLOSE = _act(
    ActKind.CLOSE,
    g.APPEAL_CLOCK,
    Text(da="Afslut sagen", en="Close the case"),
    Text(
        da="Borgeren har fået afslag og kan klage, også når sagen er afsluttet.",
        en="The citizen was refused and can appeal, also when the case is closed.",
    ),
)
START_INTERVENTION = _act(
    ActKind.START_INTERVENTION,
    g.SPEED,
    Text(da="Sæt hjælpen i gang", en="Start the help"),
    Text(
        da="Borgeren har fået ja og venter på hjælpen.",
        en="The citizen was granted help and waits for it.",
    ),
)
FOLLOW_UP_LATER = _act(
    ActKind.BEGIN_FOLLOW_UP,
    FOLLOWED_UP,
    Text(da="Følg op den {day}", en="Follow up on {day}"),
    Text(
        da="Hjælpen er i gang.",
        en="The help is running.",
    ),
    Ball.OTHER,
)
FOLLOW_UP_NOW = _act(
    ActKind.BEGIN_FOLLOW_UP,
    FOLLOWED_UP,
    Text(da="Følg op på hjælpen nu", en="Follow the help up now"),
    Text(
        da="Hjælpen skal stadig passe til det, borgeren har brug for.",
        en="The help must still fit what the citizen needs.",
    ),
)
FOLLOW_UP = _act(
    ActKind.FOLLOW_UP,
    FOLLOWED_UP,
    Text(
        da="Tal med borgeren om målene, og bestem, om hjælpen skal fortsætte",
        en="Talk with the citizen about the goals, and settle whether the help continues",
    ),
    Text(
        da="Borgeren er med, når hjælpen vurderes.",
        en="The citizen takes part when the help is reviewed.",
    ),
)
OFFER_PLAN = _act(
    ActKind.OFFER_PLAN,
    "serviceloven § 141",
    Text(da="Tilbyd borgeren en plan", en="Offer the citizen a plan"),
    Text(
        da="Borgeren skal tilbydes en plan for hjælpen og kan sige nej tak.",
        en="The citizen must be offered a plan for the help, and can say no thank you.",
    ),
)
WRITE_PLAN = _act(
    ActKind.WRITE_PLAN,
    "serviceloven § 141",
    Text(da="Skriv planen sammen med borgeren, og vis den", en="Write the plan with the citizen, and show it"),
    Text(
        da="Borgeren har sagt ja til en plan.",
        en="The citizen has said yes to a plan.",
    ),
)
AWAIT_PLAN = _act(
    ActKind.AWAIT_PLAN,
    "serviceloven § 141",
    Text(da="Vent på, at borgeren siger ja til planen", en="Wait for the citizen to agree to the plan"),
    Text(
        da="Planen er vist til borgeren. Ring, eller tag et møde, hvis det trækker ud.",
        en="The plan is shown to the citizen. Call, or hold a meeting, if it drags on.",
    ),
    Ball.YOU,
)
SIGN_PLAN = _act(
    ActKind.SIGN_PLAN,
    "serviceloven § 141",
    Text(da="Sig ja til planen for kommunen", en="Agree to the plan for the municipality"),
    Text(
        da="Borgeren har sagt ja. Planen gælder, når I begge har.",
        en="The citizen has agreed. The plan holds when you both have.",
    ),
)
SEND_ORDER = _act(
    ActKind.SEND_ORDER,
    g.SPEED,
    Text(da="Bestil hjælpen", en="Order the help"),
    Text(
        da="Hjælpen er bevilget, men den, der skal give den, ved det ikke endnu.",
        en="The help is granted, but the one who is to give it does not know yet.",
    ),
)
AWAIT_ORDER = _act(
    ActKind.AWAIT_ORDER,
    g.SPEED,
    Text(da="Vent på svar på bestillingen", en="Wait for an answer to the order"),
    Text(
        da="{name} svarer senest {day}.",
        en="{name} answers by {day}.",
    ),
    Ball.OTHER,
)
CHASE_ORDER = _act(
    ActKind.AWAIT_ORDER,
    g.SPEED,
    Text(da="Ryk for svar på bestillingen", en="Chase the answer to the order"),
    Text(
        da="{name} skulle have svaret {day}. Ring, eller bestil et andet sted.",
        en="{name} should have answered on {day}. Call, or order elsewhere.",
    ),
)
ORDER_AGAIN = _act(
    ActKind.ORDER_AGAIN,
    g.SPEED,
    Text(da="Bestil hjælpen et andet sted", en="Order the help elsewhere"),
    Text(
        da="{name} kan ikke give hjælpen. Borgeren venter.",
        en="{name} cannot give the help. The citizen waits.",
    ),
)
REPORT_START = _act(
    ActKind.REPORT_START,
    g.SPEED,
    Text(da="Sørg for, at hjælpen begynder", en="See to it that the help begins"),
    Text(
        da="{name} har lovet at begynde {day} og melder selv start. Du kan også gøre det.",
        en="{name} has promised to begin on {day} and reports the start. You can do it too.",
    ),
    Ball.OTHER,
)

ASK = _act(ActKind.ASK, g.INFORMED, Text(da="Bed om: {facts}", en="Ask for: {facts}"), MUST_BE_INFORMED)
SETTLE = _act(
    ActKind.SETTLE,
    g.INFORMED,
    Text(da="Afgør, hvad der gælder: {facts}", en="Settle what holds: {facts}"),
    Text(
        da="To oplysninger siger hver sit. Skriv, hvilken du lægger vægt på, og hvorfor.",
        en="Two pieces say different things. Write which one you give weight to, and why.",
    ),
)
CONFIRM = _act(
    ActKind.CONFIRM,
    g.INFORMED,
    Text(da="Bekræft igen efter den nye udredning: {facts}", en="Confirm again after the new assessment: {facts}"),
    Text(
        da="Oplysningen bygger på en udredning, der er begyndt forfra.",
        en="The fact rests on an assessment that has begun again.",
    ),
)
RENEW = _act(ActKind.RENEW, g.INFORMED, Text(da="Få fornyet: {facts}", en="Renew: {facts}"), MUST_BE_INFORMED)
