-- What a transaction knows about who is asking. Policies read settings only through these: a setting that was once
-- set in a session reads '' afterwards, not null, and '' must mean unset.

create function app.setting(name text) returns text
language sql stable parallel safe
as $$ select nullif(current_setting('tapestry.' || name, true), '') $$;

-- The person asking, null when none was set: then no policy matches and no row is seen.
create function app.person_id() returns uuid
language sql stable parallel safe
as $$ select app.setting('person_id')::uuid $$;

grant execute on function app.setting(text), app.person_id() to tapestry_app;
