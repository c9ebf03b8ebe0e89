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
  WHERE ((("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s) AND U0."ground" IN (%s …))))) AND "casework_case"."number" = %s)

SELECT "access_grant".…
  FROM "access_grant"
  WHERE (("access_grant"."ends" IS NULL OR "access_grant"."ends" > %s) AND "access_grant"."starts" <= %s AND "access_grant"."case_id" = %s AND "access_grant"."subject" IN (%s))

SELECT "casework_task".…
  FROM "casework_task"
  WHERE "casework_task"."case_id" = %s

SELECT "outbox_message".…
  FROM "outbox_message"
  WHERE ("outbox_message"."file_id" IS NOT NULL AND "outbox_message"."way_id" IS NULL AND NOT ("outbox_message"."state" = %s) AND "outbox_message"."case_id" = %s)
  ORDER BY "outbox_message"."queued_at" DESC

select (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "journal_entry".…
  FROM "journal_entry"
  WHERE ("journal_entry"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s) AND U0."ground" IN (%s …)))))) AND "journal_entry"."case_id" = %s)
  ORDER BY "journal_entry"."happened_at" DESC, "journal_entry"."id" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "journal_entrytext".…
  FROM "journal_entrytext"
  WHERE ("journal_entrytext"."case_id" = %s AND "journal_entrytext"."entry_id" IN (SELECT U0."id"
  FROM "journal_entry" U0
  WHERE (U0."case_id" = %s AND NOT U0."withheld")))
  ORDER BY "journal_entrytext"."entry_id" ASC, "journal_entrytext"."number" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "journal_documentversion".…, "files_storedfile".…
  FROM "journal_documentversion"
  INNER JOIN "files_storedfile" ON ("journal_documentversion"."file_id" = "files_storedfile"."id")
  WHERE ("journal_documentversion"."case_id" = %s AND "journal_documentversion"."entry_id" IN (SELECT U0."id"
  FROM "journal_entry" U0
  WHERE (U0."case_id" = %s AND NOT U0."withheld")))
  ORDER BY "journal_documentversion"."entry_id" ASC, "journal_documentversion"."number" ASC) as r(c…))

SELECT "casework_event".…, "casework_eventpayload".…
  FROM "casework_event"
  LEFT OUTER JOIN "casework_eventpayload" ON ("casework_event"."id" = "casework_eventpayload"."event_id")
  WHERE "casework_event"."case_id" = %s
  ORDER BY "casework_event"."seq" DESC

SELECT "organisation_engagement".…, "organisation_unit".…
  FROM "organisation_engagement"
  INNER JOIN "organisation_unit" ON ("organisation_engagement"."unit_id" = "organisation_unit"."id")
  WHERE "organisation_engagement"."employee_id" IN (%s)
  ORDER BY "organisation_engagement"."primary" ASC, "organisation_engagement"."starts" ASC

SELECT "organisation_employee".…
  FROM "organisation_employee"
  WHERE "organisation_employee"."id" IN (%s)

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

SELECT "case_messages_delegation".…, "organisation_employee".…, "T3".…
  FROM "case_messages_delegation"
  INNER JOIN "organisation_employee" ON ("case_messages_delegation"."employee_id" = "organisation_employee"."id")
  INNER JOIN "organisation_employee" T3 ON ("case_messages_delegation"."to_id" = T3."id")
  WHERE ("case_messages_delegation"."ended_at" IS NULL AND "case_messages_delegation"."ends" > %s AND "case_messages_delegation"."starts" <= %s)
  ORDER BY "case_messages_delegation"."given_at" ASC, "case_messages_delegation"."id" ASC

SELECT "organisation_engagement"."employee_id" AS "employee_id", "organisation_engagement"."unit_id" AS "unit_id"
  FROM "organisation_engagement"
  INNER JOIN "organisation_employee" ON ("organisation_engagement"."employee_id" = "organisation_employee"."id")
  WHERE ("organisation_engagement"."starts" <= %s AND ("organisation_engagement"."ends" IS NULL OR "organisation_engagement"."ends" > %s) AND "organisation_employee"."active" AND "organisation_engagement"."employee_id" IN (%s) AND "organisation_engagement"."role" IN (%s …))

SELECT "organisation_employee".…
  FROM "organisation_employee"
  WHERE "organisation_employee"."id" IN (%s)

SELECT "case_messages_thread".…, "casework_case".…, "organisation_unit".…, "organisation_employee".…
  FROM "case_messages_thread"
  INNER JOIN "casework_case" ON ("case_messages_thread"."case_id" = "casework_case"."id")
  INNER JOIN "organisation_unit" ON ("casework_case"."unit_id" = "organisation_unit"."id")
  LEFT OUTER JOIN "organisation_employee" ON ("casework_case"."caseworker_id" = "organisation_employee"."id")
  WHERE "case_messages_thread"."case_id" = %s
  ORDER BY "case_messages_thread"."last_at" DESC, "case_messages_thread"."id" DESC

