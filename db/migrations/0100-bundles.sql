-- Many dossiers filed by one person from a spreadsheet: a row of the sheet becomes a dossier of its own.
create table dossiers.bundle (
  id uuid not null,
  owner_account_id uuid not null,
  procedure_code text not null,
  procedure_version_id uuid not null,
  file_name text not null,
  sheet_sha256 text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  filing_since timestamptz,
  keep_until date not null,
  constraint bundle_pk primary key (id),
  constraint bundle_sheet_uq unique (owner_account_id, procedure_code, sheet_sha256)
);
create index bundle_owner on dossiers.bundle (owner_account_id, updated_at desc);
create index bundle_keep_until on dossiers.bundle (keep_until);
comment on table dossiers.bundle is 'Đợt nộp nhiều hồ sơ từ một bảng tính';
comment on column dossiers.bundle.sheet_sha256 is 'Mã băm của bảng tính: gửi lại đúng bảng này thì mở lại đợt cũ';
comment on column dossiers.bundle.filing_since is 'Đang nộp các dòng đã đúng; trống khi không nộp';

create table dossiers.bundle_row (
  bundle_id uuid not null,
  line int not null,
  typed jsonb not null,
  state text not null,
  input jsonb,
  content_sha256 text,
  dossier_code text,
  refusal jsonb,
  filed_at timestamptz,
  constraint bundle_row_pk primary key (bundle_id, line),
  constraint bundle_row_bundle_fk foreign key (bundle_id) references dossiers.bundle (id) on delete cascade,
  constraint bundle_row_state_ck check (state in ('faulty', 'ready', 'filed', 'refused')),
  constraint bundle_row_ready_ck check (state <> 'ready' or (input is not null and content_sha256 is not null)),
  constraint bundle_row_filed_ck check ((state = 'filed') = (dossier_code is not null))
);
comment on table dossiers.bundle_row is 'Một dòng của bảng tính và hồ sơ làm từ dòng đó';
comment on column dossiers.bundle_row.typed is 'Các ô như người gửi đã gõ';

create table dossiers.bundle_file (
  bundle_id uuid not null,
  name text not null,
  file_id uuid not null,
  constraint bundle_file_pk primary key (bundle_id, name),
  constraint bundle_file_bundle_fk foreign key (bundle_id) references dossiers.bundle (id) on delete cascade
);
comment on table dossiers.bundle_file is 'Tệp gửi cùng bảng tính, các dòng gọi bằng tên';

-- Kept when the bundle is forgotten: the same content of the same person is one dossier, however often it is sent.
create table dossiers.bundle_filed (
  owner_account_id uuid not null,
  content_sha256 text not null,
  dossier_code text not null,
  constraint bundle_filed_pk primary key (owner_account_id, content_sha256)
);
comment on table dossiers.bundle_filed is 'Nội dung đã nộp từ bảng tính: gửi lại không thành hồ sơ thứ hai';
grant select, insert, update, delete on dossiers.bundle, dossiers.bundle_row, dossiers.bundle_file to motcua_app;
grant select, insert on dossiers.bundle_filed to motcua_app;
