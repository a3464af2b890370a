-- Papers of the vault go to the archive: packages, receipts, destruction of the copies officers work with, holds.
create schema archive;
grant usage on schema archive to motcua_app;

create table archive.package (
  id uuid not null,
  unit_id uuid not null,
  year int not null,
  no int not null,
  papers int not null,
  file_id uuid not null,
  sha256 text not null,
  size bigint not null,
  made_at timestamptz not null,
  made_by_account_id uuid not null,
  made_by_name text not null,
  archive_name text,
  receipt_number text,
  received_on date,
  receiver_name text,
  receipt_noted_at timestamptz,
  receipt_noted_by_name text,
  constraint package_pk primary key (id),
  constraint package_no_uq unique (unit_id, year, no),
  constraint package_papers_ck check (papers > 0),
  constraint package_receipt_ck check ((receipt_number is null) = (received_on is null) and (receipt_number is null) = (archive_name is null)
    and (receipt_number is null) = (receiver_name is null) and (receipt_number is null) = (receipt_noted_at is null))
);
comment on table archive.package is 'Gói hồ sơ nộp lưu: giấy tờ trong kho, thông tin mô tả, mã băm, kết quả kiểm tra chữ ký số';
comment on column archive.package.receipt_number is 'Số biên bản giao nhận của lưu trữ; trống: chưa được nhận';
grant select, insert, update (archive_name, receipt_number, received_on, receiver_name, receipt_noted_at, receipt_noted_by_name)
  on archive.package to motcua_app;

create table archive.package_paper (
  package_id uuid not null,
  no int not null,
  entry_id uuid not null,
  title text not null,
  type_code text,
  keep text not null,
  constraint package_paper_pk primary key (package_id, no),
  constraint package_paper_package_fk foreign key (package_id) references archive.package (id),
  constraint package_paper_once_uq unique (entry_id)
);
comment on table archive.package_paper is 'Giấy tờ trong gói; mỗi giấy tờ nộp lưu một lần';
comment on column archive.package_paper.keep is 'Thời hạn bảo quản theo quy tắc lúc lập gói: permanent hoặc số năm';
grant select, insert on archive.package_paper to motcua_app;

create table archive.destruction (
  package_id uuid not null,
  decision_number text not null,
  decided_on date not null,
  decided_by text not null,
  proposed_at timestamptz not null,
  proposed_by_account_id uuid not null,
  proposed_by_name text not null,
  confirmed_at timestamptz,
  confirmed_by_account_id uuid,
  confirmed_by_name text,
  closed int,
  held int,
  constraint destruction_pk primary key (package_id),
  constraint destruction_package_fk foreign key (package_id) references archive.package (id),
  constraint destruction_two_ck check (confirmed_by_account_id <> proposed_by_account_id),
  constraint destruction_confirmed_ck check ((confirmed_at is null) = (confirmed_by_account_id is null)
    and (confirmed_at is null) = (confirmed_by_name is null) and (confirmed_at is null) = (closed is null) and (confirmed_at is null) = (held is null))
);
comment on table archive.destruction is 'Hủy bản đang dùng sau khi lưu trữ đã nhận: quyết định, người đề nghị, người xác nhận, biên bản';
comment on column archive.destruction.held is 'Giấy tờ chưa hủy vì đang bị giữ lại';
grant select, insert, update (confirmed_at, confirmed_by_account_id, confirmed_by_name, closed, held) on archive.destruction to motcua_app;
grant delete on archive.destruction to motcua_app;

create table archive.hold (
  id uuid not null,
  entry_id uuid not null,
  reason text not null,
  placed_at timestamptz not null,
  placed_by_name text not null,
  lifted_at timestamptz,
  lifted_by_name text,
  constraint hold_pk primary key (id),
  constraint hold_lifted_ck check ((lifted_at is null) = (lifted_by_name is null))
);
create unique index hold_open_uq on archive.hold (entry_id) where lifted_at is null;
comment on table archive.hold is 'Giữ lại: giấy tờ không nộp lưu, không hủy cho đến khi bỏ giữ';
grant select, insert, update (lifted_at, lifted_by_name) on archive.hold to motcua_app;

create table documents.vault_archived (
  entry_id uuid not null,
  archive_name text not null,
  receipt_number text not null,
  received_on date not null,
  closed_at timestamptz,
  decision_number text,
  constraint vault_archived_pk primary key (entry_id),
  constraint vault_archived_entry_fk foreign key (entry_id) references documents.vault_entry (id),
  constraint vault_archived_closed_ck check ((closed_at is null) = (decision_number is null))
);
comment on table documents.vault_archived is 'Giấy tờ lưu trữ đã nhận; closed_at: bản cơ quan đang dùng đã hủy, chủ giấy tờ vẫn mở được trong kho của mình';
grant select, insert, update (closed_at, decision_number) on documents.vault_archived to motcua_app;
create index vault_entry_keeper on documents.vault_entry (keeper_unit_id, entered_at, id);
