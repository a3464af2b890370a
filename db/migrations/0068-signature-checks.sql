-- What the verifier found in signed files that people hand in; the file itself never changes.
create table documents.signature_check (
  file_id uuid not null,
  finding jsonb,
  checked_at timestamptz,
  constraint signature_check_pk primary key (file_id),
  constraint signature_check_file_fk foreign key (file_id) references documents.file (id),
  constraint signature_check_done_ck check ((finding is null) = (checked_at is null))
);
comment on table documents.signature_check is 'Kiểm tra chữ ký số của giấy tờ nhận vào: còn chờ khi chưa có kết luận';
comment on column documents.signature_check.finding is 'Kết luận, người ký, các trang bị thay đổi sau khi ký';
grant select, insert, update on documents.signature_check to motcua_app;
