create table forms.form_draft_step (
  code text not null,
  is_ahead boolean not null,
  no int not null,
  layout jsonb not null,
  constraint form_draft_step_pk primary key (code, is_ahead, no),
  constraint form_draft_step_draft_fk foreign key (code) references forms.form_draft (code) on delete cascade
);
comment on table forms.form_draft_step is 'Các lần lưu của bản nháp biểu mẫu, để hoàn tác và làm lại';
comment on column forms.form_draft_step.is_ahead is 'Đã hoàn tác, còn làm lại được';
grant select, insert, update, delete on forms.form_draft_step to motcua_app;
