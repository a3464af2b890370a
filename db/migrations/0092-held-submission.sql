-- What was typed into a form that was sent after the session had ended: given back once the same person signs in again in the
-- same browser, forgotten after hours. The content is encrypted with the system's secret.
create table identity.held_submission (
  id uuid not null,
  account_id uuid not null,
  browser_hash text not null,
  path text not null,
  content text not null,
  held_at timestamptz not null,
  constraint held_submission_pk primary key (id)
);
create index held_submission_browser on identity.held_submission (browser_hash);
create index held_submission_held_at on identity.held_submission (held_at);
comment on table identity.held_submission is 'Nội dung vừa gõ được giữ lại khi phiên đã hết, chờ đăng nhập lại để gửi tiếp';
comment on column identity.held_submission.content is 'Mã hoá; chỉ đúng người, đúng trình duyệt mở được';
grant select, insert, delete on identity.held_submission to motcua_app;