SELECT "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…, "organisation_employee".…
  FROM "casework_case"
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  INNER JOIN "organisation_unit" ON ("casework_case"."unit_id" = "organisation_unit"."id")
  LEFT OUTER JOIN "organisation_employee" ON ("casework_case"."caseworker_id" = "organisation_employee"."id")
  WHERE ((("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s) AND U0."ground" IN (%s …))))) AND "casework_case"."id" = %s)
  ORDER BY "casework_case"."id" ASC
  LIMIT %s

SELECT "access_grant".…
  FROM "access_grant"
  WHERE (("access_grant"."ends" IS NULL OR "access_grant"."ends" > %s) AND "access_grant"."starts" <= %s AND "access_grant"."case_id" = %s AND "access_grant"."subject" IN (%s))

SELECT "decisions_appeal".…, "decisions_boarddecision".…, "organisation_employee".…
  FROM "decisions_appeal"
  LEFT OUTER JOIN "decisions_boarddecision" ON ("decisions_appeal"."id" = "decisions_boarddecision"."appeal_id")
  LEFT OUTER JOIN "organisation_employee" ON ("decisions_boarddecision"."learning_owner_id" = "organisation_employee"."id")
  WHERE "decisions_appeal"."case_id" = %s
  ORDER BY "decisions_appeal"."id" ASC

SELECT "decisions_decision".…
  FROM "decisions_decision"
  WHERE ("decisions_decision"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s) AND U0."ground" IN (%s …)))))) AND "decisions_decision"."state" IN (%s …) AND "decisions_decision"."case_id" = %s AND "decisions_decision"."issued_at" IS NOT NULL)
  ORDER BY "decisions_decision"."number" DESC

select (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "assessment_assessmentround".…
  FROM "assessment_assessmentround"
  WHERE "assessment_assessmentround"."case_id" = %s
  ORDER BY "assessment_assessmentround"."number" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "assessment_themeassessment".…, "assessment_assessmentround".…, "journal_entry".…
  FROM "assessment_themeassessment"
  INNER JOIN "assessment_assessmentround" ON ("assessment_themeassessment"."round_id" = "assessment_assessmentround"."id")
  LEFT OUTER JOIN "journal_entry" ON ("assessment_themeassessment"."entry_id" = "journal_entry"."id")
  WHERE ("assessment_themeassessment"."case_id" = %s AND "assessment_themeassessment"."frame" = %s)
  ORDER BY "assessment_themeassessment"."version" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "assessment_assessment".…
  FROM "assessment_assessment"
  WHERE "assessment_assessment"."case_id" = %s
  ORDER BY "assessment_assessment"."number" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "classifications_code"."key" AS "key", "classifications_code"."title" AS "title", "classifications_code"."title_en" AS "title_en"
  FROM "classifications_code"
  WHERE ("classifications_code"."edition_id" IN (SELECT U0."id" AS "pk"
  FROM "classifications_edition" U0
  WHERE U0."system" = %s
  ORDER BY U0."loaded_at" DESC, U0."id" DESC
  LIMIT %s) AND "classifications_code"."key" IN (%s …))
  ORDER BY %s ASC) as r(c…))

select (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_actionplan".…
  FROM "interventions_actionplan"
  WHERE "interventions_actionplan"."case_id" = %s
  ORDER BY "interventions_actionplan"."number" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_goal".…
  FROM "interventions_goal"
  WHERE ("interventions_goal"."case_id" = %s AND "interventions_goal"."removed_at" IS NULL)
  ORDER BY "interventions_goal"."place" ASC, "interventions_goal"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_goalstep".…
  FROM "interventions_goalstep"
  WHERE "interventions_goalstep"."case_id" = %s
  ORDER BY "interventions_goalstep"."goal_id" ASC, "interventions_goalstep"."place" ASC, "interventions_goalstep"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_plancomment".…
  FROM "interventions_plancomment"
  WHERE "interventions_plancomment"."case_id" = %s
  ORDER BY "interventions_plancomment"."id" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_intervention".…, "offers_offer".…, "organisation_unit".…
  FROM "interventions_intervention"
  LEFT OUTER JOIN "offers_offer" ON ("interventions_intervention"."offer_id" = "offers_offer"."id")
  LEFT OUTER JOIN "organisation_unit" ON ("interventions_intervention"."unit_id" = "organisation_unit"."id")
  WHERE "interventions_intervention"."case_id" = %s
  ORDER BY "interventions_intervention"."number" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_interventionperiod".…
  FROM "interventions_interventionperiod"
  WHERE ("interventions_interventionperiod"."case_id" = %s AND "interventions_interventionperiod"."withdrawn_at" IS NULL)
  ORDER BY "interventions_interventionperiod"."intervention_id" ASC, "interventions_interventionperiod"."starts" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_order".…, "organisation_unit".…
  FROM "interventions_order"
  INNER JOIN "organisation_unit" ON ("interventions_order"."unit_id" = "organisation_unit"."id")
  WHERE "interventions_order"."case_id" = %s
  ORDER BY "interventions_order"."id" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_ordergoal".…
  FROM "interventions_ordergoal"
  WHERE "interventions_ordergoal"."case_id" = %s
  ORDER BY "interventions_ordergoal"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_statusnote".…
  FROM "interventions_statusnote"
  WHERE "interventions_statusnote"."case_id" = %s
  ORDER BY "interventions_statusnote"."id" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_orderquestion".…
  FROM "interventions_orderquestion"
  WHERE "interventions_orderquestion"."case_id" = %s
  ORDER BY "interventions_orderquestion"."id" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_orderdocument".…, "files_storedfile".…
  FROM "interventions_orderdocument"
  INNER JOIN "files_storedfile" ON ("interventions_orderdocument"."file_id" = "files_storedfile"."id")
  WHERE "interventions_orderdocument"."case_id" = %s
  ORDER BY "interventions_orderdocument"."id" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_statusnotegoal".…
  FROM "interventions_statusnotegoal"
  WHERE "interventions_statusnotegoal"."case_id" = %s
  ORDER BY "interventions_statusnotegoal"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_followup".…
  FROM "interventions_followup"
  WHERE "interventions_followup"."case_id" = %s
  ORDER BY "interventions_followup"."number" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "interventions_followupgoal".…
  FROM "interventions_followupgoal"
  WHERE "interventions_followupgoal"."case_id" = %s
  ORDER BY "interventions_followupgoal"."id" ASC) as r(c…))

