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

SELECT "guidance_guideversion"."document" AS "document"
  FROM "guidance_guideversion"
  WHERE "guidance_guideversion"."state" = %s
  ORDER BY "guidance_guideversion"."id" ASC
  LIMIT %s

SELECT "guidance_guideversion".…
  FROM "guidance_guideversion"
  ORDER BY "guidance_guideversion"."number" DESC

