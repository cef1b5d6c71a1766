-- temporal: the districts a partnership covers. Many to many: some partnerships cover several districts, and a
-- district may change partnership. Codes are the Office for National Statistics', such as E07000107.
create table app.partnership_area (
  partnership_id uuid not null references app.partnership,
  id uuid not null,
  area_code text not null check (area_code ~ '^[EW][0-9]{8}$'),
  valid daterange not null check (not isempty(valid)),
  primary key (partnership_id, id),
  exclude using gist (partnership_id with =, area_code with =, valid with &&)
);
select app.guard('app.partnership_area');

create policy members_read on app.partnership_area for select to tapestry_app
  using (partnership_id in (select id from app.partnership)); -- as its own policy admits

grant select on app.partnership_area to tapestry_app;
