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

SELECT "logcontrol_rightsreview".…
  FROM "logcontrol_rightsreview"
  ORDER BY "logcontrol_rightsreview"."starts" DESC
  LIMIT %s

SELECT "logcontrol_rightsitem".…, "T3".…, "organisation_unit".…
  FROM "logcontrol_rightsitem"
  INNER JOIN "organisation_employee" T3 ON ("logcontrol_rightsitem"."employee_id" = T3."id")
  INNER JOIN "organisation_unit" ON ("logcontrol_rightsitem"."unit_id" = "organisation_unit"."id")
  WHERE (("logcontrol_rightsitem"."leader_id" = %s OR ("logcontrol_rightsitem"."leader_id" IS NULL AND NOT ("logcontrol_rightsitem"."employee_id" = %s))) AND "logcontrol_rightsitem"."review_id" = %s)

SELECT "logcontrol_rightsitem"."leader_id" AS "leader_id", "organisation_employee"."name" AS "leader__name", COUNT("logcontrol_rightsitem"."id") AS "number", COUNT("logcontrol_rightsitem"."id") FILTER (WHERE "logcontrol_rightsitem"."state" = %s) AS "left", COUNT("logcontrol_rightsitem"."id") FILTER (WHERE "logcontrol_rightsitem"."state" IN (%s …)) AS "ending"
  FROM "logcontrol_rightsitem"
  LEFT OUTER JOIN "organisation_employee" ON ("logcontrol_rightsitem"."leader_id" = "organisation_employee"."id")
  WHERE "logcontrol_rightsitem"."review_id" = %s
  GROUP BY %s …

