-- Dossiers from filing to hand-over. Child keys begin with the dossier; codes are unique by how they are counted.
create schema dossiers;
grant usage on schema dossiers to motcua_app;

create table dossiers.dossier (
  id uuid not null,
  code text not null,
  version int not null,
  province_code text not null,
  procedure_code text not null,
  procedure_version_id uuid not null,
  case_code text not null,
  process_id uuid not null,
  handling text not null,
  money text not null,
  delivery text not null,
  exchange text not null,
  helped_at_unit_id uuid,
  received_by_unit_id uuid not null,
  competent_unit_id uuid not null,
  handling_unit_id uuid,
  channel text not null,
  applicant jsonb not null,
  submitter jsonb not null,
  applicant_name text not null,
  applicant_personal_id text,
  applicant_citizen_id uuid,
  submitter_citizen_id uuid,
  search_keys text[] not null,
  form_version int,
  answers jsonb not null,
  result_delivery text not null,
  term jsonb not null,
  submitted_at timestamptz not null,
  received_at timestamptz,
  counts_from date,
  due_at timestamptz,
  due_on date,
  original_due_at timestamptz,
  due_explanation jsonb not null default '[]',
  queue_at timestamptz not null,
  assignee_account_id uuid,
  appraisal text,
  supplement_count int not null default 0,
  supplied_at timestamptz,
  waiting_since timestamptz,
  finished_at timestamptz,
  delivered_at timestamptz,
  external_codes jsonb not null default '[]',
  constraint dossier_pk primary key (id),
  constraint dossier_handling_ck check (handling in ('submitted', 'received', 'appraising', 'awaiting-approval',
    'awaiting-signature', 'awaiting-seal', 'finished', 'delivered', 'awaiting-supplement', 'refused', 'withdrawn', 'stopped')),
  constraint dossier_money_ck check (money in ('nothing-due', 'due', 'paid', 'waived')),
  constraint dossier_delivery_ck check (delivery in ('not-ready', 'ready', 'handed-over')),
  constraint dossier_exchange_ck check (exchange in ('pending', 'sent', 'failed')),
  constraint dossier_channel_ck check (channel in ('online', 'counter', 'postal', 'national-portal')),
  constraint dossier_appraisal_ck check (appraisal in ('eligible', 'ineligible')),
  constraint dossier_due_ck check ((due_at is null) = (due_on is null))
);
comment on table dossiers.dossier is 'Hồ sơ';
comment on column dossiers.dossier.queue_at is 'Mốc xếp hàng: hạn trả khi đã tiếp nhận, hạn dự kiến khi chưa';
comment on column dossiers.dossier.search_keys is 'Khoá tìm theo đơn vị: đuôi mã đơn vị và từng chữ của tên, không dấu';
comment on column dossiers.dossier.original_due_at is 'Hạn trả đã hẹn lần đầu';

-- One index per way into a queue; only dossiers still open are in them, so their size does not follow the archive.
create index dossier_desk_queue on dossiers.dossier (received_by_unit_id, handling, queue_at, id) include (supplied_at)
  where handling in ('submitted', 'awaiting-supplement', 'finished');
create index dossier_office_queue on dossiers.dossier (competent_unit_id, handling, queue_at, id)
  where handling in ('received', 'appraising', 'awaiting-approval', 'awaiting-signature', 'awaiting-seal', 'awaiting-supplement');
create index dossier_own_queue on dossiers.dossier (assignee_account_id, handling, queue_at, id) include (appraisal)
  where handling in ('appraising', 'awaiting-supplement');
create index dossier_code on dossiers.dossier (code);
create index dossier_applicant on dossiers.dossier (applicant_citizen_id, id) where applicant_citizen_id is not null;
create index dossier_submitter on dossiers.dossier (submitter_citizen_id, id) where submitter_citizen_id is not null;
create index dossier_applicant_personal_id on dossiers.dossier (applicant_personal_id, id) where applicant_personal_id is not null;
create index dossier_search on dossiers.dossier using gin (search_keys);
grant select, insert, update on dossiers.dossier to motcua_app;

create table dossiers.component (
  dossier_id uuid not null,
  no int not null,
  code text not null,
  form text,
  omitted text,
  constraint component_pk primary key (dossier_id, no),
  constraint component_dossier_fk foreign key (dossier_id) references dossiers.dossier (id),
  constraint component_form_ck check (form in ('original', 'copy', 'certified-copy', 'electronic')),
  constraint component_omitted_ck check (omitted in ('not-my-case', 'held-by-the-state', 'filled-on-screen')),
  constraint component_given_ck check ((form is null) <> (omitted is null))
);
comment on table dossiers.component is 'Thành phần hồ sơ: đã nộp (form), hoặc không nộp và vì sao (omitted)';
grant select, insert, update on dossiers.component to motcua_app;

create table dossiers.component_file (
  dossier_id uuid not null,
  component_no int not null,
  file_id uuid not null,
  round int not null,
  constraint component_file_pk primary key (dossier_id, component_no, file_id),
  constraint component_file_component_fk foreign key (dossier_id, component_no) references dossiers.component (dossier_id, no)
);
comment on table dossiers.component_file is 'Tệp của thành phần hồ sơ; round 0: nộp lần đầu, n: bổ sung lần n';
grant select, insert on dossiers.component_file to motcua_app;

