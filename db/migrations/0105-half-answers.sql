-- What somebody has typed and sent for a supplement request before answering it: kept as it stands, gone with the answer.
create table dossiers.half_answer (
  dossier_id uuid not null,
  request_no int not null,
  account_id uuid not null,
  answers jsonb not null,
  saved_at timestamptz not null,
  constraint half_answer_pk primary key (dossier_id, request_no, account_id),
  constraint half_answer_request_fk foreign key (dossier_id, request_no) references dossiers.supplement_request (dossier_id, no)
);
comment on table dossiers.half_answer is 'Phần bổ sung khai dở: chữ đã gõ, tệp đã gửi cho từng chỗ; gửi xong thì bỏ';
grant select, insert, update, delete on dossiers.half_answer to motcua_app;
