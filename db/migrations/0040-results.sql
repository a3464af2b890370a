-- Results from draft to hand-over. A version of a file is never changed; what was issued stands in the register for good.
create schema results;
grant usage on schema results to motcua_app;

create table results.result (
  dossier_id uuid not null,
  no int not null,
  kind text not null,
  template text not null,
  title text not null,
  content jsonb not null,
  state text not null,
  version int not null,
  unit_id uuid not null,
  signatory_account_id uuid not null,
  verification_code text not null,
  drafted_by_account_id uuid not null,
  drafted_by_name text not null,
  drafted_at timestamptz not null,
  approved_sha256 text,
  approved_by_account_id uuid,
  approved_by_name text,
  approved_at timestamptz,
  returned_by_name text,
  returned_at timestamptz,
  return_reason text,
  constraint result_pk primary key (dossier_id, no),
  constraint result_code_uq unique (verification_code),
  constraint result_kind_ck check (kind in ('result', 'rejection')),
  constraint result_template_ck check (template in ('licence', 'decision', 'certification', 'civil-status', 'reply', 'rejection')),
  constraint result_state_ck check (state in ('draft', 'returned', 'approved', 'signed', 'sealed', 'delivered', 'replaced')),
  constraint result_approved_ck check (state in ('draft', 'returned') or approved_sha256 is not null)
);
comment on table results.result is 'Kết quả giải quyết thủ tục, từ dự thảo đến trả cho người dân';
comment on column results.result.approved_sha256 is 'Mã SHA-256 của bản đã phê duyệt: chỉ đúng bản này được ký';
comment on column results.result.verification_code is 'Mã kiểm tra in trên văn bản';
create index result_to_sign on results.result (signatory_account_id, dossier_id) where state = 'approved';
create index result_to_seal on results.result (unit_id, dossier_id) where state = 'signed';
grant select, insert, update on results.result to motcua_app;

create table results.result_file (
  dossier_id uuid not null,
  result_no int not null,
  version int not null,
  stage text not null,
  file_id uuid not null,
  sha256 text not null,
  pages int not null,
  signatures int not null,
  made_at timestamptz not null,
  constraint result_file_pk primary key (dossier_id, result_no, version, stage),
  constraint result_file_result_fk foreign key (dossier_id, result_no) references results.result (dossier_id, no),
  constraint result_file_stage_ck check (stage in ('unsigned', 'signed', 'sealed'))
);
comment on table results.result_file is 'Các bản của kết quả: chưa ký, người có thẩm quyền đã ký, cơ quan đã đóng dấu số';
create index result_file_sha256 on results.result_file (sha256);
grant select, insert on results.result_file to motcua_app;

create table results.number_book (
  unit_id uuid not null,
  year int not null,
  last_no int not null,
  constraint number_book_pk primary key (unit_id, year)
);
comment on table results.number_book is 'Sổ đăng ký số văn bản của cơ quan trong năm';
grant select, insert, update on results.number_book to motcua_app;

create table results.number (
  unit_id uuid not null,
  year int not null,
  no int not null,
  dossier_id uuid not null,
  result_no int not null,
  state text not null,
  held_until timestamptz not null,
  constraint number_pk primary key (unit_id, year, no),
  constraint number_book_fk foreign key (unit_id, year) references results.number_book (unit_id, year),
  constraint number_state_ck check (state in ('held', 'issued'))
);
create unique index number_result_uq on results.number (dossier_id, result_no, year);
create index number_held on results.number (unit_id, year, no) where state = 'held';
comment on table results.number is 'Số văn bản: đang giữ để đóng dấu, hoặc đã phát hành; số giữ quá hạn được dùng cho văn bản sau';
grant select, insert, update on results.number to motcua_app;

create table results.issued (
  sha256 text not null,
  dossier_id uuid not null,
  result_no int not null,
  verification_code text not null,
  unit_id uuid not null,
  year int not null,
  no int not null,
  number_text text not null,
  issued_on date not null,
  title text not null,
  agency text not null,
  signatory text not null,
  signatory_position text not null,
  signed_at timestamptz not null,
  sealed_at timestamptz not null,
  file_id uuid not null,
  size bigint not null,
  pages int not null,
  state text not null,
  constraint issued_pk primary key (sha256),
  constraint issued_result_uq unique (dossier_id, result_no),
  constraint issued_code_uq unique (verification_code),
  constraint issued_number_uq unique (unit_id, year, no),
  constraint issued_state_ck check (state in ('in-force', 'replaced', 'revoked')),
  constraint issued_sha256_ck check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table results.issued is 'Sổ văn bản đã phát hành, tra theo mã SHA-256 của tệp và mã kiểm tra; không có dữ liệu của người dân';
grant select, insert on results.issued to motcua_app;

create table results.delivery (
  dossier_id uuid not null,
  result_no int not null,
  how text not null,
  receiver_name text,
  receiver_relation text,
  postal_code text,
  note text,
  by_account_id uuid,
  by_name text not null,
  at timestamptz not null,
  constraint delivery_pk primary key (dossier_id, result_no),
  constraint delivery_how_ck check (how in ('electronic', 'counter', 'postal')),
  constraint delivery_counter_ck check (how <> 'counter' or receiver_name is not null)
);
comment on table results.delivery is 'Trả kết quả: cách trả, ai nhận, lúc nào';
grant select, insert on results.delivery to motcua_app;
