-- Organisations file through their people: the legal representative, and those the representative lets file.
create table identity.organisation (
  business_code text not null,
  name text not null,
  told_at timestamptz not null,
  constraint organisation_pk primary key (business_code)
);
comment on table identity.organisation is 'Tổ chức đã có người đại diện đăng nhập bằng tài khoản định danh của tổ chức';
comment on column identity.organisation.business_code is 'Mã số doanh nghiệp hoặc mã số thuế';

create table identity.organisation_member (
  id uuid not null,
  business_code text not null,
  citizen_id uuid not null,
  role text not null,
  position text,
  valid_from date not null,
  valid_to date,
  appointed_by uuid,
  appointed_at timestamptz not null,
  removed_by uuid,
  removed_at timestamptz,
  constraint organisation_member_pk primary key (id),
  constraint organisation_member_organisation_fk foreign key (business_code) references identity.organisation (business_code),
  constraint organisation_member_citizen_fk foreign key (citizen_id) references identity.citizen (id),
  constraint organisation_member_role_ck check (role in ('representative', 'clerk')),
  constraint organisation_member_dates_ck check (valid_to is null or valid_to >= valid_from),
  constraint organisation_member_removed_ck check ((removed_by is null) = (removed_at is null))
);
create unique index organisation_member_once on identity.organisation_member (business_code, citizen_id, role) where removed_at is null;
create index organisation_member_citizen on identity.organisation_member (citizen_id);
comment on table identity.organisation_member is 'Người đại diện theo pháp luật và người được giao nộp hồ sơ cho tổ chức, có thời hạn';
comment on column identity.organisation_member.appointed_by is 'Người đại diện đã giao; trống với chính người đại diện';
grant select, insert, update on identity.organisation, identity.organisation_member to motcua_app;

create index dossier_applicant_business on dossiers.dossier ((applicant ->> 'businessCode'), id)
  where applicant ->> 'businessCode' is not null;
