"""What the public pages say that is not in a case type: life situations, numbers to call, rights."""

from collections.abc import Mapping
from dataclasses import dataclass

from borgerfokus.core.casework.casetype import LifeSituation
from borgerfokus.core.texts import Text


@dataclass(frozen=True)
class Situation:
    """A life situation: how people say it, what they find there, its drawing, and words on what to do first."""

    key: LifeSituation
    title: Text
    text: Text
    glyph: str
    first: Text


SITUATIONS: tuple[Situation, ...] = (
    Situation(
        LifeSituation.GETTING_OLDER,
        Text(da="Jeg bliver ældre", en="I am getting older"),
        Text(da="Hjælp i hjemmet, mad, træning og fællesskaber.", en="Help at home, meals, training and company."),
        "older",
        Text(
            da="Du kan altid besøge Wiedergården. Her er træning, mad og mennesker, og du skal ikke søge om noget.",
            en="You can always visit Wiedergården. There is training, food and company, and nothing to apply for.",
        ),
    ),
    Situation(
        LifeSituation.CHILD_IN_DIFFICULTY,
        Text(da="Mit barn har det svært", en="My child is having a hard time"),
        Text(da="Råd til forældre, samtaler og støtte i familien.", en="Advice, talks and support for the family."),
        "child",
        Text(
            da="Ring til Børn og Forebyggelse og få et råd. Du kan ringe uden at sige, hvem du er.",
            en="Call Children and Prevention for advice. You can call without saying who you are.",
        ),
    ),
    Situation(
        LifeSituation.MENTAL_HEALTH,
        Text(da="Jeg har det svært psykisk", en="I am struggling mentally"),
        Text(da="Nogen at tale med, og støtte i hverdagen.", en="Somebody to talk to, and everyday support."),
        "mind",
        Text(
            da="Tal med din egen læge, eller kom i det åbne tilbud. Har du brug for mere, kan du søge om støtte.",
            en="Talk to your doctor, or come to the open house. If you need more, you can ask for support.",
        ),
    ),
    Situation(
        LifeSituation.DISABILITY,
        Text(da="Jeg lever med et handicap", en="I live with a disability"),
        Text(da="Støtte, ledsagelse, hjælpemidler og bolig.", en="Support, company, aids and housing."),
        "disability",
        Text(
            da="Fortæl os, hvad der er svært i din hverdag. Så finder vi sammen ud af, hvad der hjælper.",
            en="Tell us what is hard in your everyday life. Then we find out together what helps.",
        ),
    ),
    Situation(
        LifeSituation.RELATIVE,
        Text(da="Jeg hjælper en, jeg holder af", en="I help somebody I care for"),
        Text(da="Aflastning, orlov og råd til pårørende.", en="Respite, leave and advice for relatives."),
        "relative",
        Text(
            da="Du kan søge for en anden, når du har fuldmagt. Du kan også bede om et råd til dig selv.",
            en="You can apply for somebody else if you have their power of attorney. You can also ask for advice.",
        ),
    ),
    Situation(
        LifeSituation.HOME_FROM_HOSPITAL,
        Text(da="Jeg kommer hjem fra sygehuset", en="I am coming home from hospital"),
        Text(da="Genoptræning, sygepleje og hjælpemidler.", en="Rehabilitation, nursing and aids."),
        "hospital",
        Text(
            da="Har du en genoptræningsplan, kontakter vi dig. Mangler du noget derhjemme, så ring til os.",
            en="If you have a rehabilitation plan, we contact you. If you lack something at home, call us.",
        ),
    ),
    Situation(
        LifeSituation.TURNING_18,
        Text(da="Jeg fylder snart 18", en="I am turning 18 soon"),
        Text(da="Uddannelse, bolig, penge og støtte som voksen.", en="Education, housing, money and adult support."),
        "youth",
        Text(
            da="Når du fylder 18, er det voksenreglerne, der gælder. Tal med din rådgiver i god tid.",
            en="When you turn 18, the rules for adults apply. Talk to your adviser in good time.",
        ),
    ),
    Situation(
        LifeSituation.ALCOHOL_OR_DRUGS,
        Text(da="Jeg drikker eller tager stoffer", en="I drink or take drugs"),
        Text(da="Rådgivning og behandling. Du kan være anonym.", en="Advice and treatment. You can be anonymous."),
        "substances",
        Text(
            da="Ring til os, eller kom forbi. Du behøver ikke at sige dit navn for at få et råd.",
            en="Call us or come by. You need not give your name to get advice.",
        ),
    ),
)
BY_KEY: Mapping[str, Situation] = {situation.key.value: situation for situation in SITUATIONS}

CRISIS: tuple[tuple[str, str, Text], ...] = (
    (
        "112",
        "tel:112",
        Text(da="Ved livsfare. Politi, brand og ambulance.", en="Danger to life. Police, fire, ambulance."),
    ),
    (
        "09 99 00 18",
        "tel:+4509990018",
        Text(da="Kommunens sociale døgnvagt, hele døgnet.", en="The municipality's social duty line, day and night."),
    ),
    (
        "70 201 201",
        "tel:+4570201201",
        Text(da="Livslinien, hvis du tænker på at dø.", en="The life line, if you think of dying."),
    ),
    (
        "1888",
        "tel:1888",
        Text(da="Lev Uden Vold. Du kan være anonym.", en="Live without violence. You can be anonymous."),
    ),
    ("116 111", "tel:116111", Text(da="BørneTelefonen, for dig under 18.", en="The children's line, under 18.")),
)
