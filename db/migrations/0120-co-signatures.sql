-- Whoever applies together signs the very application that is filed, each in a revision of its own over those before.
alter table dossiers.draft_application
  add column places jsonb not null default '{}',
  add column voided_at timestamptz,
  drop constraint draft_application_file_ck,
  add constraint draft_application_file_ck check (how is distinct from 'digital-signature' or signed_file_id is not null),
  add constraint draft_application_whole_ck check ((signed_file_id is null) = (signed_sha256 is null));
comment on column dossiers.draft_application.places is 'Chỗ ký của từng người trên đơn';
comment on column dossiers.draft_application.voided_at is 'Nội dung đổi sau khi lập đơn: mọi chữ ký trên đơn này không còn giá trị';
comment on column dossiers.draft_application.signed_file_id is 'Đơn với mọi chữ ký số đã có đến lúc này, của ai cũng vậy';

alter table dossiers.draft_co_applicant
  add column signer_name text,
  add column fingerprint text,
  add column signed_sha256 text,
  add constraint draft_co_applicant_signed_ck check ((how is not distinct from 'digital-signature') = (fingerprint is not null)),
  add constraint draft_co_applicant_how_known_ck check (how in ('recorded-consent', 'confirmed-identity', 'digital-signature'));
comment on column dossiers.draft_co_applicant.fingerprint is 'Chứng thư số đã ký; chỉ khi ký số';
comment on column dossiers.draft_co_applicant.signed_sha256 is 'Mã băm của đơn ngay sau chữ ký của người này';

alter table dossiers.co_applicant
  add column signer_name text,
  add column fingerprint text,
  add column signed_sha256 text,
  drop constraint co_applicant_how_ck,
  add constraint co_applicant_how_ck check (how in ('recorded-consent', 'confirmed-identity', 'digital-signature', 'at-the-desk')),
  add constraint co_applicant_signed_ck check ((how = 'digital-signature') = (fingerprint is not null));
comment on column dossiers.co_applicant.how is 'Ký số vào đơn, hoặc đồng ý có ghi lại, xác nhận bằng tài khoản định danh, ký tại quầy (ba cách sau không phải chữ ký số)';
comment on column dossiers.co_applicant.signed_sha256 is 'Mã băm của đơn ngay sau chữ ký của người này';
