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

SELECT "rights_lookupquestion".…
  FROM "rights_lookupquestion"
  WHERE "rights_lookupquestion"."answered_at" IS NULL
  ORDER BY "rights_lookupquestion"."due" ASC, "rights_lookupquestion"."id" ASC

SELECT "rights_lookupquestion".…
  FROM "rights_lookupquestion"
  WHERE "rights_lookupquestion"."answered_at" IS NOT NULL
  ORDER BY "rights_lookupquestion"."answered_at" DESC, "rights_lookupquestion"."id" DESC
  LIMIT %s

SELECT "audit_lookup".…
  FROM "audit_lookup"
  WHERE "audit_lookup"."id" IN (%s …)

SELECT "organisation_unit".…
  FROM "organisation_unit"
  WHERE ("organisation_unit"."starts" <= %s AND ("organisation_unit"."ends" IS NULL OR "organisation_unit"."ends" > %s))
  ORDER BY "organisation_unit"."name" ASC

