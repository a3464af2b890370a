-- A telephone number a helper says is checked: it is nobody else's, and was said for nobody else lately.
alter table dossiers.help
  add column phone_told boolean not null default false,
  drop constraint help_ended_by_ck,
  add constraint help_ended_by_ck check (ended_by in ('helper', 'helped', 'tries', 'telephone')),
  add constraint help_told_ck check (not phone_told or phone is not null);
create index help_told on dossiers.help (helper_account_id, asked_at desc) where phone_told;
comment on column dossiers.help.phone_told is 'Số điện thoại do người giúp khai, không có sẵn trong hệ thống';
comment on column dossiers.help.ended_by is 'Ai kết thúc; telephone: số điện thoại khai không được nhận, không mã nào được gửi';

-- Numbers are compared by their digits, however they were written down.
create index citizen_telephone on identity.citizen (regexp_replace(regexp_replace(phone, '\D', '', 'g'), '^84', '0'))
  where phone is not null;
create index account_telephone on identity.account (regexp_replace(regexp_replace(phone, '\D', '', 'g'), '^84', '0'))
  where phone is not null;
