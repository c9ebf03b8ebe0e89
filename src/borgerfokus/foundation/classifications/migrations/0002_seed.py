"""The few codes that the shipped case types and the demo municipality use, written for this project.

A municipality loads the owners' own editions with `borgerfokus import`; those then take the place of these.
"""

from datetime import UTC, datetime
from typing import Any

from django.db import migrations

_LONG_AGO = datetime(2007, 1, 1, tzinfo=UTC)

_SUBJECTS = (
    ("27", "", "Social støtte til voksne", "Social support for adults"),
    ("27.36", "27", "Hjælp og støtte i hverdagen", "Help and support in everyday life"),
    ("27.36.04", "27.36", "Personlig og praktisk hjælp", "Personal and practical help"),
    ("27.36.12", "27.36", "Socialpædagogisk støtte", "Social pedagogical support"),
    ("27.57", "27", "Steder at bo for voksne", "Places to live for adults"),
    ("27.57.04", "27.57", "Midlertidigt botilbud", "Temporary place to live"),
    ("27.60", "27", "Hjælpemidler mv.", "Assistive devices etc."),
    ("27.60.04", "27.60", "Hjælpemidler", "Assistive devices"),
    ("29", "", "Sundhed", "Health"),
    ("29.21", "29", "Træning", "Training"),
    ("29.21.04", "29.21", "Genoptræning", "Rehabilitation"),
    ("32", "", "Ydelser", "Benefits"),
    ("32.18", "32", "Ydelser ved nedsat funktionsevne", "Benefits for reduced ability to function"),
    ("32.18.08", "32.18", "Nødvendige merudgifter for voksne", "Necessary additional expenses of adults"),
)
_FACETS = (
    ("G", "", "Sager efter faste regler", "Cases by fixed rules"),
    ("G01", "G", "Almindelig sag", "Ordinary case"),
)
_REGIONS = (
    ("1081", "", "Region Nordjylland", "North Denmark Region"),
    ("1082", "", "Region Midtjylland", "Central Denmark Region"),
    ("1083", "", "Region Syddanmark", "Region of Southern Denmark"),
    ("1084", "", "Region Hovedstaden", "Capital Region of Denmark"),
    ("1085", "", "Region Sjælland", "Region Zealand"),
)
_MUNICIPALITIES = (
    ("9990", "", "Fjordby", "Fjordby"),
    ("9991", "", "Nabosund", "Nabosund"),
)
_SEED = {
    "kle_subject": _SUBJECTS,
    "kle_facet": _FACETS,
    "region": _REGIONS,
    "municipality": _MUNICIPALITIES,
}


def load(apps: Any, _: Any) -> None:
    """Put the seed in as an edition of its own."""
    editions, codes = apps.get_model("classifications", "Edition"), apps.get_model("classifications", "Code")
    for system, rows in _SEED.items():
        edition = editions.objects.create(system=system, name="seed", loaded_at=_LONG_AGO)
        codes.objects.bulk_create(
            [codes(edition=edition, key=key, parent_key=up, title=da, title_en=en) for key, up, da, en in rows]
        )


class Migration(migrations.Migration):
    dependencies = [("classifications", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
