"""The municipality's own values."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    operations = [
        migrations.CreateModel(
            name="MunicipalValue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=80)),
                ("from_day", models.DateField()),
                ("value", models.JSONField()),
                ("reference_act", models.CharField(blank=True, max_length=160)),
                ("reference_section", models.CharField(blank=True, max_length=80)),
                ("reason", models.TextField()),
                ("saved_at", models.DateTimeField()),
                ("saved_by", models.CharField(max_length=60)),
            ],
            options={
                "indexes": [models.Index(fields=["key", "from_day"], name="municipal_value_by_key")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="municipal_value_has_a_reason"
                    )
                ],
            },
        ),
    ]
