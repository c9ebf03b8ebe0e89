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

SELECT "coordination_transition".…, "T6".…, "T7".…, "organisation_unit".…, "organisation_employee".…
  FROM "coordination_transition"
  LEFT OUTER JOIN "organisation_employee" ON ("coordination_transition"."adult_owner_id" = "organisation_employee"."id")
  INNER JOIN "organisation_unit" ON ("coordination_transition"."adult_unit_id" = "organisation_unit"."id")
  INNER JOIN "organisation_unit" T6 ON ("coordination_transition"."child_unit_id" = T6."id")
  LEFT OUTER JOIN "organisation_employee" T7 ON ("coordination_transition"."child_owner_id" = T7."id")
  WHERE ("coordination_transition"."ended_at" IS NULL AND ("coordination_transition"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) OR "coordination_transition"."adult_owner_id" = %s OR ("coordination_transition"."adult_unit_id" IN (%s) AND NOT bf_is_sealed("coordination_transition"."case_id"))))
  ORDER BY "coordination_transition"."id" ASC

SELECT "coordination_transitiontopic".…
  FROM "coordination_transitiontopic"
  WHERE "coordination_transitiontopic"."transition_id" IN (%s …)
  ORDER BY "coordination_transitiontopic"."id" ASC

SELECT "coordination_transitionneed".…, "offers_offer".…
  FROM "coordination_transitionneed"
  INNER JOIN "offers_offer" ON ("coordination_transitionneed"."offer_id" = "offers_offer"."id")
  WHERE "coordination_transitionneed"."transition_id" IN (%s …)
  ORDER BY "coordination_transitionneed"."id" ASC

select set_config(%s …, true)

SELECT "people_person".…
  FROM "people_person"
  WHERE "people_person"."id" IN (%s …)

SELECT "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…, "organisation_employee".…
  FROM "casework_case"
  INNER JOIN "organisation_unit" ON ("casework_case"."unit_id" = "organisation_unit"."id")
  LEFT OUTER JOIN "organisation_employee" ON ("casework_case"."caseworker_id" = "organisation_employee"."id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  WHERE ((("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND NOT (U0."ground" = %s) AND U0."subject" IN (%s …)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND NOT (U0."ground" = %s) AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT "casework_case"."sealed" AND "casework_case"."unit_id" IN (%s)) OR "casework_case"."caseworker_id" = %s) AND "casework_case"."citizen_id" IN (%s) AND "casework_case"."closed_at" IS NULL)
  ORDER BY "casework_case"."citizen_id" ASC, "casework_case"."closed_at" ASC, "casework_case"."received_at" DESC

insert into audit_lookup (at, subject, subject_name, unit_id, person_id, case_id, look, purpose, reason) select %s …, person, case_number, look, %s … from unnest(%s …) as shown(person, case_number, look)

