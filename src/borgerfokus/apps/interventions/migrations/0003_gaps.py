"""Who gives the help measures goals, with or without words about it."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('interventions', '0002_partners'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='statusnote',
            name='status_note_says_something',
        ),
        migrations.AlterField(
            model_name='statusnote',
            name='text',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='statusnotegoal',
            name='measured',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True),
        ),
    ]
