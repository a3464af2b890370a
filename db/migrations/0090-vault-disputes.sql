-- A person says that a paper of theirs is wrong; the unit that issued it or took it in answers.
create table documents.vault_dispute (
  id uuid not null,
  no bigint generated always as identity,
  entry_id uuid not null,
  unit_id uuid not null,
  words text not null,
  created_at timestamptz not null,
  outcome text,
  answer text,
  answered_at timestamptz,
  answered_by_account_id uuid,
  answered_by_name text,
  constraint vault_dispute_pk primary key (id),
  constraint vault_dispute_entry_fk foreign key (entry_id) references documents.vault_entry (id),
  constraint vault_dispute_outcome_ck check (outcome in ('will-be-corrected', 'is-right')),
  constraint vault_dispute_answered_ck check ((answered_at is null) = (outcome is null)
    and (answered_at is null) = (answer is null) and (answered_at is null) = (answered_by_name is null))
);
create unique index vault_dispute_open_uq on documents.vault_dispute (entry_id) where answered_at is null;
create index vault_dispute_unit on documents.vault_dispute (unit_id, created_at) where answered_at is null;
create index vault_dispute_entry on documents.vault_dispute (entry_id, created_at desc);
comment on table documents.vault_dispute is 'Chủ giấy tờ báo sai; đơn vị cấp hoặc đưa vào kho trả lời';
grant select, insert, update (outcome, answer, answered_at, answered_by_account_id, answered_by_name) on documents.vault_dispute to motcua_app;
