-- A page made of a photo: straightened or only upright. The photo itself stays as it came.
create table documents.picture_page (
  source_file_id uuid not null,
  way text not null,
  sha256 text not null,
  size bigint not null,
  width int not null,
  height int not null,
  dpi int not null,
  changed text not null,
  made_at timestamptz not null,
  constraint picture_page_pk primary key (source_file_id, way),
  constraint picture_page_source_fk foreign key (source_file_id) references documents.file (id),
  constraint picture_page_way_ck check (way in ('straightened', 'original')),
  constraint picture_page_changed_ck check (changed in ('flattened', 'turned', 'nothing'))
);
comment on table documents.picture_page is 'Trang làm từ ảnh chụp: đã nắn thẳng hoặc giữ nguyên; ảnh gốc không đổi';
comment on column documents.picture_page.changed is 'flattened: cắt theo bốn góc; turned: xoay lại cho thẳng dòng chữ; nothing: để nguyên';
grant select, insert on documents.picture_page to motcua_app;

-- Which photos a PDF was made of, page by page.
create table documents.composed_page (
  file_id uuid not null,
  no int not null,
  source_file_id uuid not null,
  way text not null,
  turn int not null,
  constraint composed_page_pk primary key (file_id, no),
  constraint composed_page_file_fk foreign key (file_id) references documents.file (id),
  constraint composed_page_picture_fk foreign key (source_file_id, way) references documents.picture_page (source_file_id, way),
  constraint composed_page_turn_ck check (turn in (0, 90, 180, 270))
);
create index composed_page_source on documents.composed_page (source_file_id, way);
comment on table documents.composed_page is 'Tệp PDF ghép từ những ảnh nào, theo thứ tự trang';
grant select, insert on documents.composed_page to motcua_app;
