-- The ground every module stands on: the journal, its seals, requests that may come twice.
create schema platform;
grant usage on schema platform to motcua_app;

create table platform.journal_head (
  subject text not null,
  seq int not null,
  hash text not null,
  constraint journal_head_pk primary key (subject)
);
comment on table platform.journal_head is 'Đầu chuỗi nhật ký: số dòng và mã băm cuối của mỗi đối tượng';
grant select, insert, update on platform.journal_head to motcua_app;

create table platform.journal_line (
  subject text not null,
  seq int not null,
  at timestamptz not null,
  actor text not null,
  what text not null,
  facts jsonb not null,
  previous_hash text not null,
  hash text not null,
  constraint journal_line_pk primary key (subject, seq)
);
create index journal_line_at on platform.journal_line (at);
create index journal_line_actor_at on platform.journal_line (actor, at);
comment on table platform.journal_line is 'Nhật ký: chỉ thêm, không sửa, không xoá; mỗi dòng nối với dòng trước bằng mã băm';
grant select, insert on platform.journal_line to motcua_app;

create table platform.journal_seal (
  seal_no int not null,
  sealed_at timestamptz not null,
  line_count int not null,
  root text not null,
  previous_hash text not null,
  hash text not null,
  constraint journal_seal_pk primary key (seal_no)
);
comment on table platform.journal_seal is 'Niêm nhật ký: gốc Merkle của các dòng mới, nối với niêm trước';
grant select, insert on platform.journal_seal to motcua_app;

create table platform.journal_seal_leaf (
  subject text not null,
  seq int not null,
  seal_no int not null,
  leaf_no int not null,
  constraint journal_seal_leaf_pk primary key (subject, seq)
);
create index journal_seal_leaf_seal on platform.journal_seal_leaf (seal_no, leaf_no);
comment on table platform.journal_seal_leaf is 'Dòng nhật ký thuộc niêm nào, ở vị trí nào';
grant select, insert on platform.journal_seal_leaf to motcua_app;

create table platform.journal_timestamp (
  seal_no int not null,
  stamped_at timestamptz not null,
  token bytea not null,
  constraint journal_timestamp_pk primary key (seal_no)
);
comment on table platform.journal_timestamp is 'Dấu thời gian (RFC 3161) của niêm nhật ký';
grant select, insert on platform.journal_timestamp to motcua_app;

create table platform.handled_request (
  actor text not null,
  key text not null,
  action text not null,
  input_hash text not null,
  result json,
  at timestamptz not null,
  constraint handled_request_pk primary key (actor, key)
);
create index handled_request_at on platform.handled_request (at);
comment on table platform.handled_request is 'Yêu cầu đã làm: gửi lại cùng khoá thì nhận lại kết quả cũ';
grant select, insert, update, delete on platform.handled_request to motcua_app;
