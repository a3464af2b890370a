-- số hóa: what comes in on paper. A scan holds files, files hold pages, pages that belong together are a paper.
create schema digitisation;
grant usage on schema digitisation to motcua_app;

create table digitisation.scan (
  id uuid not null,
  source text not null,
  unit_id uuid not null,
  title text not null,
  taken_by text not null,
  taken_at timestamptz not null,
  draft_id uuid,
  dossier_id uuid,
  dossier_code text,
  component_code text,
  hands_on text not null,
  state text not null,
  version int not null default 1,
  constraint scan_pk primary key (id),
  constraint scan_source_ck check (source in ('scanner-folder', 'desk', 'camera', 'email', 'register', 'portal')),
  constraint scan_hands_on_ck check (hands_on in ('by-itself', 'by-person')),
  constraint scan_state_ck check (state in ('preparing', 'ready', 'handed-on', 'quarantined', 'dropped')),
  constraint scan_dossier_ck check ((dossier_id is null) = (dossier_code is null))
);
create index scan_of_unit on digitisation.scan (unit_id, taken_at desc, id desc);
create index scan_of_dossier on digitisation.scan (dossier_id) where dossier_id is not null;
comment on table digitisation.scan is 'Lượt quét: những gì vào cùng một lúc';
comment on column digitisation.scan.hands_on is 'by-itself: đủ trang tốt thì tự chuyển đọc; by-person: chờ cán bộ xem rồi chuyển';
comment on column digitisation.scan.state is
  'preparing: đang làm trang; ready: chờ cán bộ xem; handed-on: đã chuyển đọc hết; quarantined: người gửi lạ, chờ xét; dropped: bỏ';

create table digitisation.scan_file (
  scan_id uuid not null,
  no int not null,
  name text not null,
  file_id uuid,
  pages int,
  state text not null,
  failure jsonb,
  constraint scan_file_pk primary key (scan_id, no),
  constraint scan_file_scan_fk foreign key (scan_id) references digitisation.scan (id),
  constraint scan_file_state_ck check (state in ('waiting', 'opened', 'failed')),
  constraint scan_file_failed_ck check ((state = 'failed') = (failure is not null)),
  constraint scan_file_there_ck check (file_id is not null or state = 'failed')
);
comment on table digitisation.scan_file is 'Tệp của lượt quét, giữ nguyên như lúc vào; tệp không nhận được thì chỉ còn tên và lý do';

create table digitisation.paper (
  id uuid not null,
  scan_id uuid not null,
  no int not null,
  unit_id uuid not null,
  draft_id uuid,
  dossier_id uuid,
  component_code text,
  separator_code text,
  file_id uuid,
  state text not null,
  type_code text,
  type_confidence double precision,
  failure jsonb,
  created_at timestamptz not null,
  version int not null default 1,
  constraint paper_pk primary key (id),
  constraint paper_scan_fk foreign key (scan_id) references digitisation.scan (id),
  constraint paper_state_ck check (state in ('assembling', 'waiting', 'reading', 'to-check', 'checked', 'kept', 'failed'))
);
create index paper_of_scan on digitisation.paper (scan_id, no);
create index paper_of_dossier on digitisation.paper (dossier_id) where dossier_id is not null;
create index paper_of_unit on digitisation.paper (unit_id, state, created_at, id);
comment on table digitisation.paper is 'Giấy tờ: các trang thuộc về nhau, một tệp PDF lưu trữ';
comment on column digitisation.paper.version is 'Tăng mỗi lần đổi trang hoặc đổi trạng thái';
comment on column digitisation.paper.separator_code is 'Mã trên tờ phân cách đứng trước giấy tờ này';
comment on column digitisation.paper.state is
  'assembling: đang xếp trang; waiting: chờ đọc; reading: đang đọc; to-check: chờ người soát; checked: đã soát; kept: đã vào kho; failed: không đọc được';

create table digitisation.page (
  id uuid not null,
  scan_id uuid not null,
  no int not null,
  file_id uuid not null,
  file_page int not null,
  picture_sha256 text,
  picture_size int,
  width int,
  height int,
  dpi int,
  turned int not null default 0,
  quality jsonb,
  codes jsonb not null default '[]',
  role text not null default 'page',
  paper_id uuid,
  place int,
  state text not null,
  failure jsonb,
  replaced_by uuid,
  constraint page_pk primary key (id),
  constraint page_scan_fk foreign key (scan_id) references digitisation.scan (id),
  constraint page_paper_fk foreign key (paper_id) references digitisation.paper (id),
  constraint page_replaced_fk foreign key (replaced_by) references digitisation.page (id),
  constraint page_source_uq unique (scan_id, file_id, file_page),
  constraint page_turned_ck check (turned in (0, 90, 180, 270)),
  constraint page_role_ck check (role in ('page', 'blank', 'separator')),
  constraint page_state_ck check (state in ('waiting', 'prepared', 'failed')),
  constraint page_prepared_ck check ((state = 'prepared') = (picture_sha256 is not null)
    and (picture_sha256 is null) = (width is null) and (picture_sha256 is null) = (height is null)
    and (picture_sha256 is null) = (dpi is null) and (picture_sha256 is null) = (quality is null)),
  constraint page_failed_ck check ((state = 'failed') = (failure is not null)),
  constraint page_place_ck check ((paper_id is null) = (place is null)),
  constraint page_replaced_ck check (replaced_by is null or paper_id is null)
);
create index page_of_scan on digitisation.page (scan_id, no);
create index page_of_paper on digitisation.page (paper_id, place) where paper_id is not null;
comment on table digitisation.page is 'Trang: một mặt giấy, ảnh đã làm thẳng và sạch; ảnh gốc ở tệp của lượt quét';
comment on column digitisation.page.turned is 'Đã xoay bao nhiêu độ theo chiều kim đồng hồ cho chữ đứng';
comment on column digitisation.page.quality is 'Chất lượng ảnh: những lỗi thấy được và chỗ của chúng';
comment on column digitisation.page.codes is 'Mã vạch, mã QR đọc được trên ảnh gốc của trang';
comment on column digitisation.page.replaced_by is 'Trang quét lại thay cho trang này';
grant select, insert, update on digitisation.scan, digitisation.scan_file, digitisation.paper, digitisation.page to motcua_app;
