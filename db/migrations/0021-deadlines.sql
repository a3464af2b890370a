create schema deadlines;

create table deadlines.working_calendar (
  id uuid not null,
  unit_id uuid,
  valid_from date not null,
  valid_to date,
  sessions jsonb not null,
  source text not null,
  constraint working_calendar_pk primary key (id),
  constraint working_calendar_start_uq unique nulls not distinct (unit_id, valid_from),
  constraint working_calendar_dates_ck check (valid_to is null or valid_to >= valid_from),
  constraint working_calendar_sessions_ck check (jsonb_typeof(sessions) = 'array' and jsonb_array_length(sessions) = 7)
);
comment on table deadlines.working_calendar is 'Tuần làm việc, giờ làm việc của một đơn vị (unit_id null: toàn tỉnh); valid_to là ngày cuối cùng còn áp dụng';
comment on column deadlines.working_calendar.sessions is 'Bảy danh sách buổi làm việc, bắt đầu từ Chủ Nhật: [{"from":"07:30","to":"11:30"}]';

create table deadlines.calendar_day (
  on_date date not null,
  kind text not null,
  name text not null,
  status text not null,
  source text not null,
  constraint calendar_day_pk primary key (on_date),
  constraint calendar_day_kind_ck check (kind in ('holiday', 'compensatory', 'swap_off', 'makeup_workday')),
  constraint calendar_day_status_ck check (status in ('official', 'official_unverified', 'statutory', 'predicted'))
);
comment on table deadlines.calendar_day is 'Ngày nghỉ lễ, nghỉ bù, nghỉ hoán đổi và ngày làm bù của khu vực công';

create table deadlines.deadline_rule (
  name text not null,
  valid_from date not null,
  valid_to date,
  value text not null,
  certainty text not null,
  article text not null,
  constraint deadline_rule_pk primary key (name, valid_from),
  constraint deadline_rule_dates_ck check (valid_to is null or valid_to >= valid_from),
  constraint deadline_rule_certainty_ck check (certainty in ('law', 'law-to-verify', 'local-setting'))
);
comment on table deadlines.deadline_rule is 'Con số pháp luật về thời hạn, có ngày hiệu lực, điều khoản và mức độ chắc chắn';

grant usage on schema deadlines to motcua_app;
grant select, insert, update, delete on deadlines.working_calendar, deadlines.calendar_day, deadlines.deadline_rule to motcua_app;
