from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("insight", "0005_catalog")]

    operations = [
        migrations.AddField(
            model_name="peerrelease", name="wanted", field=models.CharField(blank=True, max_length=300)
        ),
        migrations.AddField(
            model_name="peerrelease", name="wanted_by", field=models.CharField(blank=True, max_length=80)
        ),
        migrations.AddField(
            model_name="peerrelease", name="refused", field=models.CharField(blank=True, max_length=60)
        ),
        migrations.AddConstraint(
            model_name="peerrelease",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("wanted", ""), ("wanted_by", "")),
                    models.Q(
                        models.Q(("wanted", ""), _negated=True), models.Q(("wanted_by", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="peer_release_wanted_by_somebody",
            ),
        ),
    ]
