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

SELECT "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…, "organisation_employee".…
  FROM "casework_case"
  INNER JOIN "organisation_unit" ON ("casework_case"."unit_id" = "organisation_unit"."id")
  LEFT OUTER JOIN "organisation_employee" ON ("casework_case"."caseworker_id" = "organisation_employee"."id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  WHERE ((("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT "casework_case"."sealed" AND "casework_case"."unit_id" IN (%s)) OR "casework_case"."caseworker_id" = %s) AND "casework_case"."number" = %s)

select set_config(%s …, true)

select (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "people_representation".…
  FROM "people_representation"
  WHERE (("people_representation"."ends" IS NULL OR "people_representation"."ends" > %s) AND "people_representation"."starts" <= %s AND "people_representation"."withdrawn_at" IS NULL AND "people_representation"."person_id" = %s)
  ORDER BY "people_representation"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "people_kinship".…
  FROM "people_kinship"
  WHERE (("people_kinship"."ends" IS NULL OR "people_kinship"."ends" > %s) AND "people_kinship"."custody" AND "people_kinship"."kind" = %s AND "people_kinship"."person_id" = %s AND "people_kinship"."starts" <= %s)
  ORDER BY "people_kinship"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "people_person".…
  FROM "people_person"
  WHERE "people_person"."id" = %s) as r(c…))

select (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "assessment_evidence".…, "journal_entry".…, "assessment_themeassessment".…, "assessment_assessmentround".…
  FROM "assessment_evidence"
  LEFT OUTER JOIN "journal_entry" ON ("assessment_evidence"."entry_id" = "journal_entry"."id")
  LEFT OUTER JOIN "assessment_themeassessment" ON ("assessment_evidence"."theme_id" = "assessment_themeassessment"."id")
  LEFT OUTER JOIN "assessment_assessmentround" ON ("assessment_themeassessment"."round_id" = "assessment_assessmentround"."id")
  WHERE ("assessment_evidence"."case_id" = %s AND "assessment_evidence"."ended_at" IS NULL)) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "assessment_ruledout".…
  FROM "assessment_ruledout"
  WHERE ("assessment_ruledout"."case_id" = %s AND "assessment_ruledout"."ended_at" IS NULL)) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "assessment_factrequest".…, "assessment_consent".…
  FROM "assessment_factrequest"
  LEFT OUTER JOIN "assessment_consent" ON ("assessment_factrequest"."consent_id" = "assessment_consent"."id")
  WHERE ("assessment_factrequest"."answered_at" IS NULL AND "assessment_factrequest"."case_id" = %s AND "assessment_factrequest"."withdrawn_at" IS NULL)
  ORDER BY "assessment_factrequest"."asked_at" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "assessment_consent".…
  FROM "assessment_consent"
  WHERE "assessment_consent"."case_id" = %s
  ORDER BY "assessment_consent"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "assessment_assessmentround".…
  FROM "assessment_assessmentround"
  WHERE "assessment_assessmentround"."case_id" = %s
  ORDER BY "assessment_assessmentround"."number" DESC
  LIMIT %s) as r(c…))

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

SELECT "casework_case".…, "casework_casetypeversion".…, "organisation_unit".…, "organisation_employee".…
  FROM "casework_case"
  INNER JOIN "organisation_unit" ON ("casework_case"."unit_id" = "organisation_unit"."id")
  LEFT OUTER JOIN "organisation_employee" ON ("casework_case"."caseworker_id" = "organisation_employee"."id")
  INNER JOIN "casework_casetypeversion" ON ("casework_case"."type_version_id" = "casework_casetypeversion"."id")
  WHERE ((("casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT "casework_case"."sealed") OR "casework_case"."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT "casework_case"."sealed" AND "casework_case"."unit_id" IN (%s)) OR "casework_case"."caseworker_id" = %s) AND "casework_case"."id" = %s)
  ORDER BY "casework_case"."id" ASC
  LIMIT %s

SELECT "decisions_decision".…
  FROM "decisions_decision"
  WHERE ("decisions_decision"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND "decisions_decision"."case_id" = %s)
  ORDER BY "decisions_decision"."number" DESC

SELECT "decisions_appeal".…, "decisions_boarddecision".…, "organisation_employee".…
  FROM "decisions_appeal"
  LEFT OUTER JOIN "decisions_boarddecision" ON ("decisions_appeal"."id" = "decisions_boarddecision"."appeal_id")
  LEFT OUTER JOIN "organisation_employee" ON ("decisions_boarddecision"."learning_owner_id" = "organisation_employee"."id")
  WHERE "decisions_appeal"."case_id" = %s
  ORDER BY "decisions_appeal"."id" ASC

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

SELECT "dialogue_ownseries".…
  FROM "dialogue_ownseries"
  WHERE ("dialogue_ownseries"."case_id" = %s AND "dialogue_ownseries"."shared_at" IS NOT NULL)
  ORDER BY "dialogue_ownseries"."case_id" ASC, "dialogue_ownseries"."id" ASC

