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

SELECT "organisation_unit".…
  FROM "organisation_unit"
  WHERE ("organisation_unit"."starts" <= %s AND ("organisation_unit"."ends" IS NULL OR "organisation_unit"."ends" > %s) AND "organisation_unit"."kind" = %s AND "organisation_unit"."id" IN (SELECT U0."unit_id" AS "unit_id"
  FROM "organisation_engagement" U0
  WHERE (U0."starts" <= %s AND (U0."ends" IS NULL OR U0."ends" > %s) AND U0."employee_id" = %s AND U0."role" = %s)))
  ORDER BY "organisation_unit"."name" ASC

SELECT "organisation_unit".…
  FROM "organisation_unit"
  WHERE ("organisation_unit"."starts" <= %s AND ("organisation_unit"."ends" IS NULL OR "organisation_unit"."ends" > %s) AND "organisation_unit"."kind" = %s AND "organisation_unit"."id" IN (SELECT U0."unit_id" AS "unit_id"
  FROM "organisation_engagement" U0
  WHERE (U0."starts" <= %s AND (U0."ends" IS NULL OR U0."ends" > %s) AND U0."employee_id" = %s AND U0."role" = %s)))
  ORDER BY "organisation_unit"."name" ASC

SELECT "organisation_engagement".…, "organisation_employee".…
  FROM "organisation_engagement"
  INNER JOIN "organisation_employee" ON ("organisation_engagement"."employee_id" = "organisation_employee"."id")
  WHERE ("organisation_engagement"."starts" <= %s AND ("organisation_engagement"."ends" IS NULL OR "organisation_engagement"."ends" > %s) AND "organisation_employee"."active" AND "organisation_engagement"."role" IN (%s …) AND "organisation_engagement"."unit_id" = %s)
  ORDER BY "organisation_employee"."name" ASC, "organisation_engagement"."id" ASC