create table dossiers.step (
  dossier_id uuid not null,
  no int not null,
  action text not null,
  from_handling text,
  to_handling text not null,
  from_unit_id uuid,
  to_unit_id uuid,
  by_account_id uuid,
  by_name text not null,
  to_account_id uuid,
  to_name text,
  at timestamptz not null,
  due_at timestamptz,
  note text,
  constraint step_pk primary key (dossier_id, no),
  constraint step_dossier_fk foreign key (dossier_id) references dossiers.dossier (id)
);
comment on table dossiers.step is 'Bước xử lý: ai giao cho ai, lúc nào, hạn nào (Phiếu kiểm soát quá trình, mẫu 06); chỉ thêm';
grant select, insert on dossiers.step to motcua_app;

create table dossiers.supplement_request (
  dossier_id uuid not null,
  no int not null,
  stage text not null,
  requested_at timestamptz not null,
  by_account_id uuid not null,
  by_name text not null,
  reply_by date not null,
  legal_basis text,
  why_again text,
  answered_at timestamptz,
  answer_note text,
  constraint supplement_request_pk primary key (dossier_id, no),
  constraint supplement_request_dossier_fk foreign key (dossier_id) references dossiers.dossier (id),
  constraint supplement_request_again_ck check (no = 1 or why_again is not null)
);
comment on table dossiers.supplement_request is 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (mẫu 02)';
grant select, insert, update on dossiers.supplement_request to motcua_app;

create table dossiers.supplement_item (
  dossier_id uuid not null,
  request_no int not null,
  no int not null,
  component_code text,
  what text not null,
  reason text not null,
  how text not null,
  constraint supplement_item_pk primary key (dossier_id, request_no, no),
  constraint supplement_item_request_fk foreign key (dossier_id, request_no) references dossiers.supplement_request (dossier_id, no)
);
comment on table dossiers.supplement_item is 'Nội dung cần bổ sung: cái gì, vì sao, làm cách nào';
grant select, insert on dossiers.supplement_item to motcua_app;

create table dossiers.appraisal (
  dossier_id uuid not null,
  no int not null,
  outcome text not null,
  note text not null,
  by_account_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  constraint appraisal_pk primary key (dossier_id, no),
  constraint appraisal_dossier_fk foreign key (dossier_id) references dossiers.dossier (id),
  constraint appraisal_outcome_ck check (outcome in ('eligible', 'ineligible'))
);
comment on table dossiers.appraisal is 'Kết luận thẩm định; kết luận sau thay kết luận trước, không xoá';
grant select, insert on dossiers.appraisal to motcua_app;

create table dossiers.refusal (
  dossier_id uuid not null,
  reason text not null,
  legal_basis text not null,
  by_account_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  constraint refusal_pk primary key (dossier_id),
  constraint refusal_dossier_fk foreign key (dossier_id) references dossiers.dossier (id)
);
comment on table dossiers.refusal is 'Từ chối tiếp nhận giải quyết hồ sơ (mẫu 03)';
grant select, insert on dossiers.refusal to motcua_app;

create table dossiers.paper (
  dossier_id uuid not null,
  form text not null,
  no int not null,
  file_id uuid not null,
  made_at timestamptz not null,
  constraint paper_pk primary key (dossier_id, form, no),
  constraint paper_dossier_fk foreign key (dossier_id) references dossiers.dossier (id),
  constraint paper_form_ck check (form in ('appointment-slip', 'supplement-request', 'refusal-notice'))
);
comment on table dossiers.paper is 'Giấy tờ của bộ phận một cửa đã lập cho hồ sơ (mẫu 01, 02, 03)';
grant select, insert on dossiers.paper to motcua_app;

create table dossiers.day_counter (
  unit_id uuid not null,
  on_date date not null,
  last_no int not null,
  constraint day_counter_pk primary key (unit_id, on_date)
);
comment on table dossiers.day_counter is 'Số hồ sơ trong ngày của một nơi tiếp nhận';
grant select, insert, update on dossiers.day_counter to motcua_app;

create table dossiers.draft (
  id uuid not null,
  resume_code text not null,
  owner_account_id uuid not null,
  procedure_code text not null,
  procedure_version_id uuid not null,
  competent_unit_code text,
  pages jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  keep_until date not null,
  constraint draft_pk primary key (id),
  constraint draft_resume_code_uq unique (resume_code)
);
create index draft_owner on dossiers.draft (owner_account_id, updated_at desc);
create index draft_keep_until on dossiers.draft (keep_until);
comment on table dossiers.draft is 'Bài khai đang làm dở, mở lại bằng mã';
grant select, insert, update, delete on dossiers.draft to motcua_app;

create table dossiers.draft_file (
  draft_id uuid not null,
  component_code text not null,
  file_id uuid not null,
  added_at timestamptz not null,
  constraint draft_file_pk primary key (draft_id, component_code, file_id),
  constraint draft_file_draft_fk foreign key (draft_id) references dossiers.draft (id) on delete cascade
);
comment on table dossiers.draft_file is 'Tệp gắn vào bài khai';
grant select, insert, delete on dossiers.draft_file to motcua_app;
