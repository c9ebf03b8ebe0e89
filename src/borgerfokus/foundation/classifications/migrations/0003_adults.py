"""The subjects of the kinds of help for adults that came later, beside the first few."""

from typing import Any

from django.db import migrations

_SUBJECTS = (
    ("27.36.06", "27.36", "Rehabiliteringsforløb", "Course of rehabilitation"),
    ("27.36.08", "27.36", "Afløsning og aflastning", "Relief for relatives"),
    ("27.36.16", "27.36", "Træning efter serviceloven", "Training under serviceloven"),
    ("27.39", "27", "Hjælpere, borgeren selv ansætter", "Helpers hired by the citizen"),
    ("27.39.16", "27.39", "Kontant tilskud til hjælpere", "Cash grant for helpers"),
    ("27.39.20", "27.39", "Borgerstyret personlig assistance", "Citizen-controlled personal assistance"),
    ("27.48", "27", "Ledsagelse og kontaktpersoner", "Escort and contact persons"),
    ("27.48.04", "27.48", "Ledsagelse", "Escort"),
    ("27.48.08", "27.48", "Støtte- og kontaktperson", "Support and contact person"),
    ("27.51", "27", "Behandling af voksne", "Treatment of adults"),
    ("27.51.04", "27.51", "Behandling for stofmisbrug", "Treatment for drug use"),
    ("27.51.08", "27.51", "Særlig behandling", "Special treatment"),
    ("27.54", "27", "Beskæftigelse og samvær", "Occupation and company"),
    ("27.54.04", "27.54", "Beskyttet beskæftigelse", "Sheltered employment"),
    ("27.54.08", "27.54", "Aktivitet og samvær", "Activity and company"),
    ("27.57.08", "27.57", "Længerevarende botilbud", "Lasting place to live"),
    ("27.57.12", "27.57", "Krisecenter", "Crisis centre"),
    ("27.57.16", "27.57", "Herberg og forsorgshjem", "Shelter and reception centre"),
    ("27.60.16", "27.60", "Forbrugsgoder", "Consumer durables"),
    ("27.60.20", "27.60", "Støtte til bil", "Support for a car"),
    ("27.60.24", "27.60", "Boligindretning", "Home adaptation"),
    ("27.60.28", "27.60", "Individuel befordring", "Individual transport"),
    ("27.63", "27", "Pasning af pårørende", "Care of relatives"),
    ("27.63.04", "27.63", "Pasning af nærtstående", "Care of a close person"),
    ("29.18", "29", "Sygepleje", "Nursing"),
    ("29.18.00", "29.18", "Hjemmesygepleje", "Home nursing"),
    ("29.24", "29", "Behandling efter sundhedsloven", "Treatment under sundhedsloven"),
    ("29.24.04", "29.24", "Alkoholbehandling", "Alcohol treatment"),
    ("32.18.14", "32.18", "Plejevederlag ved pasning af døende", "Allowance for care of a dying person"),
)


def load(apps: Any, _: Any) -> None:
    """Add to the seed; an edition of the owners' own that has been loaded already stays as it is."""
    editions, codes = apps.get_model("classifications", "Edition"), apps.get_model("classifications", "Code")
    edition = editions.objects.filter(system="kle_subject", name="seed").first()
    if edition is None:
        return
    codes.objects.bulk_create(
        [codes(edition=edition, key=key, parent_key=up, title=da, title_en=en) for key, up, da, en in _SUBJECTS]
    )


class Migration(migrations.Migration):
    dependencies = [("classifications", "0002_seed")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
