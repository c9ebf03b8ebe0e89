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

SELECT "decisions_decision"."id" AS "pk"
  FROM "decisions_decision"
  WHERE ("decisions_decision"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND "decisions_decision"."approver_id" = %s AND "decisions_decision"."state" = %s)
  ORDER BY "decisions_decision"."edited_at" ASC

SELECT "guidance_page".…, "organisation_employee".…
  FROM "guidance_page"
  INNER JOIN "organisation_employee" ON ("guidance_page"."owner_id" = "organisation_employee"."id")
  WHERE ("guidance_page"."owner_id" = %s AND "guidance_page"."retired_at" IS NULL AND "guidance_page"."review_on" <= %s)
  ORDER BY "guidance_page"."review_on" ASC, "guidance_page"."id" ASC

SELECT "guidance_page".…, "organisation_employee".…
  FROM "guidance_page"
  INNER JOIN "organisation_employee" ON ("guidance_page"."owner_id" = "organisation_employee"."id")
  INNER JOIN "guidance_pageversion" ON ("guidance_page"."id" = "guidance_pageversion"."page_id")
  WHERE ("guidance_page"."owner_id" = %s AND "guidance_pageversion"."state" = %s)
  ORDER BY "guidance_page"."id" ASC

SELECT "guidance_askedquestion".…
  FROM "guidance_askedquestion"
  WHERE (("guidance_askedquestion"."answered_at" >= %s AND "guidance_askedquestion"."asked_by" = %s) OR ("guidance_askedquestion"."answered_at" IS NULL AND NOT ("guidance_askedquestion"."asked_by" = %s)))
  ORDER BY "guidance_askedquestion"."answered_at" ASC, "guidance_askedquestion"."asked_at" ASC, "guidance_askedquestion"."id" ASC

SELECT "case_messages_delegation".…, "organisation_employee".…, "T3".…
  FROM "case_messages_delegation"
  INNER JOIN "organisation_employee" ON ("case_messages_delegation"."employee_id" = "organisation_employee"."id")
  INNER JOIN "organisation_employee" T3 ON ("case_messages_delegation"."to_id" = T3."id")
  WHERE ("case_messages_delegation"."ended_at" IS NULL AND "case_messages_delegation"."ends" > %s AND "case_messages_delegation"."starts" <= %s)
  ORDER BY "case_messages_delegation"."given_at" ASC, "case_messages_delegation"."id" ASC

SELECT COUNT("case_messages_thread"."id") AS "all", COUNT("case_messages_thread"."id") FILTER (WHERE "case_messages_thread"."due" < %s) AS "late"
  FROM "case_messages_thread"
  INNER JOIN "casework_case" ON ("case_messages_thread"."case_id" = "casework_case"."id")
  WHERE ("case_messages_thread"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND NOT (U0."ground" = %s) AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND NOT (U0."ground" = %s) AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND "casework_case"."caseworker_id" = %s AND "case_messages_thread"."due" IS NOT NULL)

SELECT COUNT(*) AS "__count"
  FROM "interventions_order"
  WHERE ("interventions_order"."access_ends" > %s AND "interventions_order"."state" IN (%s …) AND "interventions_order"."unit_id" IN (%s))

