-- A member of the community digital team or an officer helps a person file: the person stays the applicant and owner.
create table dossiers.help (
  id uuid not null,
  helper_account_id uuid not null,
  helper_name text not null,
  unit_id uuid not null,
  citizen_id uuid,
  helped_name text not null,
  helped_personal_id text not null,
  phone text,
  procedure_code text not null,
  asked_at timestamptz not null,
  code_until timestamptz,
  tries int not null default 0,
  confirmed_by text,
  confirmed_at timestamptz,
  ends_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  draft_id uuid,
  resume_code text,
  dossier_id uuid,
  constraint help_pk primary key (id),
  constraint help_confirmed_by_ck check (confirmed_by in ('code', 'paper')),
  constraint help_confirmed_ck check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (ends_at is null)),
  constraint help_ended_by_ck check (ended_by in ('helper', 'helped', 'tries')),
  constraint help_ended_ck check ((ended_by is null) = (ended_at is null))
);
create index help_helper on dossiers.help (helper_account_id, asked_at desc);
create index help_citizen on dossiers.help (citizen_id, asked_at desc) where citizen_id is not null;
create index help_draft on dossiers.help (draft_id) where draft_id is not null;
create index help_dossier on dossiers.help (dossier_id) where dossier_id is not null;
comment on table dossiers.help is 'Giúp người dân nộp hồ sơ: ai giúp ai, ở đâu, khi nào; người được giúp vẫn là chủ hồ sơ';
comment on column dossiers.help.confirmed_by is 'Người được giúp đồng ý bằng mã gửi tới điện thoại, hoặc xuất trình giấy tờ tại quầy';
comment on column dossiers.help.ends_at is 'Sau lúc này người giúp không xem được nữa';
grant select, insert, update on dossiers.help to motcua_app;

create table dossiers.help_step (
  help_id uuid not null,
  what text not null,
  about text not null,
  at timestamptz not null,
  constraint help_step_pk primary key (help_id, what, about),
  constraint help_step_help_fk foreign key (help_id) references dossiers.help (id),
  constraint help_step_what_ck check (what in ('began', 'page', 'file', 'file-removed', 'submitted'))
);
comment on table dossiers.help_step is 'Những bước người giúp đã làm thay';
grant select, insert, update on dossiers.help_step to motcua_app;