SELECT "audit_lookup".…
  FROM "audit_lookup"
  WHERE ("audit_lookup"."person_id" IN (%s) AND "audit_lookup"."case_id" = %s AND NOT ("audit_lookup"."subject" = %s))
  ORDER BY "audit_lookup"."at" DESC, "audit_lookup"."id" DESC
  LIMIT %s

SELECT "organisation_unit"."id" AS "id", "organisation_unit"."name" AS "name"
  FROM "organisation_unit"
  WHERE ("organisation_unit"."starts" <= %s AND ("organisation_unit"."ends" IS NULL OR "organisation_unit"."ends" > %s) AND "organisation_unit"."id" IN (%s))
  ORDER BY %s ASC

select (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "people_representation".…
  FROM "people_representation"
  WHERE (("people_representation"."ends" IS NULL OR "people_representation"."ends" > %s) AND "people_representation"."starts" <= %s AND "people_representation"."withdrawn_at" IS NULL AND "people_representation"."person_id" = %s)
  ORDER BY "people_representation"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "people_kinship".…
  FROM "people_kinship"
  WHERE (("people_kinship"."ends" IS NULL OR "people_kinship"."ends" > %s) AND "people_kinship"."custody" AND "people_kinship"."kind" = %s AND "people_kinship"."person_id" = %s AND "people_kinship"."starts" <= %s)
  ORDER BY "people_kinship"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "people_person".…
  FROM "people_person"
  WHERE "people_person"."id" = %s) as r(c…))

SELECT "dialogue_request".…
  FROM "dialogue_request"
  WHERE ("dialogue_request"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s) AND U0."ground" IN (%s …)))))) AND "dialogue_request"."case_id" = %s)
  ORDER BY "dialogue_request"."submitted_at" DESC, "dialogue_request"."id" DESC

SELECT "offers_offerchoice".…, "offers_offer".…, "T4".…
  FROM "offers_offerchoice"
  INNER JOIN "offers_offer" ON ("offers_offerchoice"."offer_id" = "offers_offer"."id")
  LEFT OUTER JOIN "offers_offer" T4 ON ("offers_offerchoice"."considered_id" = T4."id")
  WHERE ("offers_offerchoice"."case_id" = %s AND "offers_offerchoice"."ended_at" IS NULL)
  ORDER BY "offers_offerchoice"."id" ASC
  LIMIT %s

SELECT "dialogue_phasequestion".…
  FROM "dialogue_phasequestion"
  INNER JOIN "casework_case" ON ("dialogue_phasequestion"."case_id" = "casework_case"."id")
  WHERE ("casework_case"."citizen_id" IN (%s) AND "dialogue_phasequestion"."case_id" = %s)
  ORDER BY "dialogue_phasequestion"."asked_at" DESC, "dialogue_phasequestion"."id" DESC
  LIMIT %s

SELECT "people_onetimehelp".…
  FROM "people_onetimehelp"
  WHERE ("people_onetimehelp"."helper_id" IS NOT NULL AND "people_onetimehelp"."person_id" = %s AND "people_onetimehelp"."ended_at" IS NULL AND "people_onetimehelp"."ends_at" > %s)
  ORDER BY "people_onetimehelp"."started_at" DESC, "people_onetimehelp"."id" DESC
  LIMIT %s

