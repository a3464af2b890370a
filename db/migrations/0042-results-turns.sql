-- What may happen to a result on its way: the citizen does not take it, the signature goes back, a mistake is put right by
-- another document, and several are decided at once.
create table results.delivery_refusal (
  dossier_id uuid not null,
  result_no int not null,
  refused_by_name text not null,
  reason text not null,
  by_account_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  constraint delivery_refusal_pk primary key (dossier_id, result_no),
  constraint delivery_refusal_result_fk foreign key (dossier_id, result_no) references results.result (dossier_id, no)
);
comment on table results.delivery_refusal is 'Người dân không nhận kết quả: ai không nhận, vì sao, lúc nào; sau đó vẫn trả được';
grant select, insert on results.delivery_refusal to motcua_app;

-- A signature the clerk gave back counts no more; its file stays.
alter table results.result_file
  add column voided_at timestamptz,
  add column voided_by_name text,
  add column void_reason text,
  drop constraint result_file_pk,
  add constraint result_file_pk primary key (dossier_id, result_no, version, stage, file_id),
  add constraint result_file_void_ck check ((voided_at is null) = (void_reason is null)
    and (voided_at is null) = (voided_by_name is null)),
  add constraint result_file_voidable_ck check (voided_at is null or stage = 'signed');
create unique index result_file_stage_uq on results.result_file (dossier_id, result_no, version, stage) where voided_at is null;
comment on column results.result_file.voided_at is 'Văn thư trả lại người ký: chữ ký trong tệp này không còn giá trị, tệp vẫn được giữ';
grant update (voided_at, voided_by_name, void_reason) on results.result_file to motcua_app;

create table results.correction (
  dossier_id uuid not null,
  new_no int not null,
  old_no int not null,
  reason text not null,
  legal_basis text not null,
  by_account_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  constraint correction_pk primary key (dossier_id, new_no),
  constraint correction_old_uq unique (dossier_id, old_no),
  constraint correction_old_fk foreign key (dossier_id, old_no) references results.result (dossier_id, no),
  constraint correction_order_ck check (new_no > old_no)
);
comment on table results.correction is 'Sửa sai sót của kết quả đã phát hành bằng văn bản mới thay thế';
comment on column results.correction.new_no is 'Kết quả mới; có hiệu lực thay bản cũ từ khi phát hành';
grant select, insert on results.correction to motcua_app;
grant update (state) on results.issued to motcua_app;
