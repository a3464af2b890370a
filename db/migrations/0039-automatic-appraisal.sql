-- A conclusion the system drew under a recorded authority belongs to no account; its name says by which instrument.
alter table dossiers.appraisal alter column by_account_id drop not null;
comment on column dossiers.appraisal.by_account_id is 'Trống: hệ thống tự động, theo văn bản uỷ quyền ghi trong by_name';
