SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date"
  FROM "django_session"
  WHERE ("django_session"."expire_date" > %s AND "django_session"."session_key" = %s)
  LIMIT %s

select bf_citizen_name(%s)

select person_id, kind, scopes from bf_represented(%s …)

-- the scope opens

SELECT "people_representation".…
  FROM "people_representation"
  WHERE (("people_representation"."ends" IS NULL OR "people_representation"."ends" > %s) AND "people_representation"."starts" <= %s AND "people_representation"."withdrawn_at" IS NULL AND "people_representation"."person_id" = %s)
  ORDER BY "people_representation"."id" ASC

SELECT "people_representation".…
  FROM "people_representation"
  WHERE (("people_representation"."ends" IS NULL OR "people_representation"."ends" > %s) AND "people_representation"."starts" <= %s AND "people_representation"."withdrawn_at" IS NULL AND "people_representation"."representative_id" = %s)
  ORDER BY "people_representation"."id" ASC

