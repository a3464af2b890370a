create schema catalogue;
grant usage on schema catalogue to motcua_app;

create table catalogue.procedure (
  code text not null,
  constraint procedure_pk primary key (code)
);
comment on table catalogue.procedure is 'Thủ tục hành chính: mã quốc gia';

-- A dossier points at the version it began with: versions are added and closed, never rewritten.
create table catalogue.procedure_version (
  id uuid not null,
  code text not null,
  version int not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  levels text[] not null,
  sectors text[] not null,
  department text not null,
  life_event text not null,
  subjects text[] not null,
  full_online boolean not null,
  summary jsonb not null,
  content jsonb not null,
  fingerprint text not null,
  constraint procedure_version_pk primary key (id),
  constraint procedure_version_no_uq unique (code, version),
  constraint procedure_version_procedure_fk foreign key (code) references catalogue.procedure (code)
);
create index procedure_version_in_force on catalogue.procedure_version (code, valid_from desc);
create index procedure_version_department on catalogue.procedure_version (department, code);
create index procedure_version_life_event on catalogue.procedure_version (life_event, code);
create index procedure_version_sectors on catalogue.procedure_version using gin (sectors);
comment on table catalogue.procedure_version is 'Phiên bản thủ tục; valid_to là ngày cuối cùng còn hiệu lực; phiên bản bị thay ngay trong ngày có valid_to trước valid_from';

create table catalogue.procedure_search (
  version_id uuid not null,
  name_key text not null,
  accented_name text not null,
  words tsvector not null,
  constraint procedure_search_pk primary key (version_id),
  constraint procedure_search_version_fk foreign key (version_id) references catalogue.procedure_version (id)
);
create index procedure_search_words on catalogue.procedure_search using gin (words);
create index procedure_search_name on catalogue.procedure_search using gist (name_key gist_trgm_ops (siglen = 256));
comment on table catalogue.procedure_search is 'Chữ để tìm thủ tục: tên có dấu (A), tên không dấu (B), lĩnh vực, kết quả, trường hợp (C), giấy tờ (D)';

create table catalogue.quality_finding (
  version_id uuid not null,
  finding_no int not null,
  code text not null,
  severity text not null,
  place text not null,
  source_text text not null,
  decided_by text not null,
  constraint quality_finding_pk primary key (version_id, finding_no),
  constraint quality_finding_version_fk foreign key (version_id) references catalogue.procedure_version (id),
  constraint quality_finding_severity_ck check (severity in ('blocking', 'doubt', 'note'))
);
create index quality_finding_code on catalogue.quality_finding (code, version_id);
create index quality_finding_decider on catalogue.quality_finding (decided_by, version_id);
comment on table catalogue.quality_finding is 'Điều còn thiếu hoặc nghi vấn của một phiên bản thủ tục và đơn vị phải quyết định';

create table catalogue.sector (
  code text not null,
  name text not null,
  constraint sector_pk primary key (code)
);
comment on table catalogue.sector is 'Lĩnh vực';

create table catalogue.result_type (
  code text not null,
  name text not null,
  constraint result_type_pk primary key (code)
);
comment on table catalogue.result_type is 'Kết quả thủ tục: loại giấy tờ được cấp';

create table catalogue.legal_document (
  code text not null,
  name text not null,
  constraint legal_document_pk primary key (code)
);
comment on table catalogue.legal_document is 'Văn bản là căn cứ pháp lý';

create table catalogue.import_run (
  id uuid not null,
  at timestamptz not null,
  source_sha256 text not null,
  rules_version int not null,
  read_count int not null,
  added_count int not null,
  changed_count int not null,
  ended_count int not null,
  unchanged_count int not null,
  finding_count int not null,
  difference jsonb not null,
  constraint import_run_pk primary key (id)
);
create index import_run_at on catalogue.import_run (at desc);
comment on table catalogue.import_run is 'Lần nạp danh mục và phần khác so với lần trước';

create table catalogue.process_version (
  id uuid not null,
  code text not null,
  version int not null,
  valid_from date not null,
  valid_to date,
  definition jsonb not null,
  constraint process_version_pk primary key (id),
  constraint process_version_no_uq unique (code, version)
);
comment on table catalogue.process_version is 'Quy trình giải quyết: các bước, trạng thái và ai được chuyển; hồ sơ giữ phiên bản lúc bắt đầu';

grant select, insert on catalogue.procedure to motcua_app;
grant select, insert on catalogue.procedure_version, catalogue.process_version to motcua_app;
grant update (valid_to) on catalogue.procedure_version, catalogue.process_version to motcua_app;
grant select, insert on catalogue.procedure_search, catalogue.quality_finding, catalogue.import_run to motcua_app;
grant select, insert, update on catalogue.sector, catalogue.result_type, catalogue.legal_document to motcua_app;
