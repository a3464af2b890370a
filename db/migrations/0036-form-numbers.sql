-- Forms of the one-stop rules that carry a number of their own: a running number for each issuing body, year and form.
create table dossiers.form_number (
  subject_id uuid not null,
  form text not null,
  no int not null,
  unit_id uuid not null,
  year int not null,
  number int not null,
  constraint form_number_pk primary key (subject_id, form, no),
  constraint form_number_uq unique (unit_id, year, form, number)
);
comment on table dossiers.form_number is 'Số của phiếu (mẫu 02 đến 05): mỗi nơi ban hành, mỗi năm, mỗi mẫu một dãy liền; chỉ thêm';
comment on column dossiers.form_number.subject_id is 'Hồ sơ, hoặc bản khai tại quầy khi chưa có hồ sơ';
comment on column dossiers.form_number.no is 'Phiếu thứ mấy cùng mẫu của hồ sơ đó';
grant select, insert on dossiers.form_number to motcua_app;
