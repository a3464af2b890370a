-- danh mục thành phần hồ sơ phải số hóa: approved for each field by a decision, in versions with their first day.
create table catalogue.digitised_list (
  id uuid not null,
  sector_code text not null,
  valid_from date not null,
  decision_number text not null,
  decided_on date not null,
  issuer text not null,
  left_out int not null,
  file_name text not null,
  file_sha256 text not null,
  adopted_at timestamptz not null,
  adopted_by_account_id uuid not null,
  adopted_by_name text not null,
  constraint digitised_list_pk primary key (id),
  constraint digitised_list_version_uq unique (sector_code, valid_from),
  constraint digitised_list_days_ck check (valid_from >= decided_on)
);
comment on table catalogue.digitised_list is 'Danh mục thành phần hồ sơ phải số hóa theo lĩnh vực, do Chủ tịch Ủy ban nhân dân tỉnh phê duyệt; bản sau thay bản trước từ ngày hiệu lực';
comment on column catalogue.digitised_list.left_out is 'Số dòng có lỗi của bảng gửi lên đã bỏ ra khi nhận';
grant select, insert on catalogue.digitised_list to motcua_app;

create table catalogue.digitised_component (
  list_id uuid not null,
  procedure_code text not null,
  component_code text not null,
  name text not null,
  constraint digitised_component_pk primary key (list_id, procedure_code, component_code),
  constraint digitised_component_list_fk foreign key (list_id) references catalogue.digitised_list (id)
);
create index digitised_component_procedure on catalogue.digitised_component (procedure_code);
comment on table catalogue.digitised_component is 'Thành phần hồ sơ của một thủ tục phải số hóa';
grant select, insert on catalogue.digitised_component to motcua_app;

create table catalogue.digitised_draft (
  id uuid not null,
  account_id uuid not null,
  facts jsonb not null,
  rows jsonb not null,
  sent_at timestamptz not null,
  constraint digitised_draft_pk primary key (id),
  constraint digitised_draft_account_uq unique (account_id)
);
comment on table catalogue.digitised_draft is 'Bảng danh mục vừa gửi lên, chờ người gửi xem rồi nhận; mỗi người một bảng';
grant select, insert, delete on catalogue.digitised_draft to motcua_app;

-- What must be digitised of a procedure, and on which days: for whoever counts.
create view catalogue.digitised_due as
select c.procedure_code, c.component_code, l.valid_from, l.valid_until
from catalogue.digitised_component c
join (
  select id, valid_from, lead(valid_from) over (partition by sector_code order by valid_from) - 1 as valid_until
  from catalogue.digitised_list
) l on l.id = c.list_id;
comment on view catalogue.digitised_due is 'Thành phần phải số hóa của thủ tục trong khoảng ngày';
grant select on catalogue.digitised_due to motcua_app;
