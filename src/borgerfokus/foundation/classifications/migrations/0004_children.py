"""The few KLE subjects of the case types for children, added to the platform's own seed."""

from typing import Any

from django.db import migrations

_SUBJECTS = (
    ("27.24", "27", "Særlig støtte til børn og unge", "Special support for children and young people"),
    ("27.24.00", "27.24", "Særlig støtte til børn og unge i almindelighed", "Special support in general"),
    ("27.24.03", "27.24", "Børnefaglig undersøgelse", "Child examination"),
    ("27.24.06", "27.24", "Planer for børn og unge", "Plans for children and young people"),
    ("27.24.45", "27.24", "Underretningspligt m.v.", "Duty to notify etc."),
)


def load(apps: Any, _: Any) -> None:
    """Add them to the seed, if that is still what is in use."""
    editions, codes = apps.get_model("classifications", "Edition"), apps.get_model("classifications", "Code")
    for edition in editions.objects.filter(system="kle_subject", name="seed"):
        codes.objects.bulk_create(
            [codes(edition=edition, key=key, parent_key=up, title=da, title_en=en) for key, up, da, en in _SUBJECTS]
        )


class Migration(migrations.Migration):
    dependencies = [("classifications", "0003_adults")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
