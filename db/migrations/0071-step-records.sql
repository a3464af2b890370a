-- The acting officer's signature on the record of a step: appraisal sheet, opinion, approval.
create table dossiers.step_record (
  dossier_id uuid not null,
  no int not null,
  kind text not null,
  step_name text not null,
  file_id uuid not null,
  by_account_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  constraint step_record_pk primary key (dossier_id, no),
  constraint step_record_kind_ck check (kind in ('appraisal', 'opinion', 'approval')),
  constraint step_record_dossier_fk foreign key (dossier_id) references dossiers.dossier (id)
);
comment on table dossiers.step_record is 'Phiếu của từng bước đã có chữ ký số của người làm: phiếu thẩm định, phiếu ý kiến, phiếu duyệt';
grant select, insert on dossiers.step_record to motcua_app;
