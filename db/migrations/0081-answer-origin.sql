-- Where an answer of a filed form comes from, as far as a register, the person's documents or an earlier dossier held it.
-- An answer without a row was typed by whoever filed.
create table dossiers.answer_origin (
  dossier_id uuid not null,
  field text not null,
  source text not null,
  taken_at timestamptz,
  reference text,
  changed boolean not null,
  constraint answer_origin_pk primary key (dossier_id, field),
  constraint answer_origin_dossier_fk foreign key (dossier_id) references dossiers.dossier (id),
  constraint answer_origin_source_ck
    check (source in ('identity-provider', 'citizen-registry', 'desk', 'vault', 'earlier-dossier'))
);
comment on table dossiers.answer_origin is 'Nguồn của từng câu trả lời được điền sẵn trong tờ khai';
comment on column dossiers.answer_origin.changed is 'Người khai đã sửa khác dữ liệu nguồn';
grant select, insert on dossiers.answer_origin to motcua_app;
