create schema documents;
grant usage on schema documents to motcua_app;

create table documents.file (
  id uuid not null,
  sha256 text not null,
  size bigint not null,
  media_type text not null,
  name text not null,
  pages int,
  origin text not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  receipt_code text not null,
  scan_verdict text not null,
  scanned_by text,
  scanned_at timestamptz,
  constraint file_pk primary key (id),
  constraint file_receipt_uq unique (receipt_code),
  constraint file_sha256_ck check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint file_size_ck check (size > 0),
  constraint file_origin_ck check (origin in ('upload', 'scan', 'produced')),
  constraint file_scan_ck check (scan_verdict in ('not-scanned', 'clean', 'infected'))
);
create index file_sha256 on documents.file (sha256);
create index file_not_scanned on documents.file (id) where scan_verdict = 'not-scanned';
comment on table documents.file is 'Tệp đã nhận hoặc do hệ thống lập; nội dung nằm trong kho tệp theo mã SHA-256';
comment on column documents.file.origin is 'upload: người dùng gửi lên; scan: quét tại quầy; produced: hệ thống lập';
comment on column documents.file.receipt_code is 'Mã biên nhận tệp';
comment on column documents.file.scan_verdict is 'Kết quả quét mã độc; not-scanned: chưa có máy quét';
-- What was received is never changed; only the virus scan may come later.
grant select, insert, update (scan_verdict, scanned_by, scanned_at) on documents.file to motcua_app;

create table documents.integrity_run (
  id uuid not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  files_checked int not null,
  constraint integrity_run_pk primary key (id)
);
create index integrity_run_finished on documents.integrity_run (finished_at);
comment on table documents.integrity_run is 'Mỗi đêm băm lại toàn bộ tệp một lần';
grant select, insert on documents.integrity_run to motcua_app;

create table documents.integrity_finding (
  run_id uuid not null,
  file_id uuid not null,
  finding text not null,
  constraint integrity_finding_pk primary key (run_id, file_id),
  constraint integrity_finding_run_fk foreign key (run_id) references documents.integrity_run (id),
  constraint integrity_finding_file_fk foreign key (file_id) references documents.file (id),
  constraint integrity_finding_ck check (finding in ('missing', 'changed'))
);
comment on table documents.integrity_finding is 'Tệp mất hoặc bị đổi nội dung, thấy khi băm lại';
grant select, insert on documents.integrity_finding to motcua_app;
