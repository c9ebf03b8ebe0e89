"""What is to be done after a campaign has a name of its own: a follow-up is the help looked at with the citizen."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("supervision", "0003_disclosure")]

    operations = [migrations.RenameModel("FollowUp", "ActionPoint")]
