-- Terms that the published text leaves unclear, stated by a person on a document.
create table catalogue.stated_term (
  procedure_code text not null,
  case_code text not null,
  no int not null,
  quantity numeric not null,
  unit text not null,
  source_text text not null,
  document_number text not null,
  document_on date not null,
  note text not null,
  by_account_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  constraint stated_term_pk primary key (procedure_code, case_code, no),
  constraint stated_term_procedure_fk foreign key (procedure_code) references catalogue.procedure (code),
  constraint stated_term_quantity_ck check (quantity > 0)
);
comment on table catalogue.stated_term is 'Thời hạn do người có trách nhiệm ghi theo văn bản khi lời công bố chưa rõ; lần sau thay lần trước, không xoá';
comment on column catalogue.stated_term.source_text is 'Lời công bố lúc ghi; lời đổi thì thời hạn ghi tay hết áp dụng';
grant select, insert on catalogue.stated_term to motcua_app;
