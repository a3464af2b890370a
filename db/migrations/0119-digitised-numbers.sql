-- What the numbers of digitisation say of each dossier: read off the journal and the ledgers, never counted up; can be thrown away and made anew.
create schema supervision;
grant usage on schema supervision to motcua_app;

create table supervision.digitised_dossier (
  dossier_id uuid not null,
  code text not null,
  procedure_code text not null,
  unit_id uuid not null,
  level text not null,
  received_on date not null,
  finished_on date,
  from_list boolean not null,
  due_papers int not null,
  file_papers int not null,
  signed_papers int not null,
  data_papers int not null,
  is_digitised boolean not null,
  reused_papers int not null,
  reused_national int not null,
  result_depth int not null,
  is_result_digitised boolean not null,
  constraint digitised_dossier_pk primary key (dossier_id),
  constraint digitised_dossier_level_ck check (level in ('province', 'commune')),
  constraint digitised_dossier_papers_ck check (due_papers >= file_papers and file_papers >= signed_papers and signed_papers >= data_papers),
  constraint digitised_dossier_depth_ck check (result_depth between 0 and 3)
);
create index digitised_dossier_received on supervision.digitised_dossier (received_on, dossier_id)
  include (unit_id, procedure_code, level, from_list, due_papers, file_papers, signed_papers, data_papers, is_digitised, reused_papers, reused_national);
create index digitised_dossier_finished on supervision.digitised_dossier (finished_on, dossier_id)
  include (unit_id, procedure_code, level, received_on, result_depth, is_result_digitised) where finished_on is not null;
comment on table supervision.digitised_dossier is 'Số hóa của từng hồ sơ đã tiếp nhận: lập lại được từ nhật ký và các sổ, không phải bộ đếm';
comment on column supervision.digitised_dossier.unit_id is 'Cơ quan có thẩm quyền giải quyết';
comment on column supervision.digitised_dossier.from_list is 'Tính theo danh mục phải số hóa đang áp dụng ngày tiếp nhận; không có danh mục thì tính mọi giấy tờ đã nộp';
comment on column supervision.digitised_dossier.due_papers is 'Giấy tờ phải số hóa; file, signed, data: trong đó có tệp, có tệp và chữ ký, có tệp, chữ ký và dữ liệu';
comment on column supervision.digitised_dossier.result_depth is '0: không có kết quả điện tử, 2: tệp và chữ ký, 3: tệp, chữ ký và dữ liệu';
grant select, insert, update, delete on supervision.digitised_dossier to motcua_app;

create table supervision.digitised_until (
  one boolean not null default true,
  seal_no int not null,
  constraint digitised_until_pk primary key (one),
  constraint digitised_until_one_ck check (one)
);
comment on table supervision.digitised_until is 'Đã tính tới niêm nhật ký nào';
grant select, insert, update on supervision.digitised_until to motcua_app;

create index paper_of_file on digitisation.paper (file_id) where file_id is not null;
