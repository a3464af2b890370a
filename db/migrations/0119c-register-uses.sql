-- Papers not asked for because a register of the State holds what they say.
create table documents.register_use (
  used_for text not null,
  component_code text not null,
  type_code text not null,
  register text not null,
  told_at timestamptz,
  ground text not null,
  used_for_code text not null,
  procedure_code text not null,
  procedure_name text not null,
  unit_id uuid not null,
  used_at timestamptz not null,
  constraint register_use_pk primary key (used_for, component_code),
  constraint register_use_register_ck check (register in ('identity-provider', 'citizen-registry'))
);
create index register_use_count on documents.register_use (unit_id, used_at);
comment on table documents.register_use is 'Sổ dùng lại: thành phần hồ sơ không phải nộp vì cơ sở dữ liệu của Nhà nước đã có';
comment on column documents.register_use.told_at is 'Lúc cơ sở dữ liệu trả lời';
comment on column documents.register_use.ground is 'Căn cứ không yêu cầu nộp';
grant select, insert on documents.register_use to motcua_app;
