-- Originals of digitised papers whose bytes were let go by a dated rule; what they were stays on record.
create table documents.file_let_go (
  file_id uuid not null,
  rule text not null,
  ground text not null,
  let_go_at timestamptz not null,
  removed_at timestamptz,
  constraint file_let_go_pk primary key (file_id),
  constraint file_let_go_file_fk foreign key (file_id) references documents.file (id)
);
create index file_let_go_waiting on documents.file_let_go (let_go_at) where removed_at is null;
comment on table documents.file_let_go is 'Tệp gốc đã xóa theo quy định; tên, kích thước và mã băm vẫn ở documents.file';
comment on column documents.file_let_go.rule is 'Mã quy tắc trong dữ liệu, ví dụ originals-1';
comment on column documents.file_let_go.removed_at is 'Lúc nội dung rời kho tệp; trống: còn chờ';
grant select, insert, update (removed_at) on documents.file_let_go to motcua_app;

alter table digitisation.scan_file add column let_go_at timestamptz;
comment on column digitisation.scan_file.let_go_at is 'Lúc bản gốc được xóa theo quy định';
create index scan_file_of_file on digitisation.scan_file (file_id);
create index page_of_file on digitisation.page (file_id);
