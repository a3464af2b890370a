-- Who holds which key, and every signature asked for. No key and no PIN is ever in here.
create schema signing;
grant usage on schema signing to motcua_app;

create table signing.key_holder (
  key_ref text not null,
  kind text not null,
  account_id uuid,
  unit_id uuid,
  subject text not null,
  organisation text not null,
  issuer text not null,
  serial text not null,
  fingerprint text not null,
  certificate bytea not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  is_demo boolean not null,
  registered_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint key_holder_pk primary key (key_ref),
  constraint key_holder_kind_ck check (kind in ('person', 'agency')),
  constraint key_holder_holder_ck check ((kind = 'person') = (account_id is not null) and (kind = 'agency') = (unit_id is not null)),
  constraint key_holder_validity_ck check (valid_from < valid_to)
);
create unique index key_holder_account_uq on signing.key_holder (account_id) where withdrawn_at is null and account_id is not null;
create unique index key_holder_unit_uq on signing.key_holder (unit_id) where withdrawn_at is null and unit_id is not null;
create index key_holder_fingerprint on signing.key_holder (fingerprint);
comment on table signing.key_holder is 'Sổ chứng thư số: người ký và con dấu số của cơ quan';
comment on column signing.key_holder.key_ref is 'Tên khoá trong thiết bị hoặc dịch vụ ký; khoá không nằm ở đây';
grant select, insert, update on signing.key_holder to motcua_app;

create table signing.request (
  id uuid not null,
  purpose text not null,
  subject text not null,
  file_id uuid not null,
  sha256 text not null,
  key_ref text not null,
  by_account_id uuid not null,
  by_name text not null,
  fill jsonb not null,
  state text not null,
  error text,
  signed_file_id uuid,
  requested_at timestamptz not null,
  ended_at timestamptz,
  constraint request_pk primary key (id),
  constraint request_state_ck check (state in ('requested', 'completed', 'failed', 'abandoned')),
  constraint request_ended_ck check ((state = 'requested') = (ended_at is null)),
  constraint request_signed_ck check ((state = 'completed') = (signed_file_id is not null)),
  constraint request_key_fk foreign key (key_ref) references signing.key_holder (key_ref)
);
create index request_subject on signing.request (subject, requested_at desc);
comment on table signing.request is 'Yêu cầu ký số: tệp nào, ai ký, bằng khoá nào, đến đâu; không lưu mã PIN';
comment on column signing.request.fill is 'Số và ngày văn bản được điền khi đóng dấu';
grant select, insert, update on signing.request to motcua_app;
