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
  LIMIT %s) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "casework_suspension".…
  FROM "casework_suspension"
  WHERE "casework_suspension"."case_id" IN (%s)
  ORDER BY "casework_suspension"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "casework_extension".…
  FROM "casework_extension"
  WHERE "casework_extension"."case_id" IN (%s)
  ORDER BY "casework_extension"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "casework_event"."case_id" AS "case_id", "casework_event"."phase" AS "phase", "casework_event"."at" AS "at"
  FROM "casework_event"
  WHERE ("casework_event"."case_id" IN (%s) AND "casework_event"."kind" IN (%s …))
  ORDER BY %s ASC, "casework_event"."seq" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "casework_task".…, "organisation_employee".…, "organisation_unit".…
  FROM "casework_task"
  LEFT OUTER JOIN "organisation_employee" ON ("casework_task"."employee_id" = "organisation_employee"."id")
  LEFT OUTER JOIN "organisation_unit" ON ("casework_task"."unit_id" = "organisation_unit"."id")
  WHERE ("casework_task"."case_id" = %s AND "casework_task"."done_at" IS NULL)
  ORDER BY "casework_task"."due" ASC, "casework_task"."id" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c0)), %s) from (SELECT "casework_checklisttick"."item" AS "item"
  FROM "casework_checklisttick"
  WHERE ("casework_checklisttick"."case_id" = %s AND "casework_checklisttick"."phase" = %s)) as r(c0)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "casework_handover".…, "organisation_unit".…, "T4".…
  FROM "casework_handover"
  INNER JOIN "organisation_unit" ON ("casework_handover"."from_unit_id" = "organisation_unit"."id")
  INNER JOIN "organisation_unit" T4 ON ("casework_handover"."to_unit_id" = T4."id")
  WHERE ("casework_handover"."answer" = %s AND "casework_handover"."case_id" = %s)
  ORDER BY "casework_handover"."id" ASC
  LIMIT %s) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "casework_consultation".…, "organisation_unit".…
  FROM "casework_consultation"
  INNER JOIN "organisation_unit" ON ("casework_consultation"."unit_id" = "organisation_unit"."id")
  WHERE "casework_consultation"."case_id" = %s
  ORDER BY "casework_consultation"."asked_at" DESC, "casework_consultation"."id" DESC) as r(c…))

select (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "organisation_unit".…
  FROM "organisation_unit"
  WHERE ("organisation_unit"."starts" <= %s AND ("organisation_unit"."ends" IS NULL OR "organisation_unit"."ends" > %s))
  ORDER BY "organisation_unit"."name" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "organisation_engagement".…, "organisation_employee".…, "organisation_unit".…
  FROM "organisation_engagement"
  INNER JOIN "organisation_employee" ON ("organisation_engagement"."employee_id" = "organisation_employee"."id")
  INNER JOIN "organisation_unit" ON ("organisation_engagement"."unit_id" = "organisation_unit"."id")
  WHERE ("organisation_engagement"."starts" <= %s AND ("organisation_engagement"."ends" IS NULL OR "organisation_engagement"."ends" > %s) AND "organisation_employee"."active" AND "organisation_engagement"."unit_id" IN (%s))
  ORDER BY "organisation_employee"."name" ASC, "organisation_engagement"."id" ASC) as r(c…))

SELECT "drafts_draft".…
  FROM "drafts_draft"
  WHERE ("drafts_draft"."key"::text LIKE %s AND "drafts_draft"."subject" = %s)
  ORDER BY "drafts_draft"."saved_at" DESC, "drafts_draft"."id" DESC

select (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "journal_entry".…
  FROM "journal_entry"
  WHERE ("journal_entry"."about_id" IS NULL AND "journal_entry"."case_id" = %s)
  ORDER BY "journal_entry"."happened_at" DESC, "journal_entry"."id" DESC
  LIMIT %s) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "journal_entry"."kind" AS "kind", COUNT("journal_entry"."id") AS "number"
  FROM "journal_entry"
  WHERE "journal_entry"."case_id" = %s
  GROUP BY %s
  ORDER BY %s ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "journal_entrytext".…
  FROM "journal_entrytext"
  WHERE ("journal_entrytext"."case_id" = %s AND "journal_entrytext"."entry_id" IN (SELECT V0."id"
  FROM "journal_entry" V0
  WHERE (V0."id" IN (SELECT U0."id" AS "pk"
  FROM "journal_entry" U0
  WHERE (U0."about_id" IS NULL AND U0."case_id" = %s)
  ORDER BY U0."happened_at" DESC, U0."id" DESC
  LIMIT %s) AND NOT V0."withheld")))
  ORDER BY "journal_entrytext"."entry_id" ASC, "journal_entrytext"."number" ASC) as r(c…)), (select coalesce(json_agg(json_build_array(c…)), %s) from (SELECT "journal_documentversion".…, "files_storedfile".…
  FROM "journal_documentversion"
  INNER JOIN "files_storedfile" ON ("journal_documentversion"."file_id" = "files_storedfile"."id")
  WHERE ("journal_documentversion"."case_id" = %s AND "journal_documentversion"."entry_id" IN (SELECT V0."id"
  FROM "journal_entry" V0
  WHERE (V0."id" IN (SELECT U0."id" AS "pk"
  FROM "journal_entry" U0
  WHERE (U0."about_id" IS NULL AND U0."case_id" = %s)
  ORDER BY U0."happened_at" DESC, U0."id" DESC
  LIMIT %s) AND NOT V0."withheld")))
  ORDER BY "journal_documentversion"."entry_id" ASC, "journal_documentversion"."number" ASC) as r(c…))

