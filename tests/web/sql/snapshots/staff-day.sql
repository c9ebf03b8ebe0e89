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

SELECT %s AS "every", COUNT("casework_case"."id") AS "count", COUNT("casework_case"."id") FILTER (WHERE "casework_case"."next_due" < %s) AS "over", COUNT("casework_case"."id") FILTER (WHERE ("casework_case"."next_due" >= %s AND "casework_case"."next_due" <= %s)) AS "soon", COUNT("casework_case"."id") FILTER (WHERE ("casework_case"."next_due" > %s OR "casework_case"."next_due" IS NULL)) AS "fine", COUNT("casework_case"."id") FILTER (WHERE "casework_case"."ball" = %s) AS "us", COUNT("casework_case"."id") FILTER (WHERE "casework_case"."ball" = %s) AS "you", COUNT("casework_case"."id") FILTER (WHERE "casework_case"."ball" = %s) AS "other", COUNT("casework_case"."id") FILTER (WHERE "casework_case"."caseworker_id" IS NULL) AS "nobody"
  FROM "casework_case"
  WHERE ((("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND NOT (U0."ground" = %s) AND U0."subject" IN (%s …)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND NOT (U0."ground" = %s) AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT "casework_case"."sealed" AND "casework_case"."unit_id" IN (%s)) OR "casework_case"."caseworker_id" = %s) AND NOT ("casework_case"."phase" = %s) AND "casework_case"."caseworker_id" = %s)

SELECT "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…, "organisation_employee".…
  FROM "casework_case"
  INNER JOIN "organisation_unit" ON ("casework_case"."unit_id" = "organisation_unit"."id")
  INNER JOIN "organisation_employee" ON ("casework_case"."caseworker_id" = "organisation_employee"."id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  WHERE ((("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND NOT (U0."ground" = %s) AND U0."subject" IN (%s …)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND NOT (U0."ground" = %s) AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT "casework_case"."sealed" AND "casework_case"."unit_id" IN (%s)) OR "casework_case"."caseworker_id" = %s) AND NOT ("casework_case"."phase" = %s) AND "casework_case"."caseworker_id" = %s)
  ORDER BY "casework_case"."next_due" ASC NULLS LAST, "casework_case"."id" ASC
  LIMIT %s

SELECT "casework_task".…, "casework_case".…
  FROM "casework_task"
  INNER JOIN "casework_case" ON ("casework_task"."case_id" = "casework_case"."id")
  WHERE (("casework_task"."employee_id" = %s OR ("casework_task"."employee_id" IS NULL AND "casework_task"."unit_id" = %s)) AND "casework_task"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND ("casework_task"."done_at" IS NULL OR "casework_task"."done_at" >= %s))
  ORDER BY "casework_task"."done_at" ASC, "casework_task"."due" ASC, "casework_task"."id" ASC

SELECT "casework_event".…, "casework_case".…, "casework_casetypeversion".…, "casework_eventpayload".…
  FROM "casework_event"
  INNER JOIN "casework_case" ON ("casework_event"."case_id" = "casework_case"."id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  LEFT OUTER JOIN "casework_eventpayload" ON ("casework_event"."id" = "casework_eventpayload"."event_id")
  WHERE ("casework_event"."at" >= %s AND "casework_event"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE (((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s) AND V0."caseworker_id" = %s)) AND "casework_event"."kind" IN (%s …))
  ORDER BY "casework_event"."at" DESC, "casework_event"."id" DESC
  LIMIT %s

SELECT "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…, "organisation_employee".…
  FROM "casework_case"
  INNER JOIN "organisation_unit" ON ("casework_case"."unit_id" = "organisation_unit"."id")
  LEFT OUTER JOIN "organisation_employee" ON ("casework_case"."caseworker_id" = "organisation_employee"."id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  WHERE ((("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT "casework_case"."sealed" AND "casework_case"."unit_id" IN (%s)) OR "casework_case"."caseworker_id" = %s) AND "casework_case"."caseworker_id" IS NULL AND "casework_case"."unit_id" IN (%s) AND NOT ("casework_case"."phase" = %s))
  ORDER BY "casework_case"."received_at" DESC, "casework_case"."id" DESC
  LIMIT %s

