-- Papers not asked again, by where they came from; what became of each paper of an approved list; sums by month, so that years are quickly told.
alter table supervision.digitised_dossier
  add column reused_vault int not null default 0,
  add column reused_register int not null default 0;
comment on column supervision.digitised_dossier.reused_papers is 'Thành phần không phải nộp lại: lấy từ kho giấy tờ hoặc cơ sở dữ liệu của Nhà nước đã có';
comment on column supervision.digitised_dossier.reused_vault is 'Trong đó: thành phần lấy từ kho';
comment on column supervision.digitised_dossier.reused_register is 'Trong đó: thành phần cơ sở dữ liệu của Nhà nước đã có';
drop index supervision.digitised_dossier_received;
create index digitised_dossier_received on supervision.digitised_dossier (received_on, dossier_id)
  include (unit_id, procedure_code, level, from_list, due_papers, file_papers, signed_papers, data_papers, is_digitised, reused_papers, reused_vault,
    reused_register, reused_national);

create table supervision.digitised_paper (
  dossier_id uuid not null,
  component_code text not null,
  procedure_code text not null,
  unit_id uuid not null,
  level text not null,
  received_on date not null,
  origin text not null,
  depth int not null,
  is_digitised boolean not null,
  constraint digitised_paper_pk primary key (dossier_id, component_code),
  constraint digitised_paper_origin_ck check (origin in ('filed', 'vault', 'register')),
  constraint digitised_paper_depth_ck check (depth between 0 and 3)
);
create index digitised_paper_component on supervision.digitised_paper (procedure_code, component_code, received_on, dossier_id)
  include (unit_id, level, origin, depth, is_digitised);
comment on table supervision.digitised_paper is 'Thành phần trong danh mục phải số hóa của từng hồ sơ: đã nộp hoặc không phải nộp lại, số hóa tới đâu';
comment on column supervision.digitised_paper.origin is 'filed: người dân nộp; vault: lấy từ kho; register: cơ sở dữ liệu của Nhà nước đã có, không phải nộp';
comment on column supervision.digitised_paper.depth is '0: chưa có tệp, 1: có tệp, 2: tệp và chữ ký, 3: tệp, chữ ký và dữ liệu';
grant select, insert, update, delete on supervision.digitised_paper to motcua_app;

create table supervision.digitised_month (
  month date not null,
  unit_id uuid not null,
  level text not null,
  received int not null,
  digitised int not null,
  not_digitised int not null,
  nothing_due int not null,
  by_list int not null,
  with_file int not null,
  with_signature int not null,
  with_data int not null,
  reused int not null,
  reused_vault int not null,
  reused_register int not null,
  reused_national int not null,
  listed_papers int not null,
  listed_signed int not null,
  vault_papers int not null,
  register_papers int not null,
  resolved int not null,
  carried_over int not null,
  result_digitised int not null,
  result_not_digitised int not null,
  result_with_data int not null,
  constraint digitised_month_pk primary key (month, unit_id, level)
);
comment on table supervision.digitised_month is 'Số hồ sơ của tháng theo cơ quan, cộng lại từ số hóa của từng hồ sơ mỗi khi hồ sơ của tháng thay đổi';
comment on column supervision.digitised_month.carried_over is 'Giải quyết trong tháng, tiếp nhận từ năm trước';
grant select, insert, update, delete on supervision.digitised_month to motcua_app;

-- What is new here stands in journal and ledgers only: all dossiers are read anew, seal by seal. Until then the months hold what was known.
delete from supervision.digitised_until;
insert into supervision.digitised_month
select coalesce(r.month, f.month), coalesce(r.unit_id, f.unit_id), coalesce(r.level, f.level), coalesce(r.received, 0), coalesce(r.digitised, 0),
  coalesce(r.received - r.digitised, 0), coalesce(r.nothing_due, 0), coalesce(r.by_list, 0), coalesce(r.with_file, 0), coalesce(r.with_signature, 0),
  coalesce(r.with_data, 0), coalesce(r.reused, 0), 0, 0, coalesce(r.reused_national, 0), coalesce(r.listed_papers, 0), coalesce(r.listed_signed, 0), 0, 0,
  coalesce(f.resolved, 0), coalesce(f.carried_over, 0), coalesce(f.result_digitised, 0), coalesce(f.resolved - f.result_digitised, 0),
  coalesce(f.result_with_data, 0)
from (
  select date_trunc('month', received_on)::date as month, unit_id, level, count(*) as received, count(*) filter (where is_digitised) as digitised,
    count(*) filter (where due_papers = 0) as nothing_due, count(*) filter (where from_list) as by_list,
    count(*) filter (where due_papers > 0 and file_papers = due_papers) as with_file,
    count(*) filter (where due_papers > 0 and signed_papers = due_papers) as with_signature,
    count(*) filter (where due_papers > 0 and data_papers = due_papers) as with_data,
    count(*) filter (where reused_papers > 0) as reused, count(*) filter (where reused_national > 0) as reused_national,
    sum(due_papers) filter (where from_list) as listed_papers, sum(signed_papers) filter (where from_list) as listed_signed
  from supervision.digitised_dossier group by 1, 2, 3
) r full join (
  select date_trunc('month', finished_on)::date as month, unit_id, level, count(*) as resolved,
    count(*) filter (where received_on < date_trunc('year', finished_on)) as carried_over,
    count(*) filter (where is_result_digitised) as result_digitised, count(*) filter (where result_depth >= 3) as result_with_data
  from supervision.digitised_dossier where finished_on is not null group by 1, 2, 3
) f on f.month = r.month and f.unit_id = r.unit_id and f.level = r.level;
