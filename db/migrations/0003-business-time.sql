-- current: one row when this database is a demonstration, none when it is live. The application's roles read it and
-- cannot write it, so nobody can move the clock that legal limits run on.
create table app.demonstration (
  only_one boolean primary key default true check (only_one),
  business_date date not null,
  marked_at timestamptz not null default now()
);
select app.guard('app.demonstration');
create policy anyone_reads on app.demonstration for select to tapestry_app using (true);
grant select on app.demonstration to tapestry_app;

-- Business time: real, unless this is a demonstration, which stays on its date with the hour of the day going round.
-- Sessions, codes, audit and jobs use now() instead.
create function app.business_now() returns timestamptz
language sql stable
as $$
  select coalesce(
    (select (business_date + (now() at time zone 'Europe/London')::time) at time zone 'Europe/London'
     from app.demonstration),
    now())
$$;

-- Terms, agreements and legal clocks reckon in London's calendar days, wherever the server stands.
create function app.business_today() returns date
language sql stable
as $$ select (app.business_now() at time zone 'Europe/London')::date $$;

grant execute on function app.business_now(), app.business_today() to tapestry_app;