SELECT "assessment_factrequest".…, "casework_case".…, "casework_casetypeversion".…
  FROM "assessment_factrequest"
  INNER JOIN "casework_case" ON ("assessment_factrequest"."case_id" = "casework_case"."id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  WHERE ("assessment_factrequest"."answered_at" > %s AND "assessment_factrequest"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE (((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s) AND (V0."caseworker_id" = %s OR (V0."caseworker_id" IS NULL AND V0."unit_id" IN (%s))))) AND NOT EXISTS(SELECT %s AS "a"
  FROM "assessment_evidence" U0
  WHERE (U0."case_id" = ("assessment_factrequest"."case_id") AND U0."fact" = ("assessment_factrequest"."fact") AND U0."recorded_at" > ("assessment_factrequest"."answered_at"))
  LIMIT %s) AND NOT EXISTS(SELECT %s AS "a"
  FROM "assessment_ruledout" U0
  WHERE (U0."at" > ("assessment_factrequest"."answered_at") AND U0."case_id" = ("assessment_factrequest"."case_id") AND U0."fact" = ("assessment_factrequest"."fact"))
  LIMIT %s))
  ORDER BY "assessment_factrequest"."answered_at" DESC
  LIMIT %s

SELECT "decisions_hearing".…, "casework_case".…
  FROM "decisions_hearing"
  INNER JOIN "casework_case" ON ("decisions_hearing"."case_id" = "casework_case"."id")
  WHERE ("decisions_hearing"."answered_at" > %s AND "decisions_hearing"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE (((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s) AND (V0."caseworker_id" = %s OR (V0."caseworker_id" IS NULL AND V0."unit_id" IN (%s))))) AND "decisions_hearing"."stage" = %s)
  ORDER BY "decisions_hearing"."answered_at" DESC
  LIMIT %s

SELECT "journal_entry".…, "casework_case".…
  FROM "journal_entry"
  INNER JOIN "casework_case" ON ("journal_entry"."case_id" = "casework_case"."id")
  WHERE ("journal_entry"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE (((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s) AND (V0."caseworker_id" = %s OR (V0."caseworker_id" IS NULL AND V0."unit_id" IN (%s))))) AND "journal_entry"."created_at" > %s AND "journal_entry"."kind" = %s)
  ORDER BY "journal_entry"."created_at" DESC
  LIMIT %s

