-- Everything of ours lives in the schema `app`, owned by tapestry_owner, which nobody can sign in as.
-- A migration runs as that owner inside a session of tapestry_migrator.

create schema app;
grant usage on schema app to tapestry_app;

-- a function is callable by those it is granted to, and no others
alter default privileges revoke execute on functions from public;

-- Protects a table: row-level security, for its owner too, and the migrator's own policy. The session's user cannot
-- be put on by SET ROLE or by a security-definer function, so owning a table never opens it to a request.
create function app.guard(target regclass) returns void
language plpgsql
as $$
begin
  execute format('alter table %s enable row level security, force row level security', target);
  execute format(
    'create policy migration on %s for all to tapestry_owner
       using (session_user = ''tapestry_migrator'') with check (session_user = ''tapestry_migrator'')',
    target);
end
$$;

-- event: what was applied, and the hash of the file as it was then
create table app.migration (
  name text primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  applied_at timestamptz not null default now()
);
select app.guard('app.migration');
