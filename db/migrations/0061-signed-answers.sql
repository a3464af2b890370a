-- What certificate authorities signed about the state of their certificates, kept until a newer answer is due.
create table signing.signed_answer (
  about text not null,
  kind text not null,
  der bytea not null,
  this_update timestamptz not null,
  next_update timestamptz not null,
  constraint signed_answer_pk primary key (about),
  constraint signed_answer_kind_ck check (kind in ('ocsp', 'crl')),
  constraint signed_answer_window_ck check (this_update <= next_update)
);
create index signed_answer_next_update on signing.signed_answer (next_update);
comment on table signing.signed_answer is 'Trả lời đã ký của nơi cấp chứng thư số về tình trạng chứng thư số (OCSP, CRL), giữ đến khi có bản mới';
grant select, insert, update, delete on signing.signed_answer to motcua_app;
