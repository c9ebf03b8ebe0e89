-- the scope opens

select set_config(%s || name, %s, true) from unnest(%s::text[]) as name

