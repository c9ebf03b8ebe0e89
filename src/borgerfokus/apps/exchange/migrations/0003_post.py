"""How Digital Post is doing, for who keeps integrations and sees no letter."""

from django.db import migrations

POST = """
create function bf_post_standing(out waiting bigint, out failed bigint, out last_sent timestamptz, out trouble text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) filter (where state = 'queued'), count(*) filter (where state = 'failed'), max(sent_at),
    (array_agg(last_error order by queued_at desc) filter (where state in ('queued', 'failed') and last_error <> ''))[1]
  from outbox_message where channel = 'digital_post'
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("exchange", "0002_stream"), ("outbox", "0001_initial")]

    operations = [migrations.RunSQL(POST, "drop function bf_post_standing();")]
