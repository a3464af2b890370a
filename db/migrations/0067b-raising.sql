-- A service that is down delays a signature and never spoils one: the signed file waits here for the level that is demanded.
alter table signing.request drop constraint request_state_ck, drop constraint request_ended_ck;
alter table signing.request
  add constraint request_state_ck check (state in ('requested', 'waiting', 'raising', 'completed', 'failed', 'abandoned')),
  add constraint request_ended_ck check ((state in ('requested', 'waiting', 'raising')) = (ended_at is null));

create table signing.raising (
  request_id uuid not null,
  sha256 text not null,
  level text not null,
  wanted text not null,
  missing text not null,
  by_system jsonb,
  signed_at timestamptz not null,
  tries int not null default 0,
  next_try_at timestamptz not null,
  claimed_until timestamptz,
  constraint raising_pk primary key (request_id),
  constraint raising_request_fk foreign key (request_id) references signing.request (id),
  constraint raising_level_ck check (level in ('B-B', 'B-T', 'B-LT') and wanted in ('B-T', 'B-LT', 'B-LTA'))
);
create index raising_order on signing.raising (signed_at, request_id);
comment on table signing.raising is 'Đã ký, chờ dấu thời gian hoặc trả lời về chứng thư số; chưa phát hành';
comment on column signing.raising.sha256 is 'Tệp đã ký, ở mức đạt được đến nay';
comment on column signing.raising.missing is 'Còn thiếu gì: dấu thời gian, hay trả lời về thu hồi';
comment on column signing.raising.by_system is 'Hệ thống ký theo văn bản uỷ quyền: văn bản nào; trống: người ghi ở yêu cầu ký';
grant select, insert, update, delete on signing.raising to motcua_app;

create table signing.demanded_level (
  id uuid not null,
  procedure_code text,
  valid_from date not null,
  level text not null,
  basis text not null,
  by_account_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  constraint demanded_level_pk primary key (id),
  constraint demanded_level_level_ck check (level in ('B-T', 'B-LT', 'B-LTA'))
);
create unique index demanded_level_uq on signing.demanded_level (coalesce(procedure_code, ''), valid_from);
comment on table signing.demanded_level is 'Mức chữ ký đòi hỏi trước khi phát hành, theo thủ tục (trống: mọi thủ tục), từ ngày';
grant select, insert on signing.demanded_level to motcua_app;
