-- Results that cannot be signed digitally yet stand on blanks with serial numbers: every sheet is accounted for.
create table results.blank_batch (
  id uuid not null,
  kind text not null,
  unit_id uuid not null,
  first_serial text not null,
  last_serial text not null,
  count int not null,
  note_number text not null,
  note_on date not null,
  delivered_by text not null,
  received_at timestamptz not null,
  received_by_account_id uuid not null,
  received_by_name text not null,
  constraint blank_batch_pk primary key (id),
  constraint blank_batch_count_ck check (count > 0)
);
create index blank_batch_unit on results.blank_batch (unit_id, received_at desc);
comment on table results.blank_batch is 'Lô phôi nhập kho của đơn vị, theo phiếu giao';
grant select, insert on results.blank_batch to motcua_app;

create table results.blank (
  kind text not null,
  serial text not null,
  unit_id uuid not null,
  batch_id uuid not null,
  state text not null,
  dossier_id uuid,
  dossier_code text,
  result_no int,
  used_at timestamptz,
  used_by_name text,
  cause text,
  reason text,
  spoiled_at timestamptz,
  spoiled_by_name text,
  minutes_number text,
  minutes_on date,
  destroyed_at timestamptz,
  destroyed_by_name text,
  constraint blank_pk primary key (kind, serial),
  constraint blank_batch_fk foreign key (batch_id) references results.blank_batch (id),
  constraint blank_state_ck check (state in ('in-stock', 'used', 'spoiled', 'destroyed')),
  constraint blank_stock_ck check (state <> 'in-stock' or (dossier_id is null and spoiled_at is null)),
  constraint blank_used_ck check ((dossier_id is null) = (used_at is null) and (state <> 'used' or dossier_id is not null)),
  constraint blank_spoiled_ck check ((state in ('spoiled', 'destroyed')) = (spoiled_at is not null)
    and (spoiled_at is null) = (reason is null) and (spoiled_at is null) = (cause is null)),
  constraint blank_cause_ck check (cause in ('misprinted', 'damaged', 'lost')),
  constraint blank_destroyed_ck check ((state = 'destroyed') = (destroyed_at is not null)
    and (destroyed_at is null) = (minutes_number is null) and (destroyed_at is null) = (minutes_on is null))
);
create index blank_unit on results.blank (unit_id, kind, state, serial);
create unique index blank_result_uq on results.blank (dossier_id, result_no) where state = 'used';
comment on table results.blank is 'Sổ phôi: mỗi số sê-ri ở đúng một trạng thái';
comment on column results.blank.minutes_number is 'Số biên bản huỷ phôi';
grant select, insert, update on results.blank to motcua_app;

alter table results.result add column blank_kind text;
comment on column results.result.blank_kind is 'Kết quả in trên phôi loại này: ký tay, chưa ký số được';

create table results.original (
  dossier_id uuid not null,
  result_no int not null,
  version int not null,
  kind text not null,
  serial text not null,
  signed_on date not null,
  signed_by_account_id uuid not null,
  signed_by_name text not null,
  noted_at timestamptz not null,
  scan_file_id uuid,
  scan_sha256 text,
  scan_pages int,
  scanned_at timestamptz,
  scanned_by_name text,
  constraint original_pk primary key (kind, serial),
  constraint original_result_fk foreign key (dossier_id, result_no) references results.result (dossier_id, no),
  constraint original_blank_fk foreign key (kind, serial) references results.blank (kind, serial),
  constraint original_scan_ck check ((scan_file_id is null) = (scanned_at is null))
);
create index original_result on results.original (dossier_id, result_no);
comment on table results.original is 'Bản gốc in trên phôi: số sê-ri, ai ký tay, ngày nào; bản scan để cơ quan ký số sao y';
grant select, insert, update on results.original to motcua_app;
