-- Who works in whose place and by which paper; roles come and go with a decision.
create table organisation.delegation (
  id uuid not null,
  kind text not null,
  from_account_id uuid not null,
  from_name text not null,
  from_position text not null,
  to_account_id uuid not null,
  to_name text not null,
  to_position text not null,
  unit_id uuid not null,
  roles text[] not null,
  procedure_codes text[],
  instrument_kind text not null,
  instrument_number text,
  signed_on date not null,
  issuer text not null,
  valid_from date not null,
  valid_to date,
  made_at timestamptz not null,
  made_by_account_id uuid not null,
  made_by_name text not null,
  revoked_at timestamptz,
  revoked_by_name text,
  revoke_reason text,
  constraint delegation_pk primary key (id),
  constraint delegation_kind_ck check (kind in ('substitution', 'deputy', 'by-order', 'by-authority')),
  constraint delegation_roles_ck check (cardinality(roles) > 0),
  constraint delegation_procedures_ck check (procedure_codes is null or cardinality(procedure_codes) > 0),
  constraint delegation_people_ck check (from_account_id <> to_account_id),
  constraint delegation_number_ck check (kind = 'substitution' or instrument_number is not null),
  constraint delegation_dates_ck check (valid_to is null or valid_to >= valid_from),
  constraint delegation_revoked_ck check ((revoked_at is null) = (revoke_reason is null)),
  constraint delegation_unit_fk foreign key (unit_id) references organisation.unit (id)
);
create index delegation_to on organisation.delegation (to_account_id) where revoked_at is null;
create index delegation_from on organisation.delegation (from_account_id) where revoked_at is null;
create index delegation_unit on organisation.delegation (unit_id, valid_from);
comment on table organisation.delegation is 'Phân công thay, ký thay, thừa lệnh, thừa uỷ quyền: ai làm thay ai, theo văn bản nào, từ ngày nào đến ngày nào';
comment on column organisation.delegation.procedure_codes is 'Chỉ các thủ tục này; trống: mọi thủ tục';
comment on column organisation.delegation.valid_to is 'Ngày cuối cùng còn hiệu lực; trống: đến khi thu hồi';
grant select, insert, update on organisation.delegation to motcua_app;

alter table identity.role_grant add column decision_number text;
alter table identity.role_grant add column decision_on date;
alter table identity.role_grant add column end_decision_number text;
alter table identity.role_grant add column end_reason text;
-- A role given by mistake is withdrawn before its first day is over: it then ends the day before it began.
alter table identity.role_grant drop constraint role_grant_dates_ck;
alter table identity.role_grant add constraint role_grant_dates_ck check (valid_to is null or valid_to >= valid_from - 1);
comment on column identity.role_grant.decision_number is 'Số quyết định giao vai trò';
comment on column identity.role_grant.end_decision_number is 'Số quyết định thôi giao vai trò';
