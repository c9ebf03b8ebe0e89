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

SELECT "casework_party".…
  FROM "casework_party"
  WHERE "casework_party"."case_id" = %s
  ORDER BY "casework_party"."ends" ASC, "casework_party"."starts" ASC, "casework_party"."id" ASC

SELECT "access_grant".…
  FROM "access_grant"
  WHERE (("access_grant"."ends" IS NULL OR "access_grant"."ends" > %s) AND "access_grant"."starts" <= %s AND "access_grant"."case_id" = %s)
  ORDER BY "access_grant"."starts" ASC, "access_grant"."id" ASC

with recursive above (id, parent_id, far) as ( select id, parent_id, %s from organisation_unit where id = %(unit)s union all select u.id, u.parent_id, far + %s from organisation_unit u join above on u.id = above.parent_id ) cycle id set again using path, leads as ( select e.employee_id, e.id, above.far from above join organisation_engagement e on e.unit_id = above.id where e.leads and e.starts <= %(day)s and (e.ends is null or e.ends > %(day)s) ) select employee_id from leads where far = (select min(far) from leads) order by id

SELECT "organisation_unit".…
  FROM "organisation_unit"
  WHERE ("organisation_unit"."starts" <= %s AND ("organisation_unit"."ends" IS NULL OR "organisation_unit"."ends" > %s))
  ORDER BY "organisation_unit"."name" ASC

SELECT "casework_event".…, "casework_eventpayload".…
  FROM "casework_event"
  LEFT OUTER JOIN "casework_eventpayload" ON ("casework_event"."id" = "casework_eventpayload"."event_id")
  WHERE "casework_event"."case_id" = %s
  ORDER BY "casework_event"."seq" DESC

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

