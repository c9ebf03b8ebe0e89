"""Sessions that people can see and end, and counts that stop guessing."""

from django.db import migrations, models

ENDED = """
create function bf_ended_session(key text) returns text
  language sql stable security definer set search_path = public, pg_temp as
  $$ select subject from login_device where session_key = key and ended_at is not null order by id desc limit 1 $$;
"""
"""Whose session a browser had before it was ended from another one: asked before anybody is known."""
UNLOGGED = "alter table login_ratecount set unlogged"
"""Counts of minutes are worth no write to the log of the database, and may be gone after a crash."""


class Migration(migrations.Migration):

    dependencies = [
        ('login', '0003_exchange'),
    ]

    operations = [
        migrations.CreateModel(
            name='Device',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=60)),
                ('session_key', models.CharField(max_length=40)),
                ('browser', models.CharField(blank=True, max_length=20)),
                ('system', models.CharField(blank=True, max_length=20)),
                ('begun_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['subject', 'begun_at'], name='device_by_subject'), models.Index(fields=['session_key'], name='device_by_session')],
            },
        ),
        migrations.CreateModel(
            name='RateCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=10)),
                ('key', models.BinaryField(max_length=32)),
                ('slot', models.BigIntegerField()),
                ('hits', models.PositiveIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('key', 'slot'), name='rate_count_once')],
            },
        ),
        migrations.RunSQL(ENDED, "drop function bf_ended_session(text);"),
        migrations.RunSQL(UNLOGGED, "alter table login_ratecount set logged"),
    ]
