SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date"
  FROM "django_session"
  WHERE ("django_session"."expire_date" > %s AND "django_session"."session_key" = %s)
  LIMIT %s

select bf_citizen_name(%s)

select power.person_id, power.kind, power.scopes, own.born from (select bf_birth_date(%s) as born) as own left join lateral ( select person_id, kind, scopes from bf_represented(%s …) union all select child, %s, array[]::varchar[] from bf_custody(%s …) as child ) as power on true

-- the scope opens

SELECT "coordination_transition".…, "organisation_unit".…, "organisation_employee".…, "T6".…, "T7".…
  FROM "coordination_transition"
  INNER JOIN "organisation_unit" ON ("coordination_transition"."child_unit_id" = "organisation_unit"."id")
  LEFT OUTER JOIN "organisation_employee" ON ("coordination_transition"."child_owner_id" = "organisation_employee"."id")
  INNER JOIN "organisation_unit" T6 ON ("coordination_transition"."adult_unit_id" = T6."id")
  LEFT OUTER JOIN "organisation_employee" T7 ON ("coordination_transition"."adult_owner_id" = T7."id")
  WHERE ("coordination_transition"."ended_at" IS NULL AND ("coordination_transition"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s) AND U0."ground" IN (%s …)))))) OR "coordination_transition"."citizen_id" IN (%s)) AND "coordination_transition"."citizen_id" = %s)

SELECT "coordination_transitiontopic".…
  FROM "coordination_transitiontopic"
  WHERE "coordination_transitiontopic"."transition_id" IN (%s)
  ORDER BY "coordination_transitiontopic"."id" ASC

SELECT "coordination_transitionneed".…, "offers_offer".…
  FROM "coordination_transitionneed"
  INNER JOIN "offers_offer" ON ("coordination_transitionneed"."offer_id" = "offers_offer"."id")
  WHERE "coordination_transitionneed"."transition_id" IN (%s)
  ORDER BY "coordination_transitionneed"."id" ASC

SELECT "people_person".…
  FROM "people_person"
  WHERE "people_person"."id" IN (%s)

SELECT "people_person".…
  FROM "people_person"
  WHERE "people_person"."id" IN (%s)

SELECT "people_onetimehelp".…
  FROM "people_onetimehelp"
  WHERE ("people_onetimehelp"."helper_id" IS NOT NULL AND "people_onetimehelp"."person_id" = %s AND "people_onetimehelp"."ended_at" IS NULL AND "people_onetimehelp"."ends_at" > %s)
  ORDER BY "people_onetimehelp"."started_at" DESC, "people_onetimehelp"."id" DESC
  LIMIT %s

insert into audit_lookup (at, subject, subject_name, unit_id, person_id, case_id, look, purpose, reason) select %s …, person, case_number, look, %s … from unnest(%s …) as shown(person, case_number, look)

