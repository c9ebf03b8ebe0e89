SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date"
  FROM "django_session"
  WHERE ("django_session"."expire_date" > %s AND "django_session"."session_key" = %s)
  LIMIT %s

SELECT "organisation_engagement".…, "organisation_employee".…
  FROM "organisation_engagement"
  INNER JOIN "organisation_employee" ON ("organisation_engagement"."employee_id" = "organisation_employee"."id")
  WHERE ("organisation_engagement"."starts" <= %s AND ("organisation_engagement"."ends" IS NULL OR "organisation_engagement"."ends" > %s) AND "organisation_employee"."active" AND "organisation_engagement"."employee_id" = %s)
  ORDER BY "organisation_engagement"."primary" DESC, "organisation_engagement"."id" ASC

with recursive below as ( select unnest(%(units)s::bigint[]) as id union select u.id from organisation_unit u join below on u.parent_id = below.id where u.starts <= %(day)s and (u.ends is null or u.ends > %(day)s) ) select id from below

-- the scope opens

SELECT "insight_indicatorfigure".…
  FROM "insight_indicatorfigure"
  WHERE "insight_indicatorfigure"."indicator" IN (%s …)
  ORDER BY "insight_indicatorfigure"."until" ASC, "insight_indicatorfigure"."month" ASC, "insight_indicatorfigure"."unit" ASC, "insight_indicatorfigure"."part" ASC

