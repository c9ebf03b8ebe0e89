"""The time of an appointment goes along with the notice of it by e-mail, and a letter may be to a person alone."""

from django.db import migrations, models

MAIL = """
create function bf_mail_queue(out waiting bigint, out failed bigint, out oldest timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
    select count(*) filter (where m.state = 'queued'), count(*) filter (where m.state = 'failed'),
      min(m.queued_at) filter (where m.state = 'queued')
    from outbox_mail m
    where m.way = 'e_mail' and 'post.operate' = any((select bf_words('bf.verbs'))::text[])
  $$;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('outbox', '0003_channels_and_batches'),
    ]

    operations = [
        migrations.RunSQL(MAIL, "drop function bf_mail_queue();"),
        migrations.AddField(
            model_name='message',
            name='calendar',
            field=models.TextField(blank=True, default=''),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=models.CheckConstraint(
                condition=models.Q(('calendar', ''), models.Q(('about__isnull', False), ('channel', 'email')), _connector='OR'),
                name='message_calendar_goes_by_email',
            ),
        ),
        migrations.RemoveConstraint(
            model_name='message',
            name='message_is_of_a_case_or_a_batch',
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=models.CheckConstraint(
                condition=models.Q(('case_id__isnull', False), ('batch__isnull', False), ('way__isnull', False), ('kind', 'notice.personal'), _connector='OR'),
                name='message_is_of_a_case_or_a_batch',
            ),
        ),
    ]
