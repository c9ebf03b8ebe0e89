select set_config(%s …, true), set_config(%s …, true), set_config(%s …, true), set_config(%s …, true), set_config(%s …, true), set_config(%s …, true), set_config(%s …, true), set_config(%s …, true), set_config(%s …, true), set_config(%s …, true), set_config(%s, coalesce(bf_granted_cases(%s …), %s), true), (select coalesce(max(id), %s) from parameters_municipalvalue)

select set_config(%s || name, %s, true) from unnest(%s::text[]) as name

