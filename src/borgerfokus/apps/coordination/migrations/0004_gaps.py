"""Joint meetings behind the secret address of a calendar: when they are, and nothing else."""

from django.db import migrations

FEED = """
create function bf_meeting_feed(token text, first timestamptz, last timestamptz) returns table (
  meeting bigint, starts timestamptz, ends timestamptz, sequence integer, state text, called timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
    select m.id, m.starts, m.ends, m.sequence, m.state::text, m.called_at
    from coordination_meeting m, booking_calendarfeed f
    where f.token_hash = token and f.revoked_at is null and m.starts < last and m.ends > first and (
      f.subject = 'employee:' || m.called_by_id
      or exists (
        select 1 from coordination_invitee i where i.meeting_id = m.id
          and f.subject in ('citizen:' || i.person_id, 'employee:' || i.employee_id)
      )
    )
    order by m.starts, m.id
  $$;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('coordination', '0003_themes_and_guests'),
        ('booking', '0001_initial'),
    ]

    operations = [
        migrations.RunSQL(FEED, "drop function bf_meeting_feed(text, timestamptz, timestamptz);"),
    ]
