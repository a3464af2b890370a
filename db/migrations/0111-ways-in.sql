-- How a scan is cut into papers, and how it is known when the same thing comes twice.
alter table digitisation.scan add column split_at text not null default 'separator';
alter table digitisation.scan add column known_as text;
alter table digitisation.scan add constraint scan_split_at_ck check (split_at in ('file', 'separator', 'blank', 'page'));
alter table digitisation.scan add constraint scan_known_as_uq unique (known_as);
comment on column digitisation.scan.split_at is
  'file: mỗi tệp một giấy tờ; separator: chỉ cắt ở tờ phân cách; blank: cắt cả ở trang trắng; page: mỗi trang một giấy tờ';
comment on column digitisation.scan.known_as is 'Nhận ra khi cùng một thứ đến lần nữa: tệp trong thư mục, thư, thành phần hồ sơ';

alter table digitisation.page add column turned_by_hand int;
alter table digitisation.page add column accepted_by text;
alter table digitisation.page add constraint page_turned_by_hand_ck check (turned_by_hand in (0, 90, 180, 270));
comment on column digitisation.page.turned_by_hand is 'Cán bộ đã xoay bao nhiêu độ; trống thì máy tự tìm';
comment on column digitisation.page.accepted_by is 'Ai đã xem trang có lỗi và vẫn cho dùng';

-- đường vào: which folder, box or site brings papers to which desk.
create table digitisation.way_in (
  id uuid not null,
  kind text not null,
  unit_id uuid not null,
  place text not null,
  split_at text not null,
  hands_on text not null,
  set_up_by text not null,
  set_up_at timestamptz not null,
  ended_at timestamptz,
  constraint way_in_pk primary key (id),
  constraint way_in_kind_ck check (kind in ('folder', 'mail', 'portal')),
  constraint way_in_split_at_ck check (split_at in ('file', 'separator', 'blank', 'page')),
  constraint way_in_hands_on_ck check (hands_on in ('by-itself', 'by-person'))
);
create unique index way_in_place_uq on digitisation.way_in (kind, place) where ended_at is null;
comment on table digitisation.way_in is 'Đường vào của giấy tờ: thư mục máy quét, hộp thư, hồ sơ nộp trực tuyến của một bộ phận';
comment on column digitisation.way_in.place is 'Tên thư mục con, địa chỉ hộp thư, hoặc mã đơn vị với hồ sơ trực tuyến';

create table digitisation.known_sender (
  way_in_id uuid not null,
  address text not null,
  added_by text not null,
  added_at timestamptz not null,
  constraint known_sender_pk primary key (way_in_id, address),
  constraint known_sender_way_fk foreign key (way_in_id) references digitisation.way_in (id)
);
comment on table digitisation.known_sender is 'Địa chỉ thư được gửi giấy tờ vào hộp thư mà không phải xét';

-- tờ phân cách: a sheet with a code that begins a paper in a pile.
create table digitisation.separator (
  code text not null,
  unit_id uuid not null,
  label text not null,
  dossier_id uuid,
  dossier_code text,
  component_code text,
  printed_by text not null,
  printed_at timestamptz not null,
  constraint separator_pk primary key (code),
  constraint separator_dossier_ck check ((dossier_id is null) = (dossier_code is null))
);
create index separator_of_unit on digitisation.separator (unit_id, printed_at desc);
comment on table digitisation.separator is 'Tờ phân cách đã in: mã trên tờ cho biết giấy tờ đứng sau là gì';
grant select, insert, update on digitisation.way_in, digitisation.known_sender, digitisation.separator to motcua_app;
