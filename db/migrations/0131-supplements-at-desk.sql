-- An answer to a supplement request that a desk took from somebody's hands or from the post: the answer itself is kept as one sent
-- online is; here stands how it came, where, who took it, and what each item was.
create table dossiers.supplement_taken (
  dossier_id uuid not null,
  request_no int not null,
  channel text not null,
  unit_id uuid not null,
  by_account_id uuid not null,
  by_name text not null,
  brought_by text,
  at timestamptz not null,
  constraint supplement_taken_pk primary key (dossier_id, request_no),
  constraint supplement_taken_request_fk foreign key (dossier_id, request_no) references dossiers.supplement_request (dossier_id, no),
  constraint supplement_taken_channel_ck check (channel in ('counter', 'postal'))
);
comment on table dossiers.supplement_taken is 'Bổ sung nộp tại Bộ phận Một cửa hoặc qua bưu chính: nơi nhận, cán bộ nhận, lúc nhận';
comment on column dossiers.supplement_taken.brought_by is 'Người mang giấy tờ đến, khi không phải chủ hồ sơ hay người nộp';
grant select, insert on dossiers.supplement_taken to motcua_app;

create table dossiers.supplement_taken_item (
  dossier_id uuid not null,
  request_no int not null,
  item_no int not null,
  form text,
  reason text,
  constraint supplement_taken_item_pk primary key (dossier_id, request_no, item_no),
  constraint supplement_taken_item_taken_fk foreign key (dossier_id, request_no) references dossiers.supplement_taken (dossier_id, request_no),
  constraint supplement_taken_item_answer_ck check (form is not null or reason is not null)
);
comment on table dossiers.supplement_taken_item is 'Từng giấy tờ bổ sung nhận tại quầy: bản chính, bản sao… hoặc vì sao không nộp lại được';
grant select, insert on dossiers.supplement_taken_item to motcua_app;

-- What was brought so far while the rest is awaited: kept as it stands, gone with the answer.
create table dossiers.half_taking (
  dossier_id uuid not null,
  request_no int not null,
  channel text not null,
  brought_by text,
  items jsonb not null,
  senders text[] not null,
  saved_at timestamptz not null,
  saved_by_name text not null,
  constraint half_taking_pk primary key (dossier_id, request_no),
  constraint half_taking_request_fk foreign key (dossier_id, request_no) references dossiers.supplement_request (dossier_id, no)
);
comment on table dossiers.half_taking is 'Phần bổ sung quầy đã nhận một phần, còn chờ phần kia; nhận xong thì bỏ';
grant select, insert, update, delete on dossiers.half_taking to motcua_app;

-- Whoever comes without the slip is found by number or telephone among what waits; few dossiers do at any time.
create index dossier_awaited_submitter_id on dossiers.dossier ((submitter ->> 'personalId')) where handling = 'awaiting-supplement';
create index dossier_awaited_submitter_phone on dossiers.dossier ((submitter ->> 'phone')) where handling = 'awaiting-supplement';
create index dossier_awaited_applicant_phone on dossiers.dossier ((applicant ->> 'phone')) where handling = 'awaiting-supplement';
