-- What people were told about their dossiers, through which channel, and whether it arrived.
create schema notifications;
grant usage on schema notifications to motcua_app;

create table notifications.delivery (
  id uuid not null,
  dossier_id uuid not null,
  event_no int not null,
  template text not null,
  channel text not null,
  recipient text not null,
  facts jsonb not null,
  state text not null,
  tries int not null default 0,
  error text,
  created_at timestamptz not null,
  last_try_at timestamptz,
  sent_at timestamptz,
  read_at timestamptz,
  constraint delivery_pk primary key (dossier_id, id),
  constraint delivery_once_uq unique (dossier_id, event_no, template, channel, recipient),
  constraint delivery_channel_ck check (channel in ('in-app', 'e-mail')),
  constraint delivery_state_ck check (state in ('queued', 'sent', 'failed')),
  constraint delivery_sent_ck check ((state = 'sent') = (sent_at is not null))
);
create index delivery_id on notifications.delivery (id);
create index delivery_in_app on notifications.delivery (recipient, created_at desc, id desc) where channel = 'in-app';
create index delivery_unread on notifications.delivery (recipient) where channel = 'in-app' and read_at is null;
create index delivery_waiting on notifications.delivery (created_at) where state <> 'sent';
comment on table notifications.delivery is 'Thông báo về hồ sơ: báo việc gì, cho ai, qua kênh nào, đã đến chưa';
comment on column notifications.delivery.event_no is 'Phiên bản hồ sơ lúc xảy ra việc: một việc chỉ báo một lần';
comment on column notifications.delivery.recipient is 'Mã công dân (in-app) hoặc địa chỉ thư điện tử (e-mail)';
grant select, insert, update on notifications.delivery to motcua_app;
