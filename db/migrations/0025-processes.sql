-- A process may be for one procedure; what administrators write stays a draft until it is published.
alter table catalogue.process_version add column procedure_code text;
alter table catalogue.process_version add column published_at timestamptz;
alter table catalogue.process_version add column published_by text;
comment on column catalogue.process_version.procedure_code is 'Thủ tục dùng riêng quy trình này; trống: mọi thủ tục chưa có quy trình riêng';
comment on column catalogue.process_version.published_by is 'Người ban hành trong hệ thống; trống: có sẵn trong bộ dữ liệu';
create index process_version_procedure on catalogue.process_version (procedure_code, valid_from) where procedure_code is not null;

create table catalogue.process_draft (
  code text not null,
  revision int not null,
  definition jsonb not null,
  by_account_id uuid,
  by_name text not null,
  saved_at timestamptz not null,
  constraint process_draft_pk primary key (code)
);
comment on table catalogue.process_draft is 'Bản nháp quy trình, chưa có hiệu lực';
grant select, insert, update, delete on catalogue.process_draft to motcua_app;
