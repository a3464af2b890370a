create schema forms;
grant usage on schema forms to motcua_app;

create table forms.form_definition (
  id uuid not null,
  code text not null,
  version int not null,
  valid_from date not null,
  definition jsonb not null,
  published_at timestamptz not null,
  constraint form_definition_pk primary key (id),
  constraint form_definition_version_uq unique (code, version),
  constraint form_definition_start_uq unique (code, valid_from),
  constraint form_definition_version_ck check (version > 0)
);
comment on table forms.form_definition is 'Biểu mẫu điện tử theo bản và ngày hiệu lực; bản đã công bố không sửa, không xoá';
comment on column forms.form_definition.definition is 'Bố cục câu hỏi và lược đồ dữ liệu (JSON Schema 2020-12)';
grant select, insert on forms.form_definition to motcua_app;
