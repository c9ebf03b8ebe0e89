"""Care and practical help for people who are not old, serviceloven § 83."""

from borgerfokus.cli.demo.words.model import FactWords, NoteWords, Wish, Words

WORDS = Words(
    answers={
        "what_is_hard": (
            "Efter mit attak kan jeg ikke stå i bad, og jeg taber ting.",
            "Jeg sidder i kørestol efter en ulykke og når ikke gulv og skabe.",
            "Jeg kan lave mad på gode dage, men jeg kan aldrig gøre rent bagefter.",
        ),
        "network": ("Min samlever arbejder hele dagen.", "Min mor kommer om lørdagen.", "Jeg bor alene."),
        "reach": ("på telefon efter klokken ti", "skriv helst"),
    },
    facts={
        "O1": FactWords(
            "samtale i hjemmet", ("Vil selv lave mad", "Vil i bad uden hjælp inden sommer", "Vil klare tøjet selv")
        ),
        "O2": FactWords(
            "brev fra sygehuset", ("Sklerose, varig", "Rygmarvsskade, varig", "Brud, ventes bedre om et år")
        ),
        "O3": FactWords("besøg af visitator", ("Hjælp til bad tre gange om ugen", "Klarer toilet og tøj selv")),
        "O4": FactWords("besøg af visitator", ("Kan ikke vaske gulv og skifte seng", "Klarer indkøb på nettet")),
        "O5": FactWords("samtale i hjemmet", ("Bor alene", "Samlever på fuld tid, tager indkøb", "To børn på 8 og 11")),
        "O6": FactWords(
            "terapeutens vurdering", ("Et forløb er afsluttet, borgeren kan mere", "Kan ikke ændre behovet")
        ),
        "O7": FactWords("besøg af visitator", ("Badestol og greb er sat op", "Mangler plads til badestol")),
        "O8": FactWords("visitators vurdering", ("Madservice og frivillige er overvejet", "Ældreloven gælder ikke")),
        "O9": FactWords("samtale i hjemmet", ("Ja, til egen læge og sygehuset", "Ja, til egen læge")),
    },
    notes=(
        NoteWords(
            "Besøg i hjemmet", "Borgeren viste bad og køkken. Det er trætheden, der bestemmer dagen.", "home_visit"
        ),
        NoteWords("Samtale med terapeuten", "Forløbet er slut. Bad går med stol, gulvet går ikke.", "phone"),
    ),
    wishes=(
        Wish(
            "hjælp til bad tre gange om ugen", "hjælp til bad to gange om ugen", "bad om lørdagen", "Hjemmepleje Nord"
        ),
        Wish(
            "hjælp til bad og rengøring hver anden uge",
            "rengøring hver anden uge",
            "hjælp til bad",
            "Hjemmepleje Syd",
        ),
    ),
    asked_citizen=("O5",),
    asked_other={"O2": ("hospital", "Fjordby Sygehus"), "O6": ("provider", "Hjemmepleje Nord")},
    against=("O6", ("Terapeuten oplyser, at borgeren går i bad selv med badestol",)),
    why=("du kan gå i bad selv med den badestol, du har fået.", "din samlever kan tage det med jeres andet arbejde."),
    observed=("Borgeren forflytter sig sikkert. Armene bliver hurtigt trætte.",),
    conclusion=("Behov for hjælp til det tunge. Resten kan borgeren selv med hjælpemidler.",),
    hearing_answers=("Badestolen hjælper, men ikke på de dårlige dage.",),
    appeals=("Jeg klager. I har ikke set på de dage, hvor jeg har det værst.",),
    follow_up=("Hjælpen passer. Borgeren er begyndt at handle ind selv.", "Behovet er større end sidst."),
    months=12,
)
