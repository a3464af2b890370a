-- bản sao y: a scanned paper of a dossier, compared with the original by a desk officer who signs it, then signed by the agency.
create table desk.copy_book (
  unit_id uuid not null,
  year int not null,
  last_no int not null,
  constraint copy_book_pk primary key (unit_id, year)
);
comment on table desk.copy_book is 'Sổ đăng ký bản sao của cơ quan trong năm: số cuối đã cấp';
grant select, insert, update on desk.copy_book to motcua_app;

create table desk.certified_copy (
  id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  unit_id uuid not null,
  title text not null,
  owner_name text not null,
  pages int not null,
  source_file_id uuid not null,
  source_sha256 text not null,
  signed_file_id uuid not null,
  signed_sha256 text not null,
  signed_by_account_id uuid not null,
  signed_by_name text not null,
  signed_at timestamptz not null,
  state text not null,
  year int,
  no int,
  certified_on date,
  sealed_file_id uuid,
  sealed_sha256 text,
  sealed_by_name text,
  sealed_at timestamptz,
  dropped_by_name text,
  dropped_at timestamptz,
  reason text,
  constraint certified_copy_pk primary key (id),
  constraint certified_copy_book_fk foreign key (unit_id, year) references desk.copy_book (unit_id, year),
  constraint certified_copy_no_uq unique (unit_id, year, no),
  constraint certified_copy_state_ck check (state in ('signed', 'sealed', 'dropped')),
  constraint certified_copy_sealed_ck check ((state = 'sealed') = (no is not null) and (no is null) = (sealed_file_id is null)
    and (no is null) = (sealed_at is null) and (no is null) = (certified_on is null) and (no is null) = (year is null)),
  constraint certified_copy_dropped_ck check ((state = 'dropped') = (dropped_at is not null) and (dropped_at is null) = (reason is null))
);
create unique index certified_copy_source_uq on desk.certified_copy (dossier_id, source_file_id) where state <> 'dropped';
create index certified_copy_waiting on desk.certified_copy (unit_id, signed_at) where state = 'signed';
comment on table desk.certified_copy is 'Sổ đăng ký bản sao: bản sao y từ giấy sang điện tử của giấy tờ trong hồ sơ';
comment on column desk.certified_copy.owner_name is 'Giấy tờ của ai';
comment on column desk.certified_copy.state is 'signed: cán bộ đã đối chiếu và ký; sealed: cơ quan đã ký, có số; dropped: bỏ, không đóng dấu';
grant select, insert, update on desk.certified_copy to motcua_app;
