-- Ký theo lô: what a signatory opened before signing many, and what the specialist wants them to know.
create table results.opened (
  account_id uuid not null,
  dossier_id uuid not null,
  result_no integer not null,
  version integer not null,
  opened_at timestamptz not null,
  constraint opened_pk primary key (dossier_id, result_no, version, account_id)
);
comment on table results.opened is 'Văn bản đã mở ra xem trước khi ký hoặc đóng dấu: ai, bản nào, lúc nào';
grant select, insert on results.opened to motcua_app;

alter table results.result add column attention text;
comment on column results.result.attention is 'Lưu ý người ký; không in trên văn bản';
