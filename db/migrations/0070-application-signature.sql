-- The application as its filer signed it. While it is a draft's it may be made and signed anew; with the dossier it stays.
create table dossiers.draft_application (
  draft_id uuid not null,
  input_sha256 text not null,
  file_id uuid not null,
  sha256 text not null,
  prepared_at timestamptz not null,
  how text,
  signed_file_id uuid,
  signed_sha256 text,
  signer_name text,
  fingerprint text,
  signed_at timestamptz,
  constraint draft_application_pk primary key (draft_id),
  constraint draft_application_draft_fk foreign key (draft_id) references dossiers.draft (id) on delete cascade,
  constraint draft_application_how_ck check (how in ('digital-signature', 'confirmed-identity')),
  constraint draft_application_signed_ck check ((how is null) = (signed_at is null)),
  constraint draft_application_file_ck check ((how = 'digital-signature') = (signed_file_id is not null))
);
comment on table dossiers.draft_application is 'Đơn lập từ bài khai, chờ ký hoặc đã ký; sửa bài khai thì phải ký lại';
comment on column dossiers.draft_application.input_sha256 is 'Mã kiểm của toàn bộ điều đã khai và giấy tờ kèm theo lúc lập đơn';
grant select, insert, update, delete on dossiers.draft_application to motcua_app;

create table dossiers.application (
  dossier_id uuid not null,
  file_id uuid not null,
  sha256 text not null,
  how text not null,
  signer_name text,
  fingerprint text,
  signed_at timestamptz,
  constraint application_pk primary key (dossier_id),
  constraint application_how_ck check (how in ('digital-signature', 'confirmed-identity', 'on-paper')),
  constraint application_signed_ck check ((how = 'on-paper') = (signed_at is null))
);
comment on table dossiers.application is 'Đơn của hồ sơ: ký số, xác nhận bằng tài khoản định danh (không phải chữ ký số), hay sẽ ký tay';
comment on column dossiers.application.fingerprint is 'Chứng thư số đã ký; chỉ khi ký số';
grant select, insert on dossiers.application to motcua_app;
