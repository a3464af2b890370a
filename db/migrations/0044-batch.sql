-- One decision for many applicants, each with an extract of their own. The decision itself stands in results.result like any
-- other, under the batch's id; a member's extract stands there under its dossier's.
create table results.batch (
  id uuid not null,
  no int generated always as identity,
  procedure_code text not null,
  unit_id uuid not null,
  gathered_by_account_id uuid not null,
  gathered_by_name text not null,
  gathered_at timestamptz not null,
  constraint batch_pk primary key (id),
  constraint batch_no_uq unique (no)
);
comment on table results.batch is 'Quyết định chung cho nhiều hồ sơ';
comment on column results.batch.no is 'Số đợt, để gọi tên trước khi quyết định có số';
create index batch_unit on results.batch (unit_id, no desc);
grant select, insert on results.batch to motcua_app;

create table results.batch_member (
  batch_id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  state text not null,
  reason text,
  by_name text,
  left_at timestamptz,
  constraint batch_member_pk primary key (batch_id, dossier_id),
  constraint batch_member_batch_fk foreign key (batch_id) references results.batch (id),
  constraint batch_member_state_ck check (state in ('in', 'out', 'done')),
  constraint batch_member_reason_ck check ((state = 'out') = (reason is not null)),
  constraint batch_member_left_ck check ((state = 'in') = (left_at is null))
);
comment on table results.batch_member is 'Hồ sơ trong danh sách kèm theo quyết định chung: đang trong, đã ra và vì sao, đã có bản trích sao';
create unique index batch_member_live on results.batch_member (dossier_id) where state = 'in';
grant select, insert on results.batch_member to motcua_app;
grant update (state, reason, by_name, left_at) on results.batch_member to motcua_app;

comment on column results.result.dossier_id is 'Hồ sơ; với quyết định chung là results.batch.id';
alter table results.result
  drop constraint result_template_ck,
  add constraint result_template_ck
    check (template in ('licence', 'decision', 'certification', 'civil-status', 'reply', 'rejection', 'extract'));
