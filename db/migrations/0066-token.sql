-- The program that signs with a USB token on an officer's own machine has no session: it gets two addresses, each good once.
create table signing.token_pass (
  id uuid not null,
  request_id uuid not null,
  account_id uuid not null,
  action text not null,
  sha256 text not null,
  file_name text not null,
  download_hash text not null,
  upload_hash text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  downloaded_at timestamptz,
  uploaded_at timestamptz,
  outcome text,
  outcome_facts jsonb,
  constraint token_pass_pk primary key (id),
  constraint token_pass_request_fk foreign key (request_id) references signing.request (id),
  constraint token_pass_download_uq unique (download_hash),
  constraint token_pass_upload_uq unique (upload_hash),
  constraint token_pass_order_ck check (uploaded_at is null or downloaded_at is not null),
  constraint token_pass_outcome_ck check (outcome is null or uploaded_at is not null)
);
create index token_pass_request on signing.token_pass (request_id, issued_at desc);
comment on table signing.token_pass is 'Địa chỉ tải xuống và nộp lên dùng một lần cho phần mềm ký bằng USB token; chỉ lưu mã băm';
comment on column signing.token_pass.sha256 is 'Tệp đưa cho phần mềm ký: tệp đã duyệt, với số và ngày đã điền khi đóng dấu';
comment on column signing.token_pass.outcome is 'accepted, hoặc lý do không nhận tệp nộp lên';
grant select, insert, update on signing.token_pass to motcua_app;
