-- Results issued with no officer: by whose written authority, by which checks, and what became of each dossier.
create table organisation.issue_authority (
  id uuid not null,
  unit_id uuid not null,
  procedure_code text not null,
  instrument_kind text not null,
  instrument_number text not null,
  signed_on date not null,
  issuer text not null,
  authorised_by_account_id uuid not null,
  authorised_by_name text not null,
  authorised_by_position text not null,
  valid_from date not null,
  valid_to date not null,
  certainty text not null,
  recorded_at timestamptz not null,
  recorded_by_name text not null,
  revoked_at timestamptz,
  revoked_by_name text,
  revoke_reason text,
  constraint issue_authority_pk primary key (id),
  constraint issue_authority_dates_ck check (valid_to >= valid_from and valid_from >= signed_on),
  constraint issue_authority_certainty_ck check (certainty in ('recorded', 'demo-setting')),
  constraint issue_authority_revoked_ck check ((revoked_at is null) = (revoke_reason is null)),
  constraint issue_authority_unit_fk foreign key (unit_id) references organisation.unit (id)
);
create index issue_authority_scope on organisation.issue_authority (procedure_code, unit_id) where revoked_at is null;
comment on table organisation.issue_authority is 'Uỷ quyền phát hành kết quả tự động: ai cho phép, văn bản nào, từ ngày nào đến ngày nào, cơ quan nào, thủ tục nào';
grant select, insert, update on organisation.issue_authority to motcua_app;

create schema instant;
grant usage on schema instant to motcua_app;

create table instant.draft (
  procedure_code text not null,
  revision int not null,
  definition jsonb not null,
  saved_at timestamptz not null,
  by_name text not null,
  constraint draft_pk primary key (procedure_code)
);
comment on table instant.draft is 'Bản nháp khai báo giải quyết tự động của một thủ tục';
grant select, insert, update, delete on instant.draft to motcua_app;

create table instant.declaration (
  id uuid not null,
  procedure_code text not null,
  version int not null,
  valid_from date not null,
  definition jsonb not null,
  certainty text not null,
  published_at timestamptz not null,
  published_by text not null,
  constraint declaration_pk primary key (id),
  constraint declaration_version_uq unique (procedure_code, version),
  constraint declaration_certainty_ck check (certainty in ('recorded', 'demo-setting'))
);
comment on table instant.declaration is 'Khai báo giải quyết tự động: các kiểm tra, trường đối chiếu, mẫu kết quả; theo phiên bản';
grant select, insert on instant.declaration to motcua_app;

create table instant.switch (
  procedure_code text not null,
  no int not null,
  is_on boolean not null,
  reason text not null,
  at timestamptz not null,
  by_name text not null,
  constraint switch_pk primary key (procedure_code, no)
);
comment on table instant.switch is 'Bật, tắt giải quyết tự động của một thủ tục; dòng mới nhất có hiệu lực';
grant select, insert on instant.switch to motcua_app;

create table instant.run (
  dossier_id uuid not null,
  declaration_id uuid not null,
  authority_id uuid,
  state text not null,
  checks jsonb not null,
  confirmed jsonb not null,
  reason jsonb,
  began_at timestamptz not null,
  ended_at timestamptz,
  asked_for_person_at timestamptz,
  constraint run_pk primary key (dossier_id),
  constraint run_declaration_fk foreign key (declaration_id) references instant.declaration (id),
  constraint run_state_ck check (state in ('passed', 'issued', 'to-person')),
  constraint run_ended_ck check ((state = 'passed') = (ended_at is null)),
  constraint run_authority_ck check (state = 'to-person' or authority_id is not null),
  constraint run_reason_ck check ((state = 'to-person') = (reason is not null))
);
comment on table instant.run is 'Một lần giải quyết tự động: kết quả từng kiểm tra, đã phát hành hay chuyển cán bộ và vì sao';
comment on column instant.run.confirmed is 'Dữ liệu sổ gốc đã xác nhận, in trên kết quả';
grant select, insert, update on instant.run to motcua_app;

-- Nobody drafted or is named as signing what the system issues; the authority stands in their place.
alter table results.result
  add column authority_id uuid,
  alter column signatory_account_id drop not null,
  alter column drafted_by_account_id drop not null,
  add constraint result_responsible_ck check ((authority_id is null) = (signatory_account_id is not null)
    and (authority_id is null) = (drafted_by_account_id is not null));
comment on column results.result.authority_id is 'Uỷ quyền phát hành tự động; trống: có người soạn và người ký';
alter table signing.request alter column by_account_id drop not null;