SELECT "dialogue_ownnote".…
  FROM "dialogue_ownnote"
  WHERE ("dialogue_ownnote"."case_id" = %s AND "dialogue_ownnote"."shared_at" IS NOT NULL)
  ORDER BY "dialogue_ownnote"."written_at" DESC, "dialogue_ownnote"."id" DESC

SELECT "offers_offerchoice".…, "offers_offer".…, "T4".…
  FROM "offers_offerchoice"
  INNER JOIN "offers_offer" ON ("offers_offerchoice"."offer_id" = "offers_offer"."id")
  LEFT OUTER JOIN "offers_offer" T4 ON ("offers_offerchoice"."considered_id" = T4."id")
  WHERE ("offers_offerchoice"."case_id" = %s AND "offers_offerchoice"."ended_at" IS NULL)
  ORDER BY "offers_offerchoice"."id" ASC
  LIMIT %s

SELECT "offers_offer".…
  FROM "offers_offer"
  WHERE ("offers_offer"."replaced_at" IS NULL AND ("offers_offer"."ends" IS NULL OR "offers_offer"."ends" > %s) AND "offers_offer"."starts" <= %s)
  ORDER BY "offers_offer"."title" ASC, "offers_offer"."key" ASC

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

SELECT "insight_effectfigure".…
  FROM "insight_effectfigure"
  WHERE ("insight_effectfigure"."citizens" IS NOT NULL AND "insight_effectfigure"."method" = %s AND "insight_effectfigure"."offer" IN (%s …) AND "insight_effectfigure"."unit" = %s AND "insight_effectfigure"."until" = (SELECT U0."until" AS "until"
  FROM "insight_effectfigure" U0
  ORDER BY %s DESC
  LIMIT %s) AND "insight_effectfigure"."level" IN (%s) AND "insight_effectfigure"."theme" IN (%s))
  ORDER BY "insight_effectfigure"."offer" ASC, "insight_effectfigure"."citizens" DESC, "insight_effectfigure"."id" ASC

SELECT "drafts_draft".…
  FROM "drafts_draft"
  WHERE ("drafts_draft"."key"::text LIKE %s AND "drafts_draft"."subject" = %s)
  ORDER BY "drafts_draft"."saved_at" DESC, "drafts_draft"."id" DESC

select (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "decisions_decision".…
  FROM "decisions_decision"
  WHERE ("decisions_decision"."case_id" = %s AND NOT ("decisions_decision"."state" = %s))) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "decisions_appeal".…
  FROM "decisions_appeal"
  LEFT OUTER JOIN "decisions_boarddecision" ON ("decisions_appeal"."id" = "decisions_boarddecision"."appeal_id")
  INNER JOIN "decisions_decision" ON ("decisions_appeal"."decision_id" = "decisions_decision"."id")
  WHERE ("decisions_boarddecision"."id" IS NULL AND "decisions_appeal"."case_id" = %s AND "decisions_appeal"."state" IN (%s …) AND "decisions_decision"."state" = %s)
  ORDER BY "decisions_appeal"."id" DESC
  LIMIT %s) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "decisions_boarddecision".…, "decisions_appeal".…
  FROM "decisions_boarddecision"
  INNER JOIN "decisions_appeal" ON ("decisions_boarddecision"."appeal_id" = "decisions_appeal"."id")
  WHERE "decisions_boarddecision"."case_id" = %s
  ORDER BY "decisions_boarddecision"."id" DESC
  LIMIT %s) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "decisions_hearing".…
  FROM "decisions_hearing"
  WHERE "decisions_hearing"."case_id" = %s
  ORDER BY "decisions_hearing"."id" DESC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "assessment_evidence".…
  FROM "assessment_evidence"
  WHERE ("assessment_evidence"."against_party" AND "assessment_evidence"."case_id" = %s AND "assessment_evidence"."contradicts_id" IS NULL AND "assessment_evidence"."ended_at" IS NULL AND NOT "assessment_evidence"."party_knows")
  ORDER BY "assessment_evidence"."fact" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "casework_deadline".…
  FROM "casework_deadline"
  WHERE ("casework_deadline"."case_id" = %s AND "casework_deadline"."met_on" IS NULL AND "casework_deadline"."slip_told_at" IS NULL AND "casework_deadline"."status" = %s)
  ORDER BY "casework_deadline"."due" ASC
  LIMIT %s) as r(c…))

SELECT "journal_entry"."kind" AS "kind", COUNT("journal_entry"."id") AS "number"
  FROM "journal_entry"
  WHERE "journal_entry"."case_id" = %s
  GROUP BY %s
  ORDER BY %s ASC

insert into audit_lookup (at, subject, subject_name, unit_id, person_id, case_id, look, purpose, reason) select %s …, person, case_number, look, %s … from unnest(%s …) as shown(person, case_number, look)

