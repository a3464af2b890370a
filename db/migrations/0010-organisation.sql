create schema organisation;
grant usage on schema organisation to motcua_app;

-- Commune codes were given again to other units on 2025-07-01: a code means something only together with a day.
create table organisation.unit (
  id uuid not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  kind text not null,
  form text,
  slug text not null,
  name text not null,
  short_name text not null,
  folded_name text not null,
  parent_id uuid,
  commune_code text,
  status text not null,
  constraint unit_pk primary key (id),
  constraint unit_code_start_uq unique (code, valid_from),
  constraint unit_kind_ck check (kind in ('province', 'district', 'commune', 'peoples-committee', 'centre', 'department', 'division')),
  constraint unit_form_ck check (form in ('tinh', 'thanh-pho', 'thanh-pho-thuoc-tinh', 'thi-xa', 'huyen', 'phuong', 'xa', 'thi-tran', 'dac-khu')),
  constraint unit_status_ck check (status in ('known', 'to-confirm')),
  constraint unit_dates_ck check (valid_to is null or valid_to >= valid_from),
  constraint unit_parent_fk foreign key (parent_id) references organisation.unit (id)
);
create index unit_parent on organisation.unit (parent_id);
create index unit_slug on organisation.unit (slug);
create index unit_commune on organisation.unit (commune_code);
create index unit_name on organisation.unit using gin (folded_name gin_trgm_ops);
comment on table organisation.unit is 'Đơn vị: mỗi dòng là một đơn vị trong một khoảng hiệu lực, khoá là (mã, hiệu lực từ ngày); valid_to là ngày cuối cùng còn hiệu lực';

create table organisation.unit_successor (
  unit_id uuid not null,
  successor_id uuid not null,
  kind text not null,
  note text not null,
  constraint unit_successor_pk primary key (unit_id, successor_id),
  constraint unit_successor_kind_ck check (kind in ('merged', 'ambiguous', 'split-population', 'unchanged', 'renamed')),
  constraint unit_successor_unit_fk foreign key (unit_id) references organisation.unit (id),
  constraint unit_successor_successor_fk foreign key (successor_id) references organisation.unit (id)
);
create index unit_successor_back on organisation.unit_successor (successor_id);
comment on table organisation.unit_successor is 'Đơn vị cũ và đơn vị kế tục; ambiguous: đơn vị cũ bị chia, chỉ địa chỉ thì chưa đủ để xác định';

create table organisation.one_stop_service (
  centre_id uuid not null,
  agency_id uuid not null,
  valid_from date not null,
  valid_to date,
  constraint one_stop_service_pk primary key (centre_id, agency_id, valid_from),
  constraint one_stop_service_centre_fk foreign key (centre_id) references organisation.unit (id),
  constraint one_stop_service_agency_fk foreign key (agency_id) references organisation.unit (id)
);
create index one_stop_service_agency on organisation.one_stop_service (agency_id);
comment on table organisation.one_stop_service is 'Bộ phận một cửa nào tiếp nhận hồ sơ thay cho cơ quan nào';

create table organisation.position (
  code text not null,
  unit_kind text not null,
  form text,
  title text not null,
  role text not null,
  constraint position_pk primary key (code),
  constraint position_kind_ck check (unit_kind in ('peoples-committee', 'centre', 'department'))
);
comment on table organisation.position is 'Chức danh theo loại đơn vị';

create table organisation.province (
  code text not null,
  valid_from date not null,
  name text not null,
  full_name text not null,
  folded_name text not null,
  constraint province_pk primary key (code, valid_from)
);
comment on table organisation.province is 'Các tỉnh, thành phố trực thuộc trung ương';

create table organisation.source_state (
  source text not null,
  sha256 text not null,
  loaded_at timestamptz not null,
  constraint source_state_pk primary key (source)
);
comment on table organisation.source_state is 'Mã băm của dữ liệu đã nạp, để lần sau không nạp lại';

grant select, insert, update on organisation.unit, organisation.source_state, organisation.position, organisation.province to motcua_app;
grant select, insert, update, delete on organisation.unit_successor, organisation.one_stop_service to motcua_app;
