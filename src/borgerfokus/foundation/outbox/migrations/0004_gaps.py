"""The time of an appointment goes along with its notice by e-mail, and a letter may be to a person alone, for a time."""

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

FORGET = """
create function bf_forget_letters(before timestamptz, most int) returns table (path text)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  letters uuid[];
  files bigint[];
begin
  if current_setting('bf.everything', true) is distinct from 'on' then
    raise exception 'letters are forgotten by the platform alone' using errcode = 'insufficient_privilege';
  end if;
  select array_agg(old.message_id), array_agg(old.file_id) filter (where old.file_id is not null)
    into letters, files
    from (
      select m.message_id, m.file_id from outbox_message m
      where m.case_id is null and m.way_id is null and m.queued_at < before
      order by m.queued_at limit most
    ) old;
  letters := letters || array(select n.message_id from outbox_message n where n.about = any(letters));
  perform set_config('bf.erasing', 'on', true);
  delete from outbox_receipt r where r.message_id = any(letters);
  perform set_config('bf.erasing', '', true);
  delete from outbox_message m where m.message_id = any(letters);
  return query delete from files_storedfile f where f.id = any(files) and f.case_id is null returning f.path::text;
end
  $$;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('outbox', '0003_channels_and_batches'),
    ]

    operations = [
        migrations.RunSQL(MAIL, "drop function bf_mail_queue();"),
        migrations.RunSQL(FORGET, "drop function bf_forget_letters(timestamptz, int);"),
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
