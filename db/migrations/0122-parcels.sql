-- A sheet of many dossiers, or an archive with their papers, comes over a weak line as files do; who asked for it opens it.
alter table documents.unfinished_upload drop constraint unfinished_upload_origin_ck;
alter table documents.unfinished_upload
  add constraint unfinished_upload_origin_ck check (origin in ('upload', 'scan', 'parcel'));
comment on column documents.unfinished_upload.origin is 'Tệp nộp (upload), tệp quét ở quầy (scan), gói để nơi nhận tự mở (parcel): bảng tính, tệp nén';
