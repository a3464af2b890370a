-- The vault: papers and results of a person or organisation, kept once and used again.
create table documents.vault_entry (
  id uuid not null,
  owner_kind text not null,
  owner_number text not null,
  paper_id uuid not null,
  version int not null,
  type_code text,
  title text not null,
  about text,
  number text,
  issuer text,
  issued_on date,
  valid_from date,
  valid_until date,
  state text not null,
  ended_at timestamptz,
  end_reason text,
  replaced_by uuid,
  content_sha256 text not null,
  proof text not null,
  verification_code text,
  source text not null,
  source_code text not null,
  keeper_unit_id uuid not null,
  entered_at timestamptz not null,
  entered_by text not null,
  constraint vault_entry_pk primary key (id),
  constraint vault_entry_version_uq unique (paper_id, version),
  constraint vault_entry_content_uq unique (owner_kind, owner_number, content_sha256),
  constraint vault_entry_replaced_fk foreign key (replaced_by) references documents.vault_entry (id),
  constraint vault_entry_owner_ck check (owner_kind in ('personal-id', 'business-code', 'passport')),
  constraint vault_entry_state_ck check (state in ('in-force', 'replaced', 'revoked')),
  constraint vault_entry_ended_ck check ((state = 'in-force') = (ended_at is null)),
  constraint vault_entry_proof_ck check (proof in ('issued-here', 'certified-copy', 'compared', 'seen')),
  constraint vault_entry_valid_ck check (valid_from is null or valid_until is null or valid_from <= valid_until)
);
create index vault_entry_owner on documents.vault_entry (owner_kind, owner_number, entered_at desc, id desc);
create index vault_entry_source on documents.vault_entry (source);
comment on table documents.vault_entry is 'Kho dữ liệu điện tử của tổ chức, cá nhân: giấy tờ, kết quả theo định danh của chủ';
comment on column documents.vault_entry.paper_id is 'Một giấy tờ qua các lần thay thế';
comment on column documents.vault_entry.type_code is 'Mã loại giấy tờ; trống: chưa chắc là loại gì nên không tự đề nghị dùng lại';
comment on column documents.vault_entry.about is 'Trích yếu';
comment on column documents.vault_entry.content_sha256 is 'Mã băm nội dung: của tệp, hoặc của các tệp theo thứ tự khi giấy tờ gồm nhiều tệp';
comment on column documents.vault_entry.proof is 'issued-here: kết quả của hệ thống này, đã ký và kiểm tra; certified-copy: bản sao chứng thực; compared: cán bộ đối chiếu bản chính; seen: người dân tự tải lên';
comment on column documents.vault_entry.source is 'Hồ sơ nguồn';
comment on column documents.vault_entry.keeper_unit_id is 'Đơn vị cấp hoặc đưa vào kho, trả lời khi chủ báo sai';
grant select, insert, update (type_code, number, issuer, issued_on, valid_from, valid_until, state, ended_at, end_reason, replaced_by, proof,
  verification_code, keeper_unit_id) on documents.vault_entry to motcua_app;

create table documents.vault_file (
  entry_id uuid not null,
  no int not null,
  file_id uuid not null,
  constraint vault_file_pk primary key (entry_id, no),
  constraint vault_file_entry_fk foreign key (entry_id) references documents.vault_entry (id),
  constraint vault_file_file_fk foreign key (file_id) references documents.file (id)
);
create index vault_file_file on documents.vault_file (file_id);
comment on table documents.vault_file is 'Tệp của giấy tờ trong kho: nối tới tệp đã lưu, không chép';
grant select, insert on documents.vault_file to motcua_app;

create table documents.vault_use (
  entry_id uuid not null,
  used_for text not null,
  component_code text not null,
  version int not null,
  used_for_code text not null,
  procedure_code text not null,
  procedure_name text not null,
  unit_id uuid not null,
  ground text not null,
  used_at timestamptz not null,
  used_by text not null,
  constraint vault_use_pk primary key (entry_id, used_for, component_code),
  constraint vault_use_entry_fk foreign key (entry_id) references documents.vault_entry (id),
  constraint vault_use_ground_ck check (ground in ('chosen-by-owner', 'taken-at-desk'))
);
create index vault_use_for on documents.vault_use (used_for);
create index vault_use_count on documents.vault_use (unit_id, used_at) include (procedure_code);
comment on table documents.vault_use is 'Sổ dùng lại: giấy tờ nào, bản nào, phục vụ hồ sơ nào, căn cứ gì';
comment on column documents.vault_use.unit_id is 'Bộ phận một cửa nhận hồ sơ, nơi lẽ ra phải nhận giấy tờ này';
comment on column documents.vault_use.ground is 'chosen-by-owner: chủ giấy tờ chọn khi nộp; taken-at-desk: cán bộ lấy cho người có mặt tại quầy';
grant select, insert on documents.vault_use to motcua_app;

-- A paper of a half-done form that comes from the vault.
alter table dossiers.draft_file add column vault_entry_id uuid;
comment on column dossiers.draft_file.vault_entry_id is 'Lấy từ kho giấy tờ';
