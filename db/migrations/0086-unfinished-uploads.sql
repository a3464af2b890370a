-- A file on its way: what has arrived lies in the data folder under the id, its length there is how far it came.
create table documents.unfinished_upload (
  id uuid not null,
  owner text not null,
  name text not null,
  size bigint not null,
  origin text not null,
  purpose text,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  file_id uuid,
  refused jsonb,
  constraint unfinished_upload_pk primary key (id),
  constraint unfinished_upload_file_fk foreign key (file_id) references documents.file (id),
  constraint unfinished_upload_size_ck check (size >= 0),
  constraint unfinished_upload_origin_ck check (origin in ('upload', 'scan')),
  constraint unfinished_upload_end_ck check (file_id is null or refused is null)
);
create index unfinished_upload_owner on documents.unfinished_upload (owner, purpose);
create index unfinished_upload_expires on documents.unfinished_upload (expires_at);
comment on table documents.unfinished_upload is 'Tệp đang gửi dở (giao thức tus); quá hạn thì bị xoá';
comment on column documents.unfinished_upload.owner is 'Người gửi, theo nhãn của nhật ký; chỉ người này thấy và gửi tiếp được';
comment on column documents.unfinished_upload.purpose is 'Trang nơi tệp được chọn, để người gửi thấy lại tệp còn dở';
comment on column documents.unfinished_upload.file_id is 'Tệp đã nhận xong; gọi lại lần nữa vẫn là tệp này';
comment on column documents.unfinished_upload.refused is 'Lý do không nhận được; nội dung đã xoá';
grant select, insert, update (file_id, refused), delete on documents.unfinished_upload to motcua_app;
