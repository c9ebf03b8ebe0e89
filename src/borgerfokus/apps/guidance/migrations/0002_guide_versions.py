"""The municipality's own versions of the guide."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('guidance', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='GuideVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(unique=True)),
                ('document', models.TextField()),
                ('state', models.CharField(choices=[('concept', 'Concept'), ('published', 'Published'), ('retired', 'Retired')], default='concept', max_length=10)),
                ('saved_at', models.DateTimeField()),
                ('saved_by', models.CharField(max_length=60)),
                ('saved_by_name', models.CharField(max_length=200)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('published_by', models.CharField(blank=True, max_length=60)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'published')), fields=('state',), name='guide_one_published'), models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', True), ('published_by', ''), ('state', 'concept')), models.Q(models.Q(('state', 'concept'), _negated=True), ('published_at__isnull', False), models.Q(('published_by', ''), _negated=True)), _connector='OR'), name='guide_published_by_somebody')],
            },
        ),
    ]
