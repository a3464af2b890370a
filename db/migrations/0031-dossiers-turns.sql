-- Every turn of a dossier: suspension, withdrawal, stop, the one extension; and the events the due date is computed from.
alter table dossiers.dossier
  drop constraint dossier_handling_ck,
  drop constraint dossier_delivery_ck,
  add constraint dossier_handling_ck check (handling in ('submitted', 'received', 'appraising', 'suspended',
    'awaiting-approval', 'awaiting-signature', 'awaiting-seal', 'finished', 'delivered', 'awaiting-supplement', 'refused',
    'withdrawn', 'stopped')),
  add constraint dossier_delivery_ck check (delivery in ('not-ready', 'ready', 'handed-over', 'refused')),
  add column rules_on date,
  add column rules_version text;
comment on column dossiers.dossier.rules_on is 'Ngày của quy tắc tính hạn đã áp dụng cho hồ sơ';
comment on column dossiers.dossier.rules_version is 'Phiên bản quy tắc tính hạn đã áp dụng cho hồ sơ';

-- A suspended dossier stays in its office's and its officer's lists.
drop index dossiers.dossier_office_queue;
create index dossier_office_queue on dossiers.dossier (competent_unit_id, handling, queue_at, id)
  where handling in ('received', 'appraising', 'suspended', 'awaiting-approval', 'awaiting-signature', 'awaiting-seal',
    'awaiting-supplement');
drop index dossiers.dossier_own_queue;
create index dossier_own_queue on dossiers.dossier (assignee_account_id, handling, queue_at, id) include (appraisal)
  where handling in ('appraising', 'suspended', 'awaiting-supplement');

alter table dossiers.step add column undo jsonb;
comment on column dossiers.step.undo is 'Giá trị trước bước, của những bước nội bộ huỷ lại được';

create table dossiers.clock_event (
  dossier_id uuid not null,
  no int not null,
  kind text not null,
  at timestamptz not null,
  ground text,
  until date,
  document text,
  legal_basis text,
  reason text,
  by_account_id uuid,
  by_name text not null,
  due_at timestamptz,
  due_on date,
  rules_on date,
  rules_version text,
  constraint clock_event_pk primary key (dossier_id, no),
  constraint clock_event_dossier_fk foreign key (dossier_id) references dossiers.dossier (id),
  constraint clock_event_kind_ck check (kind in ('received', 'stopped', 'resumed', 'extended', 'finished', 'recomputed')),
  constraint clock_event_ground_ck check ((kind = 'stopped') = (ground is not null)
    and ground in ('supplement', 'legal-basis')),
  constraint clock_event_legal_basis_ck check (ground is distinct from 'legal-basis'
    or (legal_basis is not null and document is not null)),
  constraint clock_event_until_ck check ((kind = 'extended') = (until is not null)),
  constraint clock_event_due_ck check ((due_at is null) = (due_on is null))
);
create unique index clock_event_extended_once on dossiers.clock_event (dossier_id) where kind = 'extended';
comment on table dossiers.clock_event is 'Mốc thời hạn: mọi sự kiện làm đổi ngày hẹn trả, và hạn sau sự kiện; chỉ thêm';
comment on column dossiers.clock_event.due_at is 'Hạn trả sau sự kiện này; trống khi thời hạn đang dừng';
grant select, insert on dossiers.clock_event to motcua_app;

-- What happened before this table is in the steps.
insert into dossiers.clock_event (dossier_id, no, kind, at, ground, document, by_account_id, by_name, due_at, due_on)
select dossier_id, row_number() over (partition by dossier_id order by no), kind, at,
  case when kind = 'stopped' then 'supplement' end, case when kind = 'stopped' then 'Phiếu yêu cầu bổ sung' end,
  by_account_id, by_name, due_at, (due_at at time zone 'Asia/Ho_Chi_Minh')::date
from (
  select s.*, case
      when s.action in ('fileAtCounter', 'receiveDossier') then 'received'
      when s.action = 'requestSupplement' then 'stopped'
      when s.action = 'sealResult' then 'finished'
    end as kind
  from dossiers.step s
) moves
where kind = 'received' or (kind is not null and exists (
  select from dossiers.step b where b.dossier_id = moves.dossier_id and b.no < moves.no
    and b.action in ('fileAtCounter', 'receiveDossier')));

create table dossiers.closure (
  dossier_id uuid not null,
  kind text not null,
  ground text not null,
  reason text not null,
  legal_basis text,
  by_account_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  constraint closure_pk primary key (dossier_id),
  constraint closure_dossier_fk foreign key (dossier_id) references dossiers.dossier (id),
  constraint closure_kind_ck check (kind in ('withdrawn', 'stopped')),
  constraint closure_ground_ck check (ground in ('asked-by-applicant', 'not-supplied-in-time', 'other')),
  constraint closure_legal_basis_ck check (kind = 'withdrawn' or legal_basis is not null)
);
comment on table dossiers.closure is 'Rút hồ sơ theo đề nghị của người dân, hoặc dừng giải quyết (mẫu 05)';
grant select, insert on dossiers.closure to motcua_app;

alter table dossiers.paper
  drop constraint paper_form_ck,
  add constraint paper_form_ck check (form in ('appointment-slip', 'supplement-request', 'refusal-notice', 'extension-notice',
    'stop-notice', 'handling-sheet', 'register'));
comment on table dossiers.paper is 'Giấy tờ của bộ phận một cửa đã lập cho hồ sơ (mẫu 01–07)';
