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

SELECT "interventions_order".…, MAX("interventions_statusnote"."at") AS "casework_case".…, "interventions_intervention".…, "organisation_unit".…
  FROM "interventions_order"
  INNER JOIN "organisation_unit" ON ("interventions_order"."unit_id" = "organisation_unit"."id")
  LEFT OUTER JOIN "interventions_statusnote" ON ("interventions_order"."id" = "interventions_statusnote"."order_id")
  INNER JOIN "casework_case" ON ("interventions_order"."case_id" = "casework_case"."id")
  INNER JOIN "interventions_intervention" ON ("interventions_order"."intervention_id" = "interventions_intervention"."id")
  WHERE ("interventions_order"."access_ends" > %s AND "interventions_order"."state" IN (%s …) AND "interventions_order"."unit_id" IN (%s))
  GROUP BY "interventions_order".…, "casework_case".…, "interventions_intervention".…, "organisation_unit".…
  ORDER BY "interventions_order"."sent_at" DESC, "interventions_order"."id" DESC

select set_config(%s …, true)

SELECT "people_person".…
  FROM "people_person"
  WHERE "people_person"."id" IN (%s)

SELECT "casework_consultation".…, "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…
  FROM "casework_consultation"
  INNER JOIN "organisation_unit" ON ("casework_consultation"."unit_id" = "organisation_unit"."id")
  INNER JOIN "casework_case" ON ("casework_consultation"."case_id" = "casework_case"."id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  WHERE ("casework_consultation"."answer" = %s AND "casework_consultation"."ends_at" > %s AND "casework_consultation"."unit_id" IN (%s))
  ORDER BY "casework_consultation"."due" ASC, "casework_consultation"."id" ASC

SELECT "dialogue_ordertrail".…, "organisation_unit".…
  FROM "dialogue_ordertrail"
  INNER JOIN "organisation_unit" ON ("dialogue_ordertrail"."unit_id" = "organisation_unit"."id")
  WHERE "dialogue_ordertrail"."unit_id" IN (%s)
  ORDER BY "dialogue_ordertrail"."over_on" DESC, "dialogue_ordertrail"."id" DESC
  LIMIT %s

insert into audit_lookup (at, subject, subject_name, unit_id, person_id, case_id, look, purpose, reason) select %s …, person, case_number, look, %s … from unnest(%s …) as shown(person, case_number, look)

