-- A creation whose answer was lost is asked for again; a file half sent is chosen again on another device. Both go on with what is there.
alter table documents.unfinished_upload add column sha256 text;
alter table documents.unfinished_upload
  add constraint unfinished_upload_sha256_ck check (sha256 ~ '^[0-9a-f]{64}$');
comment on column documents.unfinished_upload.sha256 is 'Mã băm của tệp, do máy người gửi báo trước; gửi lại cùng tệp thì gửi tiếp phần còn thiếu';
