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

SELECT "organisation_engagement".…, "organisation_employee".…, "organisation_unit".…
  FROM "organisation_engagement"
  INNER JOIN "organisation_employee" ON ("organisation_engagement"."employee_id" = "organisation_employee"."id")
  INNER JOIN "organisation_unit" ON ("organisation_engagement"."unit_id" = "organisation_unit"."id")
  WHERE ("organisation_engagement"."starts" <= %s AND ("organisation_engagement"."ends" IS NULL OR "organisation_engagement"."ends" > %s) AND "organisation_employee"."active" AND "organisation_engagement"."unit_id" IN (%s) AND "organisation_engagement"."role" IN (%s …))
  ORDER BY "organisation_employee"."name" ASC, "organisation_engagement"."id" ASC

SELECT "organisation_engagement".…, "organisation_employee".…, "organisation_unit".…
  FROM "organisation_engagement"
  INNER JOIN "organisation_employee" ON ("organisation_engagement"."employee_id" = "organisation_employee"."id")
  INNER JOIN "organisation_unit" ON ("organisation_engagement"."unit_id" = "organisation_unit"."id")
  WHERE ("organisation_engagement"."starts" <= %s AND ("organisation_engagement"."ends" IS NULL OR "organisation_engagement"."ends" > %s) AND "organisation_employee"."active" AND "organisation_engagement"."unit_id" IN (%s) AND "organisation_engagement"."role" IN (%s …))
  ORDER BY "organisation_employee"."name" ASC, "organisation_engagement"."id" ASC

SELECT "organisation_engagement".…, "organisation_employee".…, "organisation_unit".…
  FROM "organisation_engagement"
  INNER JOIN "organisation_employee" ON ("organisation_engagement"."employee_id" = "organisation_employee"."id")
  INNER JOIN "organisation_unit" ON ("organisation_engagement"."unit_id" = "organisation_unit"."id")
  WHERE ("organisation_engagement"."starts" <= %s AND ("organisation_engagement"."ends" IS NULL OR "organisation_engagement"."ends" > %s) AND "organisation_employee"."active" AND "organisation_engagement"."unit_id" IN (%s))
  ORDER BY "organisation_employee"."name" ASC, "organisation_engagement"."id" ASC

SELECT "case_messages_delegation".…, "organisation_employee".…, "T3".…
  FROM "case_messages_delegation"
  INNER JOIN "organisation_employee" ON ("case_messages_delegation"."employee_id" = "organisation_employee"."id")
  INNER JOIN "organisation_employee" T3 ON ("case_messages_delegation"."to_id" = T3."id")
  WHERE ("case_messages_delegation"."ended_at" IS NULL AND "case_messages_delegation"."ends" > %s)
  ORDER BY "case_messages_delegation"."starts" ASC, "case_messages_delegation"."id" ASC

