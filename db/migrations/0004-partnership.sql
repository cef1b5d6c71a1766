-- current: a Community Safety Partnership, the root that other records hang from
create table app.partnership (
  id uuid primary key,
  name text not null check (name <> ''),
  nation text not null check (nation in ('England', 'Wales'))
);
select app.guard('app.partnership');

-- temporal: a person's place in a partnership, for a term. Half-open: `valid` ends on the first day outside it.
create extension if not exists btree_gist schema app;
create table app.membership (
  partnership_id uuid not null references app.partnership,
  id uuid not null,
  person_id uuid not null,
  valid daterange not null check (not isempty(valid)),
  primary key (partnership_id, id),
  exclude using gist (partnership_id with =, person_id with =, valid with &&)
);
select app.guard('app.membership');
create index membership_of_person on app.membership (person_id);

create policy own_memberships on app.membership for select to tapestry_app
  using (person_id = app.person_id());

create policy members_read on app.partnership for select to tapestry_app
  using (id in (
    select partnership_id from app.membership
    where person_id = app.person_id() and valid @> app.business_today()));

grant select on app.partnership, app.membership to tapestry_app;
