"""The findings of the configuration check, in Danish and English. Each says what to do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from borgerfokus.core.casework.casetype.errors import Finding, Weight
from borgerfokus.core.texts import Text


def unknown_parameter(path: str, key: str) -> Finding:
    return _blocking(
        "unknown_parameter",
        path,
        da=f"Parameteren »{key}« findes ikke. Ret nøglen, eller opret parameteren.",
        en=f"There is no parameter “{key}”. Mend the key, or create the parameter.",
    )


def parameter_not_in_force(path: str, key: str, on: date) -> Finding:
    return _blocking(
        "parameter_not_in_force",
        path,
        da=f"Parameteren »{key}« gælder ikke den {on.isoformat()}. Giv den en værdi for den dag.",
        en=f"The parameter “{key}” is not in force on {on.isoformat()}. Give it a value for that day.",
    )


def parameter_of_wrong_kind(path: str, key: str, unit: str) -> Finding:
    return _blocking(
        "parameter_of_wrong_kind",
        path,
        da=f"Parameteren »{key}« kan ikke bruges her: den er af slagsen {unit}. Peg på en anden.",
        en=f"The parameter “{key}” cannot be used here: it is of the kind {unit}. Point to another.",
    )


def parameter_not_confirmed(path: str, key: str) -> Finding:
    return _advice(
        "parameter_not_confirmed",
        path,
        da=f"Værdien af »{key}« er ikke bekræftet. Få kommunens jurist til at læse den.",
        en=f"The value of “{key}” is not confirmed. Have the municipality's lawyer read it.",
    )


def unknown_unit(path: str, unit: str) -> Finding:
    return _blocking(
        "unknown_unit",
        path,
        da=f"Enheden »{unit}« findes ikke i organisationen. Ret nøglen, eller opret enheden.",
        en=f"There is no unit “{unit}” in the organisation. Mend the key, or create the unit.",
    )


def unknown_subject(path: str, subject: str) -> Finding:
    return _blocking(
        "unknown_subject",
        path,
        da=f"KLE-emnet {subject} er ikke indlæst. Ret nummeret, eller indlæs KLE igen.",
        en=f"The KLE subject {subject} has not been imported. Mend the number, or import KLE again.",
    )


def unknown_frame(path: str, frame: str, known: Iterable[str]) -> Finding:
    names = ", ".join(sorted(known))
    return _blocking(
        "unknown_frame",
        path,
        da=f"Rammen »{frame}« findes ikke. Skriv en af disse, eller fjern linjen: {names}.",
        en=f"There is no frame “{frame}”. Write one of these, or remove the line: {names}.",
    )


def outcome_without_letter(path: str, outcome: Text) -> Finding:
    return _blocking(
        "outcome_without_letter",
        path,
        da=f"Udfaldet »{outcome.da}« har ingen brevtekst. Skriv den; ellers kan en sag ikke ende lovligt.",
        en=f"The outcome “{outcome.en}” has no letter text. Write it, or a case cannot end lawfully.",
    )


def no_hearing(path: str, outcome: Text) -> Finding:
    return _blocking(
        "no_hearing",
        path,
        da=f"»{outcome.da}« går imod borgeren. Sæt requires_hearing til true. Forvaltningsloven § 19.",
        en=f"“{outcome.en}” goes against the citizen. Set requires_hearing to true. Forvaltningsloven § 19.",
    )


def nothing_to_rest_on(path: str, outcome: Text) -> Finding:
    return _blocking(
        "nothing_to_rest_on",
        path,
        da=f"Ingen oplysning kræves for »{outcome.da}«. Skriv mindst én. Retssikkerhedsloven § 10.",
        en=f"No fact is required for “{outcome.en}”. Write at least one. Retssikkerhedsloven § 10.",
    )


def phase_without_milestone(path: str, phase: Text) -> Finding:
    return _blocking(
        "phase_without_milestone",
        path,
        da=f"Fasen »{phase.da}« har ingen milepæl. Skriv, hvad der skal være sket, før sagen går videre.",
        en=f"The phase “{phase.en}” has no milestone. Write what must have happened before it ends.",
    )


def phase_without_checklist(path: str, phase: Text) -> Finding:
    return _advice(
        "phase_without_checklist",
        path,
        da=f"Fasen »{phase.da}« har ingen tjekliste. Overvej, hvad der skal huskes.",
        en=f"The phase “{phase.en}” has no checklist. Consider what should be remembered.",
    )


def rules_not_confirmed(path: str) -> Finding:
    return _advice(
        "rules_not_confirmed",
        path,
        da="Teksten om reglerne er ikke læst af kommunens jurist. Få den læst, og sæt verified.",
        en="The municipality's lawyer has not read the text on the rules. Have it read, then set verified.",
    )


def hard_to_read(path: str, lix: int, longest: str) -> Finding:
    return _advice(
        "hard_to_read",
        path,
        da=f"Teksten er svær at læse (LIX {lix}). Del den længste sætning: »{longest}«",
        en=f"The text is hard to read (LIX {lix}). Split the longest sentence: “{longest}”",
    )


def _blocking(kind: str, path: str, *, da: str, en: str) -> Finding:
    return Finding(kind=kind, weight=Weight.BLOCKING, path=path, message=Text(da=da, en=en))


def _advice(kind: str, path: str, *, da: str, en: str) -> Finding:
    return Finding(kind=kind, weight=Weight.ADVICE, path=path, message=Text(da=da, en=en))
