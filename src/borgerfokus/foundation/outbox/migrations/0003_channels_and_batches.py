"""The ways that citizens choose, letters to many, runs of the print house, and what operators are shown."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

FUNCTIONS = """
create function bf_post_queues() returns table (channel varchar, state varchar, number bigint, oldest timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
    select m.channel, m.state, count(*), min(m.queued_at) from outbox_message m
    where m.state in ('queued', 'sent', 'failed') and 'post.operate' = any((select bf_words('bf.verbs'))::text[])
    group by m.channel, m.state
  $$;

create function bf_post_messages(only_channel text, only_state text, asked_id uuid, receipt text, most int, skipped int)
  returns table (message_id uuid, channel varchar, state varchar, batch_id bigint, is_notice boolean,
    has_case boolean, queued_at timestamptz, sent_at timestamptz, received_at timestamptz, attempts int, next_try_at timestamptz,
    last_error varchar)
  language sql stable security definer set search_path = public, pg_temp as $$
    select m.message_id, m.channel, m.state, m.batch_id, m.way_id is not null, m.case_id is not null, m.queued_at,
      m.sent_at, m.received_at, m.attempts, m.next_try_at, m.last_error
    from outbox_message m
    where 'post.operate' = any((select bf_words('bf.verbs'))::text[])
      and case when asked_id is null and receipt = '' then m.state in ('queued', 'sent', 'failed')
        else m.message_id = asked_id
          or m.message_id in (select r.message_id from outbox_receipt r where receipt <> '' and r.receipt_id = receipt)
        end
      and (only_channel = '' or m.channel = only_channel)
      and (only_state = '' or m.state = only_state)
    order by m.queued_at, m.message_id
    limit least(most, 200) offset skipped
  $$;
"""
REMOVE = """
drop function bf_post_messages(text, text, uuid, text, int, int);
drop function bf_post_queues();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('files', '0001_initial'),
        ('outbox', '0002_mail_to_others'),
    ]

    operations = [
        migrations.AddField(
            model_name='message',
            name='about',
            field=models.UUIDField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='message',
            name='case_id',
            field=models.BigIntegerField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='message',
            name='channel',
            field=models.CharField(choices=[('digital_post', 'Digital Post'), ('paper', 'Paper'), ('email', 'Email'), ('sms', 'Sms')], max_length=20),
        ),
        migrations.AlterField(
            model_name='message',
            name='file',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile'),
        ),
        migrations.AlterField(
            model_name='message',
            name='state',
            field=models.CharField(choices=[('queued', 'Queued'), ('sent', 'Sent'), ('received', 'Received'), ('read', 'Read'), ('failed', 'Failed'), ('handed_to_person', 'Handed To Person'), ('cancelled', 'Cancelled')], default='queued', max_length=20),
        ),
        migrations.AlterField(
            model_name='message',
            name='title',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.CreateModel(
            name='ChannelPause',
            fields=[
                ('channel', models.CharField(choices=[('digital_post', 'Digital Post'), ('paper', 'Paper'), ('email', 'Email'), ('sms', 'Sms')], max_length=20, primary_key=True, serialize=False)),
                ('reason', models.CharField(max_length=200)),
                ('since', models.DateTimeField()),
                ('by', models.CharField(max_length=60)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='channel_pause_says_why')],
            },
        ),
        migrations.CreateModel(
            name='LetterBatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('heading', models.CharField(max_length=120)),
                ('body', models.TextField()),
                ('columns', models.JSONField(default=list)),
                ('source', models.CharField(blank=True, max_length=200)),
                ('sender', models.CharField(max_length=160)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('waiting', 'Waiting'), ('running', 'Running'), ('paused', 'Paused'), ('cancelled', 'Cancelled')], default='draft', max_length=10)),
                ('total', models.PositiveIntegerField(default=0)),
                ('made_at', models.DateTimeField()),
                ('made_by', models.CharField(max_length=60)),
                ('made_name', models.CharField(max_length=200)),
                ('approved_at', models.DateTimeField(blank=True, null=True)),
                ('approved_by', models.CharField(blank=True, max_length=60)),
                ('approved_name', models.CharField(blank=True, max_length=200)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('approved_at__isnull', True), ('approved_by', '')), models.Q(('approved_at__isnull', False), models.Q(('approved_by', ''), _negated=True)), _connector='OR'), name='letter_batch_approved_by_a_hand'), models.CheckConstraint(condition=models.Q(('approved_by', ''), models.Q(('approved_by', models.F('made_by')), _negated=True), _connector='OR'), name='letter_batch_approved_by_another'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['running', 'paused']), _negated=True), ('approved_at__isnull', False), _connector='OR'), name='letter_batch_runs_when_approved')],
            },
        ),
        migrations.CreateModel(
            name='BatchEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('person_id', models.BigIntegerField()),
                ('about_case', models.BigIntegerField(blank=True, null=True)),
                ('values', models.JSONField(default=list)),
                ('message_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('queued_at', models.DateTimeField(blank=True, null=True)),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='outbox.letterbatch')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('queued_at__isnull', True)), fields=['batch', 'number'], name='batch_entry_waiting')],
                'constraints': [models.UniqueConstraint(fields=('batch', 'number'), name='batch_entry_in_order'), models.UniqueConstraint(fields=('batch', 'person_id'), name='batch_entry_once_each')],
            },
        ),
        migrations.AddField(
            model_name='message',
            name='batch',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='outbox.letterbatch'),
        ),
        migrations.CreateModel(
            name='NoticeWay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person_id', models.BigIntegerField()),
                ('channel', models.CharField(choices=[('email', 'Email'), ('sms', 'Sms'), ('paper', 'Paper')], max_length=10)),
                ('address_sealed', models.BinaryField(default=b'')),
                ('chosen_at', models.DateTimeField()),
                ('codes', models.PositiveSmallIntegerField(default=0)),
                ('code_sent_at', models.DateTimeField(blank=True, null=True)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('stopped_at', models.DateTimeField(blank=True, null=True)),
                ('stopped_why', models.CharField(blank=True, choices=[('asked', 'Asked'), ('replaced', 'Replaced'), ('bounced', 'Bounced')], max_length=10)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('stopped_at__isnull', True)), fields=('person_id', 'channel'), name='notice_way_one_of_a_kind'), models.CheckConstraint(condition=models.Q(models.Q(('address_sealed', b''), ('channel', 'paper')), models.Q(models.Q(('channel', 'paper'), _negated=True), models.Q(('address_sealed', b''), _negated=True)), _connector='OR'), name='notice_way_leads_somewhere'), models.CheckConstraint(condition=models.Q(models.Q(('stopped_at__isnull', True), ('stopped_why', '')), models.Q(('stopped_at__isnull', False), models.Q(('stopped_why', ''), _negated=True)), _connector='OR'), name='notice_way_stopped_for_a_reason')],
            },
        ),
        migrations.AddField(
            model_name='message',
            name='way',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='outbox.noticeway'),
        ),
        migrations.CreateModel(
            name='PrintRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField()),
                ('made_by', models.CharField(max_length=60)),
                ('letters', models.PositiveIntegerField(default=0)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('sent_at__isnull', True), ('undone_at__isnull', True), _connector='OR'), name='print_run_ends_one_way')],
            },
        ),
        migrations.AddField(
            model_name='message',
            name='run',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='outbox.printrun'),
        ),
        migrations.AddIndex(
            model_name='message',
            index=models.Index(condition=models.Q(('state__in', ['queued', 'sent', 'failed'])), fields=['channel', 'state', 'queued_at'], name='message_open'),
        ),
        migrations.AddIndex(
            model_name='message',
            index=models.Index(condition=models.Q(('batch__isnull', False)), fields=['batch', 'channel', 'state'], name='message_by_batch'),
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('channel__in', ['email', 'sms']), ('file__isnull', True), ('title', ''), ('way__isnull', False)), models.Q(('about__isnull', True), ('way__isnull', True), models.Q(('channel__in', ['email', 'sms']), _negated=True)), _connector='OR'), name='message_notice_carries_nothing'),
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=models.CheckConstraint(condition=models.Q(('file__isnull', False), ('batch__isnull', False), ('way__isnull', False), _connector='OR'), name='message_has_something_to_send'),
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=models.CheckConstraint(condition=models.Q(('case_id__isnull', False), ('batch__isnull', False), ('way__isnull', False), _connector='OR'), name='message_is_of_a_case_or_a_batch'),
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=models.CheckConstraint(condition=models.Q(('run__isnull', True), ('channel', 'paper'), _connector='OR'), name='message_run_is_of_paper'),
        ),
        migrations.RunSQL(FUNCTIONS, REMOVE),
    ]
