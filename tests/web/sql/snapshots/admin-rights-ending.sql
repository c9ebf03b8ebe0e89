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

SELECT "logcontrol_rightsitem".…, "organisation_employee".…, "T3".…, "organisation_unit".…, "organisation_engagement".…
  FROM "logcontrol_rightsitem"
  LEFT OUTER JOIN "organisation_employee" ON ("logcontrol_rightsitem"."leader_id" = "organisation_employee"."id")
  INNER JOIN "organisation_employee" T3 ON ("logcontrol_rightsitem"."employee_id" = T3."id")
  INNER JOIN "organisation_unit" ON ("logcontrol_rightsitem"."unit_id" = "organisation_unit"."id")
  LEFT OUTER JOIN "organisation_engagement" ON ("logcontrol_rightsitem"."engagement_id" = "organisation_engagement"."id")
  WHERE ("logcontrol_rightsitem"."kind" = %s AND "logcontrol_rightsitem"."state" = %s)
  ORDER BY "logcontrol_rightsitem"."decided_at" ASC, "logcontrol_rightsitem"."id" ASC

