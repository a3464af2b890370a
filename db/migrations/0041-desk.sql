-- The counter: what was received there, and what people were told to bring.
create schema desk;
grant usage on schema desk to motcua_app;

create table desk.reception (
  dossier_id uuid not null,
  unit_id uuid not null,
  received_on date not null,
  procedure_code text not null,
  channel text not null,
  constraint reception_pk primary key (dossier_id),
  constraint reception_channel_ck check (channel in ('online', 'counter', 'postal', 'national-portal'))
);
-- Figures of a desk are read from the index alone.
create index reception_desk on desk.reception (unit_id, received_on) include (procedure_code, channel);
comment on table desk.reception is 'Lượt tiếp nhận của bộ phận một cửa, để đếm trong ngày và xếp thủ tục hay nhận';
grant select, insert on desk.reception to motcua_app;

create table desk.guidance (
  draft_id uuid not null,
  no int not null,
  procedure_code text not null,
  unit_id uuid not null,
  items jsonb not null,
  why_again text,
  file_id uuid not null,
  by_account_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  constraint guidance_pk primary key (draft_id, no),
  constraint guidance_again_ck check (no = 1 or why_again is not null)
);
comment on table desk.guidance is 'Hướng dẫn hoàn thiện hồ sơ tại quầy khi chưa tiếp nhận (mẫu 02)';
grant select, insert on desk.guidance to motcua_app;
