alter table forms.form_definition add column published_by text;
comment on column forms.form_definition.published_by is 'Người ban hành; trống: đi kèm hệ thống';

create table forms.form_draft (
  code text not null,
  revision int not null,
  layout jsonb not null,
  by_account_id uuid,
  by_name text not null,
  saved_at timestamptz not null,
  constraint form_draft_pk primary key (code)
);
comment on table forms.form_draft is 'Bản nháp biểu mẫu điện tử, chưa có hiệu lực';
grant select, insert, update, delete on forms.form_draft to motcua_app;
