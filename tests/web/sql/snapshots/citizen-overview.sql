SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date"
  FROM "django_session"
  WHERE ("django_session"."expire_date" > %s AND "django_session"."session_key" = %s)
  LIMIT %s

select bf_citizen_name(%s)

select power.person_id, power.kind, power.scopes, own.born from (select bf_birth_date(%s) as born) as own left join lateral ( select person_id, kind, scopes from bf_represented(%s …) union all select child, %s, array[]::varchar[] from bf_custody(%s …) as child ) as power on true

-- the scope opens

SELECT "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…, "organisation_employee".…
  FROM "casework_case"
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  INNER JOIN "organisation_unit" ON ("casework_case"."unit_id" = "organisation_unit"."id")
  LEFT OUTER JOIN "organisation_employee" ON ("casework_case"."caseworker_id" = "organisation_employee"."id")
  WHERE (("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s) AND U0."ground" IN (%s …)))))
  ORDER BY "casework_case"."closed_at" ASC, "casework_case"."received_at" DESC

SELECT "casework_task".…
  FROM "casework_task"
  WHERE "casework_task"."case_id" IN (%s)

SELECT "outbox_message".…
  FROM "outbox_message"
  WHERE ("outbox_message"."file_id" IS NOT NULL AND "outbox_message"."way_id" IS NULL AND NOT ("outbox_message"."state" = %s) AND "outbox_message"."person_id" IN (%s))
  ORDER BY "outbox_message"."queued_at" DESC, "outbox_message"."message_id" ASC
  LIMIT %s

select (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "casework_suspension".…
  FROM "casework_suspension"
  WHERE "casework_suspension"."case_id" IN (%s)
  ORDER BY "casework_suspension"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "casework_extension".…
  FROM "casework_extension"
  WHERE "casework_extension"."case_id" IN (%s)
  ORDER BY "casework_extension"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "casework_event"."case_id" AS "case_id", "casework_event"."phase" AS "phase", "casework_event"."at" AS "at"
  FROM "casework_event"
  WHERE ("casework_event"."case_id" IN (%s) AND "casework_event"."kind" IN (%s …))
  ORDER BY %s ASC, "casework_event"."seq" ASC) as r(c…))

SELECT "drafts_draft".…
  FROM "drafts_draft"
  WHERE ("drafts_draft"."key"::text LIKE %s AND "drafts_draft"."subject" = %s)
  ORDER BY "drafts_draft"."saved_at" DESC, "drafts_draft"."id" DESC

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

SELECT "coordination_coordinator".…, "organisation_employee".…
  FROM "coordination_coordinator"
  INNER JOIN "organisation_employee" ON ("coordination_coordinator"."employee_id" = "organisation_employee"."id")
  WHERE (("coordination_coordinator"."citizen_id" IN (%s) OR "coordination_coordinator"."citizen_id" IN (SELECT V0."citizen_id" AS "citizen_id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s) AND U0."ground" IN (%s …))))))) AND "coordination_coordinator"."citizen_id" = %s AND "coordination_coordinator"."ends" IS NULL)
  ORDER BY "coordination_coordinator"."id" ASC
  LIMIT %s

SELECT "people_onetimehelp".…
  FROM "people_onetimehelp"
  WHERE ("people_onetimehelp"."helper_id" IS NOT NULL AND "people_onetimehelp"."person_id" = %s AND "people_onetimehelp"."ended_at" IS NULL AND "people_onetimehelp"."ends_at" > %s)
  ORDER BY "people_onetimehelp"."started_at" DESC, "people_onetimehelp"."id" DESC
  LIMIT %s

