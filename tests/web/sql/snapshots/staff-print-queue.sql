SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date"
  FROM "django_session"
  WHERE ("django_session"."expire_date" > %s AND "django_session"."session_key" = %s)
  LIMIT %s

SELECT "organisation_engagement".…, "organisation_employee".…
  FROM "organisation_engagement"
  INNER JOIN "organisation_employee" ON ("organisation_engagement"."employee_id" = "organisation_employee"."id")
  WHERE ("organisation_engagement"."starts" <= %s AND ("organisation_engagement"."ends" IS NULL OR "organisation_engagement"."ends" > %s) AND "organisation_employee"."active" AND "organisation_engagement"."employee_id" = %s)
  ORDER BY "organisation_engagement"."primary" DESC, "organisation_engagement"."id" ASC

-- the scope opens

SELECT "outbox_message".…
  FROM "outbox_message"
  WHERE ("outbox_message"."channel" = %s AND "outbox_message"."state" = %s AND NOT ("outbox_message"."batch_id" IN (SELECT U0."id" AS "pk"
  FROM "outbox_letterbatch" U0
  WHERE U0."state" = %s) AND "outbox_message"."batch_id" IS NOT NULL) AND NOT ("outbox_message"."case_id" IN (SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."ground" = %s AND U0."starts" <= %s AND U0."subject" IN (%s …))) AND "outbox_message"."case_id" IS NOT NULL) AND "outbox_message"."run_id" IS NULL)
  ORDER BY "outbox_message"."queued_at" ASC, "outbox_message"."message_id" ASC
  LIMIT %s

SELECT "outbox_printrun".…
  FROM "outbox_printrun"
  ORDER BY "outbox_printrun"."id" DESC
  LIMIT %s

