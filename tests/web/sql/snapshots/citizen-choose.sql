SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date"
  FROM "django_session"
  WHERE ("django_session"."expire_date" > %s AND "django_session"."session_key" = %s)
  LIMIT %s

select bf_citizen_name(%s)

select power.person_id, power.kind, power.scopes, own.born from (select bf_birth_date(%s) as born) as own left join lateral ( select person_id, kind, scopes from bf_represented(%s …) union all select child, %s, array[]::varchar[] from bf_custody(%s …) as child ) as power on true

-- the scope opens

SELECT "casework_casetypeversion".…
  FROM "casework_casetypeversion"
  WHERE (("casework_casetypeversion"."valid_to" IS NULL OR "casework_casetypeversion"."valid_to" > %s) AND "casework_casetypeversion"."state" = %s AND "casework_casetypeversion"."valid_from" <= %s)
  ORDER BY "casework_casetypeversion"."key" ASC, "casework_casetypeversion"."valid_from" ASC, "casework_casetypeversion"."number" ASC

SELECT "people_onetimehelp".…
  FROM "people_onetimehelp"
  WHERE ("people_onetimehelp"."helper_id" IS NOT NULL AND "people_onetimehelp"."person_id" = %s AND "people_onetimehelp"."ended_at" IS NULL AND "people_onetimehelp"."ends_at" > %s)
  ORDER BY "people_onetimehelp"."started_at" DESC, "people_onetimehelp"."id" DESC
  LIMIT %s

SELECT "drafts_draft".…
  FROM "drafts_draft"
  WHERE ("drafts_draft"."key"::text LIKE %s AND "drafts_draft"."subject" = %s)
  ORDER BY "drafts_draft"."saved_at" DESC, "drafts_draft"."id" DESC

