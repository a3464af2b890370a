alter table documents.unfinished_upload add column handed_in_at timestamptz;
comment on column documents.unfinished_upload.handed_in_at is 'Lúc một trang đã nhận tệp này vào việc của mình; chưa có thì trang còn nhắc người gửi';
grant update (handed_in_at) on documents.unfinished_upload to motcua_app;
