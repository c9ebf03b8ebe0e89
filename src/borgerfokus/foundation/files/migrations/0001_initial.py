"""The table of stored files."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies: ClassVar[list[tuple[str, str]]] = []

    operations = [
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("case_id", models.BigIntegerField(blank=True, null=True)),
                ("owner_subject", models.CharField(blank=True, max_length=60)),
                ("name", models.CharField(max_length=120)),
                ("kind", models.CharField(max_length=100)),
                ("size", models.BigIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("path", models.CharField(max_length=80)),
                (
                    "state",
                    models.CharField(
                        choices=[("quarantined", "Quarantined"), ("clean", "Clean"), ("refused", "Refused")],
                        default="quarantined",
                        max_length=12,
                    ),
                ),
                ("refused_why", models.CharField(blank=True, max_length=60)),
                ("withheld", models.BooleanField(default=False)),
                ("uploaded_at", models.DateTimeField()),
                ("uploaded_by", models.CharField(max_length=60)),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["case_id", "uploaded_at"], name="file_by_case"),
                    models.Index(fields=["sha256"], name="file_by_content"),
                    models.Index(condition=models.Q(("state", "quarantined")), fields=["state"], name="file_waiting"),
                    models.Index(
                        condition=models.Q(("case_id__isnull", True)),
                        fields=["owner_subject"],
                        name="file_unclaimed",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("case_id__isnull", False),
                            models.Q(("owner_subject", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="file_has_a_case_or_an_owner",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("refused_why__gt", ""), ("state", "refused")),
                            models.Q(models.Q(("state", "refused"), _negated=True), ("refused_why", "")),
                            _connector="OR",
                        ),
                        name="file_refused_for_a_reason",
                    ),
                    models.CheckConstraint(condition=models.Q(("size__gt", 0)), name="file_not_empty"),
                ],
            },
        ),
    ]
