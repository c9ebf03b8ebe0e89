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

SELECT "organisation_unit".…, "T2".…
  FROM "organisation_unit"
  LEFT OUTER JOIN "organisation_unit" T2 ON ("organisation_unit"."parent_id" = T2."id")
  WHERE ("organisation_unit"."starts" <= %s AND ("organisation_unit"."ends" IS NULL OR "organisation_unit"."ends" > %s))
  ORDER BY "organisation_unit"."name" ASC

SELECT "organisation_responsibility"."case_type_key" AS "case_type_key", "organisation_responsibility"."unit_id" AS "unit_id"
  FROM "organisation_responsibility"
  WHERE ("organisation_responsibility"."starts" <= %s AND ("organisation_responsibility"."ends" IS NULL OR "organisation_responsibility"."ends" > %s) AND "organisation_responsibility"."kind" IN (%s …))
  ORDER BY "organisation_responsibility"."kind" ASC, "organisation_responsibility"."id" DESC

SELECT "casework_casetypeversion".…
  FROM "casework_casetypeversion"
  WHERE (("casework_casetypeversion"."valid_to" IS NULL OR "casework_casetypeversion"."valid_to" > %s) AND "casework_casetypeversion"."state" = %s AND "casework_casetypeversion"."valid_from" <= %s)
  ORDER BY "casework_casetypeversion"."key" ASC, "casework_casetypeversion"."valid_from" ASC, "casework_casetypeversion"."number" ASC

