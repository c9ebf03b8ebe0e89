"""Messages, receipts and what the simulated Digital Post remembers."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("files", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "message_id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("case_id", models.BigIntegerField()),
                ("person_id", models.BigIntegerField()),
                (
                    "channel",
                    models.CharField(choices=[("digital_post", "Digital Post"), ("paper", "Paper")], max_length=20),
                ),
                ("kind", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=200)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Queued"),
                            ("sent", "Sent"),
                            ("received", "Received"),
                            ("read", "Read"),
                            ("failed", "Failed"),
                            ("handed_to_person", "Handed To Person"),
                        ],
                        default="queued",
                        max_length=20,
                    ),
                ),
                ("queued_at", models.DateTimeField()),
                ("queued_by", models.CharField(max_length=60)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("received_at", models.DateTimeField(blank=True, null=True)),
                ("presumed_on", models.DateField(blank=True, null=True)),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("next_try_at", models.DateTimeField(blank=True, null=True)),
                ("last_error", models.CharField(blank=True, max_length=60)),
                ("reference", models.CharField(max_length=80)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.storedfile"
                    ),
                ),
            ],
            options={
                'indexes': [models.Index(fields=["case_id", "queued_at"], name="message_by_case"), models.Index(fields=["person_id", "queued_at"], name="message_by_person"), models.Index(fields=["reference"], name="message_by_reference")],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("receipt_id", models.CharField(max_length=80)),
                ("kind", models.CharField(max_length=20)),
                ("at", models.DateTimeField()),
                ("raw", models.JSONField(default=dict)),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="receipts",
                        to="outbox.message",
                    ),
                ),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=("message", "receipt_id"), name="receipt_once")],
            },
        ),
        migrations.CreateModel(
            name="SimulatedPost",
            fields=[
                ("message_id", models.UUIDField(primary_key=True, serialize=False)),
                ("person_id", models.BigIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("accepted_at", models.DateTimeField()),
                ("arrives_at", models.DateTimeField()),
                ("times_offered", models.PositiveIntegerField(default=1)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("arrives_at__gte", models.F("accepted_at"))),
                        name="simulatedpost_arrives_after",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("next_try_at__isnull", False)),
                fields=["channel", "state", "next_try_at"],
                name="message_due",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["sent", "received", "read"]), _negated=True),
                    ("sent_at__isnull", False),
                    _connector="OR",
                ),
                name="message_sent_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["received", "read", "handed_to_person"]), _negated=True),
                    ("received_at__isnull", False),
                    _connector="OR",
                ),
                name="message_received_at_a_time",
            ),
        ),
    ]
