-- Reminders: when a dossier is to be looked at next, and what was said to whom.
alter table dossiers.dossier add column remind_at timestamptz;
comment on column dossiers.dossier.remind_at is 'Mốc phải xem lại để nhắc việc; trống khi thời hạn không chạy';

-- What runs now is looked at once.
update dossiers.dossier set remind_at = now()
where handling in ('submitted', 'received', 'appraising', 'awaiting-approval', 'awaiting-signature', 'awaiting-seal')
  and finished_at is null;

-- Only what is watched is in it, by unit: looking for what is due costs the same however many dossiers are kept.
create index dossier_reminders on dossiers.dossier (competent_unit_id, remind_at, id) where remind_at is not null;

create table dossiers.reminder (
  dossier_id uuid not null,
  about text not null,
  rung text not null,
  mark_at timestamptz not null,
  unit_id uuid not null,
  side text not null,
  step_name text,
  falls_at timestamptz not null,
  handled_at timestamptz not null,
  audiences text[] not null,
  told jsonb not null,
  announced_at timestamptz,
  constraint reminder_pk primary key (dossier_id, about, rung, mark_at),
  constraint reminder_dossier_fk foreign key (dossier_id) references dossiers.dossier (id),
  constraint reminder_about_ck check (about in ('step', 'due')),
  constraint reminder_side_ck check (side in ('before', 'after')),
  constraint reminder_audiences_ck check (audiences <@ array['officer', 'head', 'desk'])
);
create index reminder_to_announce on dossiers.reminder (unit_id, handled_at) where announced_at is null;
comment on table dossiers.reminder is 'Nhắc việc: mỗi bậc nhắc của một mốc thời hạn một lần; audiences trống: bậc đã lỡ, không gửi nữa';
comment on column dossiers.reminder.mark_at is 'Mốc được nhắc: hạn trả hoặc hạn của bước; mốc dời thì nhắc theo mốc mới';
comment on column dossiers.reminder.told is 'Đã nhắc những ai, với tư cách nào';
grant select, insert, update (announced_at) on dossiers.reminder to motcua_app;
