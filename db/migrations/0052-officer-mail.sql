-- A notice may be about several dossiers at once, and may go out by e-mail as well.
alter table notifications.officer_notice
  alter column dossier_id drop not null,
  add column lines jsonb not null default '[]',
  add column mail_state text,
  add column mail_tries int not null default 0,
  add column mail_error text,
  add column mail_tried_at timestamptz,
  add constraint officer_notice_mail_ck check (mail_state in ('queued', 'sent', 'failed'));
comment on column notifications.officer_notice.lines is 'Từng hồ sơ trong một thông báo gộp';
comment on column notifications.officer_notice.mail_state is 'Thư điện tử của thông báo: chờ gửi, máy chủ đã nhận (chưa chắc đã đến), không gửi được; trống: không gửi thư';
create index officer_notice_mail on notifications.officer_notice (coalesce(mail_tried_at, created_at)) where mail_state = 'queued';
grant update (mail_state, mail_tries, mail_error, mail_tried_at) on notifications.officer_notice to motcua_app;
