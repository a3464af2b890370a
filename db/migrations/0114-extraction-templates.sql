-- Templates administrators changed, and samples they are tried on. What has no row here is as it comes with the system.
create table digitisation.template (
  id uuid not null,
  type_code text not null,
  no int not null,
  content jsonb not null,
  state text not null,
  made_by_account_id uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  published_at timestamptz,
  version int not null default 1,
  constraint template_pk primary key (id),
  constraint template_no_uq unique (type_code, no),
  constraint template_state_ck check (state in ('draft', 'in-force', 'replaced')),
  constraint template_published_ck check ((state = 'draft') = (published_at is null))
);
create unique index template_in_force on digitisation.template (type_code) where state = 'in-force';
create unique index template_draft on digitisation.template (type_code) where state = 'draft';
comment on table digitisation.template is 'Mẫu bóc tách do người quản trị sửa: mỗi lần công bố là một bản, bản cũ còn nguyên';
grant select, insert, update on digitisation.template to motcua_app;
grant delete on digitisation.template to motcua_app;

create table digitisation.template_sample (
  id uuid not null,
  type_code text not null,
  name text not null,
  file_id uuid not null,
  state text not null,
  picture_sha256 text,
  width int,
  height int,
  lines jsonb,
  failure text,
  added_by_name text not null,
  added_at timestamptz not null,
  constraint template_sample_pk primary key (id),
  constraint template_sample_state_ck check (state in ('waiting', 'read', 'failed')),
  constraint template_sample_read_ck check ((state = 'read') = (lines is not null) and (lines is null) = (picture_sha256 is null)
    and (lines is null) = (width is null) and (lines is null) = (height is null)),
  constraint template_sample_failed_ck check ((state = 'failed') = (failure is not null))
);
create index template_sample_of on digitisation.template_sample (type_code, added_at);
comment on table digitisation.template_sample is 'Mẫu thử: bản quét người quản trị đưa lên để thử mẫu bóc tách, không phải giấy tờ của hồ sơ';
grant select, insert, update, delete on digitisation.template_sample to motcua_app;
