-- Several applicants: whoever fills in names the others, each reads the very content that will be filed and agrees to it or not.
create table dossiers.draft_co_applicant (
  id uuid not null,
  draft_id uuid not null,
  full_name text not null,
  personal_id text not null,
  phone text,
  email text,
  added_at timestamptz not null,
  link_no int not null default 0,
  link_until timestamptz,
  link_opened_at timestamptz,
  reminders int not null default 0,
  reminded_at timestamptz,
  citizen_id uuid,
  answer text,
  how text,
  content_sha256 text,
  reason text,
  answered_at timestamptz,
  voided_at timestamptz,
  constraint draft_co_applicant_pk primary key (id),
  constraint draft_co_applicant_person_uq unique (draft_id, personal_id),
  constraint draft_co_applicant_draft_fk foreign key (draft_id) references dossiers.draft (id) on delete cascade,
  constraint draft_co_applicant_answer_ck check (answer in ('agreed', 'declined')),
  constraint draft_co_applicant_how_ck check ((answer = 'agreed') = (how is not null)),
  constraint draft_co_applicant_answered_ck check ((answer is null) = (answered_at is null))
);
create index draft_co_applicant_personal_id on dossiers.draft_co_applicant (personal_id);
comment on table dossiers.draft_co_applicant is 'Người được mời cùng đứng tên trong bài khai';
comment on column dossiers.draft_co_applicant.link_no is 'Đường dẫn thứ mấy đã gửi; chỉ đường dẫn mới nhất mở được, một lần';
comment on column dossiers.draft_co_applicant.content_sha256 is 'Mã băm của đúng nội dung người đó đã đồng ý';

create table dossiers.draft_content (
  draft_id uuid not null,
  input jsonb not null,
  content_sha256 text not null,
  asked_at timestamptz not null,
  constraint draft_content_pk primary key (draft_id),
  constraint draft_content_draft_fk foreign key (draft_id) references dossiers.draft (id) on delete cascade
);
comment on table dossiers.draft_content is 'Nội dung đúng như sẽ nộp, gửi cho những người cùng đứng tên xem; sửa bài khai thì bỏ';
grant select, insert, update, delete on dossiers.draft_co_applicant, dossiers.draft_content to motcua_app;

create table dossiers.co_applicant (
  dossier_id uuid not null,
  no int not null,
  full_name text not null,
  personal_id text not null,
  phone text,
  email text,
  citizen_id uuid,
  how text not null,
  content_sha256 text,
  agreed_at timestamptz,
  constraint co_applicant_pk primary key (dossier_id, no),
  constraint co_applicant_dossier_fk foreign key (dossier_id) references dossiers.dossier (id),
  constraint co_applicant_how_ck check (how in ('recorded-consent', 'confirmed-identity', 'at-the-desk')),
  constraint co_applicant_agreed_ck check ((how = 'at-the-desk') = (agreed_at is null))
);
create index co_applicant_citizen on dossiers.co_applicant (citizen_id, dossier_id);
comment on table dossiers.co_applicant is 'Người cùng đứng tên hồ sơ, đã đồng ý thế nào, với nội dung nào, lúc nào';
comment on column dossiers.co_applicant.how is 'Đồng ý có ghi lại, xác nhận bằng tài khoản định danh, hay ký tại quầy; không phải chữ ký số';

create table dossiers.withdrawal_wish (
  dossier_id uuid not null,
  no int not null,
  citizen_id uuid not null,
  by_name text not null,
  reason text not null,
  at timestamptz not null,
  taken_back_at timestamptz,
  constraint withdrawal_wish_pk primary key (dossier_id, no),
  constraint withdrawal_wish_dossier_fk foreign key (dossier_id) references dossiers.dossier (id)
);
comment on table dossiers.withdrawal_wish is 'Đề nghị rút của từng người đứng tên; đủ mọi người thì hồ sơ được rút';
grant select, insert on dossiers.co_applicant to motcua_app;
grant select, insert, update on dossiers.withdrawal_wish to motcua_app;
