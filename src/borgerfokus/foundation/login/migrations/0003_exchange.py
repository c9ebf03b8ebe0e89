"""Programs get groups of fields; those that were let in before have what they had."""

import django.contrib.postgres.fields
from django.db import migrations, models

BEFORE = "update login_client set groups = array['case.course', 'case.subject', 'citizen']"


class Migration(migrations.Migration):
    dependencies = [("login", "0002_citizen")]

    operations = [
        migrations.AddField(
            model_name="client",
            name="groups",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=30), default=list, size=None
            ),
        ),
        migrations.RunSQL(BEFORE, migrations.RunSQL.noop),
    ]
