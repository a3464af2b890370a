-- What officers are told inside the application about work that came to them or is late.
create table notifications.officer_notice (
  account_id uuid not null,
  id uuid not null,
  event_key text not null,
  template text not null,
  dossier_id uuid not null,
  facts jsonb not null,
  href text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  constraint officer_notice_pk primary key (account_id, id),
  constraint officer_notice_once_uq unique (account_id, event_key)
);
create index officer_notice_unread on notifications.officer_notice (account_id) where read_at is null;
comment on table notifications.officer_notice is 'Thông báo cho cán bộ trong ứng dụng; mỗi việc báo mỗi người một lần';
comment on column notifications.officer_notice.event_key is 'Khoá của việc được báo, để không báo hai lần';
grant select, insert, update (read_at) on notifications.officer_notice to motcua_app;
