SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date"
  FROM "django_session"
  WHERE ("django_session"."expire_date" > %s AND "django_session"."session_key" = %s)
  LIMIT %s

select bf_citizen_name(%s)

select power.person_id, power.kind, power.scopes, own.born from (select bf_birth_date(%s) as born) as own left join lateral ( select person_id, kind, scopes from bf_represented(%s …) union all select child, %s, array[]::varchar[] from bf_custody(%s …) as child ) as power on true

-- the scope opens

select (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "people_representation".…
  FROM "people_representation"
  WHERE (("people_representation"."ends" IS NULL OR "people_representation"."ends" > %s) AND "people_representation"."starts" <= %s AND "people_representation"."withdrawn_at" IS NULL AND "people_representation"."person_id" = %s)
  ORDER BY "people_representation"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "people_kinship".…
  FROM "people_kinship"
  WHERE (("people_kinship"."ends" IS NULL OR "people_kinship"."ends" > %s) AND "people_kinship"."custody" AND "people_kinship"."kind" = %s AND "people_kinship"."person_id" = %s AND "people_kinship"."starts" <= %s)
  ORDER BY "people_kinship"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "people_person".…
  FROM "people_person"
  WHERE "people_person"."id" = %s) as r(c…))

SELECT "people_onetimehelp".…
  FROM "people_onetimehelp"
  WHERE ("people_onetimehelp"."ended_at" IS NULL AND "people_onetimehelp"."person_id" = %s AND "people_onetimehelp"."started_at" IS NULL AND "people_onetimehelp"."code_until" > %s)
  ORDER BY "people_onetimehelp"."id" ASC
  LIMIT %s

SELECT "people_onetimehelp".…
  FROM "people_onetimehelp"
  WHERE ("people_onetimehelp"."helper_id" IS NOT NULL AND "people_onetimehelp"."person_id" = %s AND "people_onetimehelp"."ended_at" IS NULL AND "people_onetimehelp"."ends_at" > %s)
  ORDER BY "people_onetimehelp"."started_at" DESC, "people_onetimehelp"."id" DESC
  LIMIT %s

SELECT "casework_party".…, "casework_case".…, "casework_casetypeversion".…
  FROM "casework_party"
  INNER JOIN "casework_case" ON ("casework_party"."case_id" = "casework_case"."id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  WHERE ("casework_case"."citizen_id" = %s AND "casework_party"."ends" IS NULL AND "casework_party"."role" = %s AND "casework_party"."starts" <= %s)
  ORDER BY "casework_party"."case_id" ASC, "casework_party"."id" ASC

SELECT "people_onetimehelp".…
  FROM "people_onetimehelp"
  WHERE ("people_onetimehelp"."helper_id" IS NOT NULL AND "people_onetimehelp"."person_id" = %s)
  ORDER BY "people_onetimehelp"."started_at" DESC, "people_onetimehelp"."id" DESC
  LIMIT %s

SELECT "people_representation".…
  FROM "people_representation"
  WHERE (("people_representation"."ends" IS NULL OR "people_representation"."ends" > %s) AND "people_representation"."starts" <= %s AND "people_representation"."withdrawn_at" IS NULL AND "people_representation"."representative_id" = %s)
  ORDER BY "people_representation"."id" ASC

