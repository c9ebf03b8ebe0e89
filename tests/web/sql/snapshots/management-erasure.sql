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
  WHERE ("organisation_unit"."starts" <= %s AND ("organisation_unit"."ends" IS NULL OR "organisation_unit"."ends" > %s))
  ORDER BY "organisation_unit"."name" ASC

SELECT "rights_erasureproposal".…
  FROM "rights_erasureproposal"
  WHERE "rights_erasureproposal"."state" IN (%s …)

SELECT "rights_legalhold".…
  FROM "rights_legalhold"
  ORDER BY "rights_legalhold"."lifted_at" ASC, "rights_legalhold"."set_at" DESC, "rights_legalhold"."id" DESC

SELECT "rights_erasure".…
  FROM "rights_erasure"
  ORDER BY "rights_erasure"."erased_at" DESC, "rights_erasure"."id" DESC
  LIMIT %s

