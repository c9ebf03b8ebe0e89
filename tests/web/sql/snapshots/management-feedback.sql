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

SELECT "dialogue_complaint".…, "organisation_unit".…
  FROM "dialogue_complaint"
  LEFT OUTER JOIN "organisation_unit" ON ("dialogue_complaint"."unit_id" = "organisation_unit"."id")
  WHERE ("dialogue_complaint"."kind" = %s AND "dialogue_complaint"."kind" = %s)
  ORDER BY "dialogue_complaint"."answered_at" DESC, "dialogue_complaint"."due" ASC, "dialogue_complaint"."id" ASC
  LIMIT %s

