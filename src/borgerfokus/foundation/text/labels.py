"""The fixed words of letters and case files, in both languages."""

from __future__ import annotations

from typing import Final

from borgerfokus.core.texts import Text

LABELS: Final = {
    "date_later": Text(da="Dato sættes ved afsendelse", en="Dated when sent"),
    "case": Text(da="Sag", en="Case"),
    "dear": Text(da="Kære", en="Dear"),
    "draft": Text(da="Udkast. Brevet er ikke sendt.", en="Draft. This letter has not been sent."),
    "page": Text(da="Side", en="Page"),
    "of": Text(da="af", en="of"),
    "decision": Text(da="Afgørelse", en="Decision"),
    "period": Text(da="Periode", en="Period"),
    "appeal_by": Text(da="Frist for at klage", en="Time to appeal"),
    "follow_up": Text(da="Opfølgning", en="Follow-up"),
    "considerations": Text(da="Det har vi lagt vægt på", en="What we gave weight to"),
    "facts": Text(da="Oplysninger, vi har brugt", en="Facts that we used"),
    "rules": Text(da="Det siger reglerne", en="What the rules say"),
    "appeal": Text(da="Du kan klage", en="You can appeal"),
    "questions": Text(da="Har du spørgsmål?", en="Do you have questions?"),
    "regards": Text(da="Venlig hilsen", en="Kind regards"),
    "answer_by": Text(da="Svar senest", en="Answer by"),
    "hearing_facts": Text(da="Det vil vi høre dig om", en="What we ask you about"),
    "fact": Text(da="Oplysning", en="Fact"),
    "what_we_hold": Text(da="Det står der i sagen", en="What the file says"),
    "source": Text(da="Kilde", en="Source"),
    "case_file": Text(da="Sagens akter", en="The case file"),
    "access_file": Text(da="Aktindsigt", en="Access to the file"),
    "contents": Text(da="Indhold", en="Contents"),
    "number": Text(da="Nr.", en="No."),
    "date": Text(da="Dato", en="Date"),
    "kind": Text(da="Art", en="Kind"),
    "title": Text(da="Titel", en="Title"),
    "by": Text(da="Af", en="By"),
    "event": Text(da="Hændelse", en="Event"),
    "events": Text(da="Sagens gang", en="How the case went"),
    "appealed_decision": Text(da="Den påklagede afgørelse", en="The decision appealed"),
    "the_appeal": Text(da="Klagen og kommunens genvurdering", en="The appeal and the reassessment"),
    "appeal_text": Text(da="Klagen", en="The appeal"),
    "reassessment": Text(da="Genvurderingen", en="The reassessment"),
    "index": Text(da="Aktliste", en="List of records"),
    "journal": Text(da="Journal", en="Journal"),
    "documents": Text(da="Dokumenter", en="Documents"),
    "document": Text(da="Dokument", en="Document"),
    "note": Text(da="Notat", en="Note"),
    "withheld": Text(da="Undtaget fra borgerens indsigt", en="Withheld from the citizen"),
    "file": Text(da="Fil", en="File"),
    "checksum": Text(da="Kontrolsum (SHA-256)", en="Checksum (SHA-256)"),
    "enclosed": Text(da="Vedlagt på de næste sider", en="Enclosed on the pages that follow"),
    "where": Text(da="Hvor", en="Where"),
    "separate": Text(da="Sendes som selvstændig fil", en="Sent as a file of its own"),
    "none": Text(da="Ingen", en="None"),
    "party": Text(da="Borger", en="Citizen"),
    "sender": Text(da="Myndighed", en="Authority"),
    "opened": Text(da="Sagen begyndte", en="The case began"),
    "decided": Text(da="Afgørelsens dato", en="Date of the decision"),
    "appealed": Text(da="Klagen modtaget", en="Appeal received"),
    "legal_basis": Text(da="Lovgrundlag", en="Legal basis"),
    "contact": Text(da="Kontakt", en="Contact"),
    "made": Text(da="Udtrukket", en="Extracted"),
    "to": Text(da="Til", en="To"),
    "facts_of_case": Text(da="Sagen kort", en="The case in short"),
}

SENTENCES: Final = {
    "weeks": Text(
        da="{weeks} uger efter, at du har fået brevet", en="{weeks} weeks after you received this letter"
    ),
    "reassess": Text(
        da="Vi ser på sagen igen inden for {weeks} uger. "
        "Får du ikke fuldt medhold, sender vi klagen til {body}.",
        en="We look at the case again within {weeks} weeks. "
        "Unless we grant it in full, we send the appeal to {body}.",
    ),
    "deadline": Text(
        da="Du skal klage senest {weeks} uger efter, at du har fået brevet. {body} behandler klagen.",
        en="You must appeal within {weeks} weeks of receiving this letter. {body} handles the appeal.",
    ),
    "basis": Text(da="Afgørelsen er truffet efter {basis}.", en="The decision was made under {basis}."),
    "appeal_basis": Text(da="Klageadgang: {articles}.", en="Right of appeal: {articles}."),
    "contact": Text(da="Kontakt {name}, {title}.", en="Contact {name}, {title}."),
    "no_heading": Text(da="Skriv en overskrift.", en="Write a heading."),
    "long_heading": Text(da="Gør overskriften kortere.", en="Make the heading shorter."),
    "no_body": Text(da="Skriv, hvad brevet handler om.", en="Write what the letter is about."),
    "no_sender": Text(
        da="Skriv, hvilken kommune og enhed brevet kommer fra.", en="State the municipality and the unit."
    ),
    "no_addressee": Text(da="Skriv, hvem brevet er til.", en="State who the letter is for."),
    "no_contact": Text(
        da="Skriv, hvem borgeren kan ringe eller skrive til.",
        en="State whom the citizen can call or write to.",
    ),
    "no_answer_by": Text(
        da="Skriv, hvornår borgeren senest skal svare på høringen.",
        en="State by when the citizen must answer the hearing.",
    ),
    "no_title": Text(da="Skriv sagens titel.", en="State the title of the case."),
    "no_body_name": Text(da="Skriv, hvem akterne er til.", en="State whom the file is for."),
}
