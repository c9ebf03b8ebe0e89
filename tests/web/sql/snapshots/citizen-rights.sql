SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date"
  FROM "django_session"
  WHERE ("django_session"."expire_date" > %s AND "django_session"."session_key" = %s)
  LIMIT %s

select bf_citizen_name(%s)

select person_id, kind, scopes from bf_represented(%s …)

-- the scope opens

