-- Signatures their holder confirms on a device of their own are finished later: what waits is kept.
create table signing.confirmation (
  id uuid not null,
  signer text not null,
  key_ref text not null,
  transaction text not null,
  by_account_id uuid not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  claimed_until timestamptz,
  ended_at timestamptz,
  constraint confirmation_pk primary key (id),
  constraint confirmation_transaction_uq unique (signer, transaction)
);
create index confirmation_open on signing.confirmation (expires_at) where ended_at is null;
comment on table signing.confirmation is 'Lần xác nhận ký trên thiết bị của người ký: một lần cho một hoặc nhiều văn bản';
comment on column signing.confirmation.transaction is 'Mã giao dịch ở dịch vụ ký';
comment on column signing.confirmation.claimed_until is 'Đang có nơi xử lý kết quả đến lúc này; quá lúc này nơi khác làm tiếp';
grant select, insert, update on signing.confirmation to motcua_app;

alter table signing.request drop constraint request_state_ck, drop constraint request_ended_ck;
alter table signing.request
  add column context jsonb not null default '{}',
  add column confirmation_id uuid,
  add constraint request_state_ck check (state in ('requested', 'waiting', 'completed', 'failed', 'abandoned')),
  add constraint request_ended_ck check ((state in ('requested', 'waiting')) = (ended_at is null)),
  add constraint request_waiting_ck check (state <> 'waiting' or confirmation_id is not null),
  add constraint request_confirmation_fk foreign key (confirmation_id) references signing.confirmation (id);
alter table signing.request alter column context drop default;
create index request_confirmation on signing.request (confirmation_id) where confirmation_id is not null;
create index request_waiting_file on signing.request (file_id) where state = 'waiting';
comment on column signing.request.context is 'Điều nơi nhờ ký cần để hoàn tất: mã hồ sơ, số đã giữ, ký theo lô…';

create table signing.prepared (
  request_id uuid not null,
  increment bytea not null,
  contents_start integer not null,
  contents_end integer not null,
  signed_attributes bytea not null,
  hash text not null,
  certificate_chain bytea[] not null,
  signature bytea,
  constraint prepared_pk primary key (request_id),
  constraint prepared_request_fk foreign key (request_id) references signing.request (id)
);
comment on table signing.prepared is 'Phần sẽ nối vào cuối tệp, chờ giá trị chữ ký; xoá khi xong';
comment on column signing.prepared.signature is 'Giá trị chữ ký đã nhận, khi chưa đóng được dấu thời gian';
grant select, insert, update, delete on signing.prepared to motcua_app;
