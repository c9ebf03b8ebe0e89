SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date"
  FROM "django_session"
  WHERE ("django_session"."expire_date" > %s AND "django_session"."session_key" = %s)
  LIMIT %s

select bf_citizen_name(%s)

select power.person_id, power.kind, power.scopes, own.born from (select bf_birth_date(%s) as born) as own left join lateral ( select person_id, kind, scopes from bf_represented(%s …) union all select child, %s, array[]::varchar[] from bf_custody(%s …) as child ) as power on true

-- the scope opens

SELECT "people_person".…
  FROM "people_person"
  WHERE "people_person"."id" IN (%s)

SELECT "people_onetimehelp".…
  FROM "people_onetimehelp"
  WHERE ("people_onetimehelp"."helper_id" IS NOT NULL AND "people_onetimehelp"."person_id" = %s AND "people_onetimehelp"."ended_at" IS NULL AND "people_onetimehelp"."ends_at" > %s)
  ORDER BY "people_onetimehelp"."started_at" DESC, "people_onetimehelp"."id" DESC
  LIMIT %s

SELECT "people_address".…
  FROM "people_address"
  WHERE ("people_address"."ends" IS NULL AND "people_address"."person_id" = %s)
  ORDER BY "people_address"."id" ASC
  LIMIT %s

SELECT "people_kinship".…
  FROM "people_kinship"
  WHERE (("people_kinship"."ends" IS NULL OR "people_kinship"."ends" > %s) AND "people_kinship"."person_id" = %s)
  ORDER BY "people_kinship"."kind" ASC, "people_kinship"."id" ASC

insert into audit_lookup (at, subject, subject_name, unit_id, person_id, case_id, look, purpose, reason) select %s …, person, case_number, look, %s … from unnest(%s …) as shown(person, case_number, look)

