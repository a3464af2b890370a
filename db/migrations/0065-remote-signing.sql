-- A signing that a person confirms on their telephone takes minutes: what the service was asked must outlive a restart.
create table signing.remote_transaction (
  id text not null,
  signer text not null,
  key_ref text not null,
  parts jsonb not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  constraint remote_transaction_pk primary key (id)
);
create index remote_transaction_part on signing.remote_transaction using gin (parts jsonb_path_ops);
comment on table signing.remote_transaction is 'Giao dịch ký từ xa chờ xác nhận trên điện thoại: đã nhờ dịch vụ nào ký những văn bản nào';
comment on column signing.remote_transaction.parts is 'Các phần theo giới hạn của nhà cung cấp: mã giao dịch của họ, mã văn bản, lý do không ký';
comment on column signing.remote_transaction.expires_at is 'Hết lúc này mà chưa xác nhận thì coi là quá hạn';
grant select, insert, update on signing.remote_transaction to motcua_app;
