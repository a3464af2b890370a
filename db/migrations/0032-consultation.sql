-- Consultation of several bodies about one dossier, side by side (lấy ý kiến cơ quan phối hợp).
alter table dossiers.dossier add column opinions_awaited int not null default 0;
comment on column dossiers.dossier.opinions_awaited is 'Số lần lấy ý kiến còn mở mà chưa đủ ý kiến theo quy tắc đã chọn';

create table dossiers.consultation (
  dossier_id uuid not null,
  no int not null,
  question text not null,
  completeness text not null,
  legal_basis text,
  lead_unit_id uuid not null,
  asked_at timestamptz not null,
  by_account_id uuid not null,
  by_name text not null,
  rule_met_at timestamptz,
  closed_at timestamptz,
  closed_by_account_id uuid,
  closed_by_name text,
  conclusion text,
  constraint consultation_pk primary key (dossier_id, no),
  constraint consultation_dossier_fk foreign key (dossier_id) references dossiers.dossier (id),
  constraint consultation_completeness_ck check (completeness in ('all', 'majority', 'silence-agrees')),
  constraint consultation_silence_ck check (completeness <> 'silence-agrees' or legal_basis is not null),
  constraint consultation_closed_ck check ((closed_at is null) = (conclusion is null)),
  constraint consultation_closed_when_met_ck check (closed_at is null or rule_met_at is not null)
);
comment on table dossiers.consultation is 'Lần lấy ý kiến; cơ quan chủ trì kết thúc bằng một kết luận. Không làm dừng thời hạn giải quyết';
comment on column dossiers.consultation.legal_basis is 'Căn cứ pháp lý, bắt buộc khi im lặng được coi là đồng ý';
comment on column dossiers.consultation.rule_met_at is 'Lúc đủ ý kiến theo quy tắc';
grant select, insert, update on dossiers.consultation to motcua_app;

create table dossiers.consulted_body (
  dossier_id uuid not null,
  consultation_no int not null,
  unit_id uuid not null,
  id uuid not null,
  place int not null,
  question text,
  term_days numeric not null,
  reply_at timestamptz not null,
  reply_by date not null,
  remind_at timestamptz not null,
  why_after_due text,
  reminded_before_at timestamptz,
  deadline_told_at timestamptz,
  last_reminded_at timestamptz,
  reminder_count int not null default 0,
  answered_at timestamptz,
  constraint consulted_body_pk primary key (dossier_id, consultation_no, unit_id),
  constraint consulted_body_consultation_fk foreign key (dossier_id, consultation_no)
    references dossiers.consultation (dossier_id, no)
);
create index consulted_body_id on dossiers.consulted_body (id);
create index consulted_body_unit on dossiers.consulted_body (unit_id, reply_at);
create index consulted_body_to_remind on dossiers.consulted_body (remind_at)
  where answered_at is null and reminded_before_at is null;
create index consulted_body_to_tell on dossiers.consulted_body (reply_at)
  where answered_at is null and deadline_told_at is null;
comment on table dossiers.consulted_body is 'Cơ quan phối hợp được hỏi ý kiến: câu hỏi, hạn, các lần nhắc';
comment on column dossiers.consulted_body.term_days is 'Hạn trả lời, ngày làm việc, tính theo lịch của cơ quan được hỏi';
comment on column dossiers.consulted_body.why_after_due is 'Vì sao hạn trả lời không trước ngày hẹn trả của hồ sơ';
comment on column dossiers.consulted_body.deadline_told_at is 'Lúc đã báo hết hạn mà chưa trả lời (mỗi cơ quan một lần)';
grant select, insert, update on dossiers.consulted_body to motcua_app;

create table dossiers.consultation_file (
  dossier_id uuid not null,
  consultation_no int not null,
  file_id uuid not null,
  name text not null,
  constraint consultation_file_pk primary key (dossier_id, consultation_no, file_id),
  constraint consultation_file_consultation_fk foreign key (dossier_id, consultation_no)
    references dossiers.consultation (dossier_id, no)
);
comment on table dossiers.consultation_file is 'Tệp của hồ sơ mà cơ quan được hỏi được xem';
grant select, insert on dossiers.consultation_file to motcua_app;

create table dossiers.opinion (
  dossier_id uuid not null,
  consultation_no int not null,
  unit_id uuid not null,
  no int not null,
  answer text not null,
  text text,
  file_id uuid,
  is_late boolean not null,
  by_account_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  constraint opinion_pk primary key (dossier_id, consultation_no, unit_id, no),
  constraint opinion_body_fk foreign key (dossier_id, consultation_no, unit_id)
    references dossiers.consulted_body (dossier_id, consultation_no, unit_id),
  constraint opinion_answer_ck check (answer in ('agree', 'agree-with-conditions', 'disagree', 'no-opinion')),
  constraint opinion_text_ck check (answer not in ('agree-with-conditions', 'disagree') or text is not null)
);
comment on table dossiers.opinion is 'Ý kiến của cơ quan phối hợp; trả lời lại là một dòng mới, dòng cũ còn nguyên';
grant select, insert on dossiers.opinion to motcua_app;