SELECT "dialogue_request".…
  FROM "dialogue_request"
  WHERE ("dialogue_request"."case_id" IN (SELECT V0."id"
  FROM "casework_case" V0
  WHERE ((V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …)))) AND NOT V0."sealed") OR V0."id" = any (ARRAY(SELECT U0."case_id" AS "case_id"
  FROM "access_grant" U0
  WHERE ((U0."ends" IS NULL OR U0."ends" > %s) AND U0."starts" <= %s AND U0."subject" IN (%s …) AND U0."ground" IN (%s …)))) OR (NOT V0."sealed" AND V0."unit_id" IN (%s)) OR V0."caseworker_id" = %s)) AND "dialogue_request"."case_id" = %s)
  ORDER BY "dialogue_request"."submitted_at" DESC, "dialogue_request"."id" DESC

select f.*, ( select k.statements from supervision_kodeksversion k where k.valid_from <= %(today)s order by k.valid_from desc, k.number desc limit %s ) as statements from ( select c.id, c.phase, c.phase_since, c.caseworker_id is not null as has_caseworker, c.ball, c.last_activity_at, c.decided_at, c.outcome, c.follow_up_on, exists (select %s from dialogue_notice n where n.case_id = c.id and n.kind = %s) or exists (select %s from dialogue_request r where r.case_id = c.id and r.receipt_id is not null) as receipt, greatest( (select max(n.sent_at) from dialogue_notice n where n.case_id = c.id), e.told_at ) as told_at, exists (select %s from casework_party p where p.case_id = c.id and p.role <> %s) or exists (select %s from casework_checklisttick t where t.case_id = c.id and t.item = any(%(asked)s)) as asked_for_others, c.need <> %s or exists (select %s from assessment_assessment a where a.case_id = c.id and a.own_words <> %s) or exists (select %s from assessment_themeassessment a where a.case_id = c.id and a.own_words <> %s) as own_words, coalesce(d.kept, %s) as kept, coalesce(d.broken, %s) as broken, coalesce(d.untold, %s) as untold, (select count(*) from assessment_evidence v where v.case_id = c.id and v.ended_at is null and v.against_party and not v.party_knows) as against, coalesce(h.heard, false) as heard, coalesce(h.exempted, false) as exempted, coalesce(h.hearing_out, false) as hearing_out, made.rules, made.considerations, made.facts, made.approved, made.letter_received, made.appeal_until, over.answered_at as handed_over_at, over.handover_words, over.answered_at is not null and exists ( select %s from journal_entry j where j.case_id = c.id and j.kind = %s and j.created_at >= over.answered_at ) as talked_after, coalesce(e.entries, %s) as entries, coalesce(e.late_entries, %s) as late_entries, (select count(*) from casework_task k where k.case_id = c.id and k.done_at is null and k.for_whom <> %s and k.due < %(today)s) as tasks_over, exists (select %s from offers_offerchoice o where o.case_id = c.id and o.ended_at is null) as offer_chosen from casework_case c left join lateral ( select count(*) filter (where l.met_on <= l.due and l.slip_told_at is null) as kept, count(*) filter (where l.met_on > l.due or l.status = %s or l.slip_told_at is not null) as broken, count(*) filter (where l.slip_told_at is null and l.status = %s) as untold from casework_deadline l where l.case_id = c.id ) d on true left join lateral ( select max(j.happened_at) filter (where j.kind = %s or j.kind = %s and j.channel = any(%(talks)s)) as told_at, count(*) filter (where j.kind = %s and j.channel = any(%(talks)s)) as entries, count(*) filter ( where j.kind = %s and j.channel = any(%(talks)s) and j.created_at > j.happened_at + make_interval(days => %(late)s + %s) ) as late_entries from journal_entry j where j.case_id = c.id ) e on true left join lateral ( select bool_or(g.stage = %s) as heard, bool_or(g.stage = %s) as exempted, bool_or(g.stage = %s) as hearing_out from decisions_hearing g where g.case_id = c.id ) h on true left join lateral ( select m.rules <> %s as rules, m.considerations <> %s as considerations, m.facts <> %s as facts, m.approver_id is not null as approved, m.letter = %s as letter_received, m.appeal_until from decisions_decision m where m.case_id = c.id and m.state in (%s …) order by m.number desc limit %s ) made on true left join lateral ( select w.answered_at, w.must_know <> %s as handover_words from casework_handover w where w.case_id = c.id and w.answer = %s order by w.answered_at desc limit %s ) over on true where c.id = any(%(cases)s) ) f

SELECT "guidance_pageversion".…, "guidance_page".…, "organisation_employee".…
  FROM "guidance_pageversion"
  INNER JOIN "guidance_page" ON ("guidance_pageversion"."page_id" = "guidance_page"."id")
  INNER JOIN "organisation_employee" ON ("guidance_page"."owner_id" = "organisation_employee"."id")
  WHERE ("guidance_page"."retired_at" IS NULL AND "guidance_pageversion"."state" = %s AND ("guidance_page"."case_types" @> (ARRAY[%s])::varchar(%s)[] OR "guidance_page"."sections" @> (ARRAY[%s])::varchar(%s)[]) AND NOT "guidance_page"."public")
  ORDER BY "guidance_page"."kind" DESC, "guidance_pageversion"."published_at" DESC, "guidance_pageversion"."id" ASC
  LIMIT %s

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

insert into audit_lookup (at, subject, subject_name, unit_id, person_id, case_id, look, purpose, reason) select %s …, person, case_number, look, %s … from unnest(%s …) as shown(person, case_number, look)