SELECT "outbox_message".…
  FROM "outbox_message"
  WHERE ("outbox_message"."case_id" IN (SELECT V0."id" AS "pk"
  FROM "casework_case" V0
  WHERE (((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s) AND (V0."caseworker_id" = %s OR (V0."caseworker_id" IS NULL AND V0."unit_id" IN (%s))))) AND "outbox_message"."state" = %s AND "outbox_message"."way_id" IS NULL)
  ORDER BY "outbox_message"."queued_at" DESC
  LIMIT %s

SELECT "dialogue_seen"."item" AS "item"
  FROM "dialogue_seen"
  WHERE "dialogue_seen"."subject" = %s

SELECT "casework_handover".…, "casework_case".…, "casework_casetypeversion".…, "T5".…, "organisation_unit".…
  FROM "casework_handover"
  INNER JOIN "organisation_unit" ON ("casework_handover"."to_unit_id" = "organisation_unit"."id")
  INNER JOIN "casework_case" ON ("casework_handover"."case_id" = "casework_case"."id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  INNER JOIN "organisation_unit" T5 ON ("casework_handover"."from_unit_id" = T5."id")
  WHERE ("casework_handover"."answer" = %s AND "casework_handover"."to_unit_id" IN (%s))
  ORDER BY "casework_handover"."offered_at" ASC, "casework_handover"."id" ASC

SELECT "casework_consultation".…, "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…
  FROM "casework_consultation"
  INNER JOIN "organisation_unit" ON ("casework_consultation"."unit_id" = "organisation_unit"."id")
  INNER JOIN "casework_case" ON ("casework_consultation"."case_id" = "casework_case"."id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  WHERE ("casework_consultation"."answer" = %s AND "casework_consultation"."ends_at" > %s AND "casework_consultation"."unit_id" IN (%s))
  ORDER BY "casework_consultation"."due" ASC, "casework_consultation"."id" ASC

select set_config(%s …, true)

SELECT "people_person".…
  FROM "people_person"
  WHERE "people_person"."id" IN (%s …)

SELECT COUNT("logcontrol_controlitem"."id") FILTER (WHERE ("logcontrol_controlitem"."employee_id" = %s AND "logcontrol_controlitem"."state" = %s)) AS "asked", COUNT("logcontrol_controlitem"."id") FILTER (WHERE ("logcontrol_controlitem"."reviewer_id" = %s AND "logcontrol_controlitem"."state" IN (%s …))) AS "waiting"
  FROM "logcontrol_controlitem"

SELECT "booking_appointment".…, "booking_appointmentreason".…, "booking_grouptime".…, "booking_room".…
  FROM "booking_appointment"
  INNER JOIN "booking_appointmentreason" ON ("booking_appointment"."reason_id" = "booking_appointmentreason"."id")
  LEFT OUTER JOIN "booking_grouptime" ON ("booking_appointment"."group_id" = "booking_grouptime"."id")
  LEFT OUTER JOIN "booking_room" ON ("booking_appointment"."room_id" = "booking_room"."id")
  WHERE (("booking_appointment"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) OR "booking_appointment"."id" IN (SELECT U0."appointment_id" AS "appointment_id"
  FROM "booking_hold" U0
  WHERE (U0."employee_id" = %s AND NOT U0."released"))) AND "booking_appointment"."ends" > %s AND "booking_appointment"."id" IN (SELECT U0."appointment_id" AS "appointment_id"
  FROM "booking_hold" U0
  WHERE (U0."employee_id" = %s AND NOT U0."released" AND U0."ends" > %s AND U0."starts" < %s)) AND "booking_appointment"."starts" < %s)
  ORDER BY "booking_appointment"."starts" ASC, "booking_appointment"."id" ASC

SELECT "booking_grouptime".…, "booking_appointmentreason".…, "booking_room".…
  FROM "booking_grouptime"
  INNER JOIN "booking_appointmentreason" ON ("booking_grouptime"."reason_id" = "booking_appointmentreason"."id")
  LEFT OUTER JOIN "booking_room" ON ("booking_grouptime"."room_id" = "booking_room"."id")
  WHERE ("booking_grouptime"."ends" > %s AND "booking_grouptime"."starts" < %s AND "booking_grouptime"."id" IN (SELECT U0."group_id" AS "group_id"
  FROM "booking_hold" U0
  WHERE (U0."employee_id" = %s AND NOT U0."released")))
  ORDER BY "booking_grouptime"."starts" ASC, "booking_grouptime"."id" ASC

SELECT "booking_hold".…
  FROM "booking_hold"
  WHERE ("booking_hold"."employee_id" = %s AND "booking_hold"."ends" > %s AND NOT "booking_hold"."released" AND "booking_hold"."starts" < %s)
  ORDER BY "booking_hold"."starts" ASC, "booking_hold"."id" ASC

SELECT "booking_outsidebusy".…
  FROM "booking_outsidebusy"
  WHERE ("booking_outsidebusy"."employee_id" = %s AND "booking_outsidebusy"."ends" > %s AND "booking_outsidebusy"."starts" < %s)
  ORDER BY "booking_outsidebusy"."starts" ASC, "booking_outsidebusy"."id" ASC

SELECT "booking_absence".…
  FROM "booking_absence"
  WHERE ("booking_absence"."employee_id" = %s AND "booking_absence"."ends" > %s AND "booking_absence"."starts" < %s)
  ORDER BY "booking_absence"."starts" ASC, "booking_absence"."id" ASC

SELECT "casework_savedview".…
  FROM "casework_savedview"
  WHERE "casework_savedview"."subject" = %s
  ORDER BY "casework_savedview"."name" ASC

insert into audit_lookup (at, subject, subject_name, unit_id, person_id, case_id, look, purpose, reason) select %s …, person, case_number, look, %s … from unnest(%s …) as shown(person, case_number, look)

