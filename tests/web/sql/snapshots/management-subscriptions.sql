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

SELECT "organisation_unit".…
  FROM "organisation_unit"
  WHERE ("organisation_unit"."starts" <= %s AND ("organisation_unit"."ends" IS NULL OR "organisation_unit"."ends" > %s))
  ORDER BY "organisation_unit"."name" ASC

SELECT "casework_casetypeversion".…
  FROM "casework_casetypeversion"
  WHERE (("casework_casetypeversion"."valid_to" IS NULL OR "casework_casetypeversion"."valid_to" > %s) AND "casework_casetypeversion"."state" = %s AND "casework_casetypeversion"."valid_from" <= %s)
  ORDER BY "casework_casetypeversion"."key" ASC, "casework_casetypeversion"."valid_from" ASC, "casework_casetypeversion"."number" ASC

SELECT "insight_figuresubscription".…
  FROM "insight_figuresubscription"
  WHERE ("insight_figuresubscription"."employee_id" = %s AND "insight_figuresubscription"."ended_at" IS NULL)
  ORDER BY "insight_figuresubscription"."id" ASC

