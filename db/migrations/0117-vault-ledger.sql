-- Which decision a paper of the vault served, and papers that look like one another.
create table documents.vault_decision (
  used_for text not null,
  result_code text not null,
  number text not null,
  title text not null,
  issuer text not null,
  decided_on date not null,
  conclusion text not null,
  recorded_at timestamptz not null,
  constraint vault_decision_pk primary key (used_for, result_code),
  constraint vault_decision_conclusion_ck check (conclusion in ('granted', 'refused'))
);
comment on table documents.vault_decision is 'Quyết định mà giấy tờ trong kho đã phục vụ: kết quả đã phát hành của hồ sơ dùng giấy tờ đó';
comment on column documents.vault_decision.result_code is 'Mã kiểm tra in trên kết quả';
grant select, insert on documents.vault_decision to motcua_app;

create table documents.vault_duplicate (
  id uuid not null,
  entry_id uuid not null,
  twin_id uuid not null,
  likeness text not null,
  unit_id uuid not null,
  found_at timestamptz not null,
  outcome text,
  decided_at timestamptz,
  decided_by_account_id uuid,
  decided_by_name text,
  constraint vault_duplicate_pk primary key (id),
  constraint vault_duplicate_pair_uq unique (entry_id, twin_id),
  constraint vault_duplicate_entry_fk foreign key (entry_id) references documents.vault_entry (id),
  constraint vault_duplicate_twin_fk foreign key (twin_id) references documents.vault_entry (id),
  constraint vault_duplicate_other_ck check (entry_id <> twin_id),
  constraint vault_duplicate_likeness_ck check (likeness in ('same', 'maybe')),
  constraint vault_duplicate_outcome_ck check (outcome in ('same-paper', 'other-paper')),
  constraint vault_duplicate_decided_ck check ((outcome is null) = (decided_at is null)
    and (outcome is null) = (decided_by_account_id is null) and (outcome is null) = (decided_by_name is null))
);
create index vault_duplicate_open on documents.vault_duplicate (unit_id, found_at) where outcome is null;
comment on table documents.vault_duplicate is 'Giấy tờ vào sau giống giấy tờ đã có trong kho của cùng chủ; cán bộ kết luận, không tự gộp';
comment on column documents.vault_duplicate.twin_id is 'Giấy tờ đã có trong kho';
comment on column documents.vault_duplicate.likeness is 'same: cùng loại, số, nơi cấp, ngày cấp; maybe: cùng loại và số, còn lại chưa rõ';
grant select, insert, update (outcome, decided_at, decided_by_account_id, decided_by_name) on documents.vault_duplicate to motcua_app;

create index vault_entry_number on documents.vault_entry (owner_kind, owner_number, type_code) where number is not null and state = 'in-force';
grant update (paper_id, version) on documents.vault_entry to motcua_app;
