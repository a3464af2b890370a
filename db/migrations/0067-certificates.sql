-- The register keeps every certificate, also those that served before: one row a certificate, not one a key.
alter table signing.request drop constraint request_key_fk;
alter table signing.request add column fingerprint text;
update signing.request r set fingerprint = h.fingerprint from signing.key_holder h where h.key_ref = r.key_ref;
create index request_fingerprint on signing.request (fingerprint, requested_at desc);
comment on column signing.request.fingerprint is 'Chứng thư số dùng để ký';

drop index signing.key_holder_account_uq;
drop index signing.key_holder_unit_uq;
drop index signing.key_holder_fingerprint;
alter table signing.key_holder
  drop constraint key_holder_pk,
  drop constraint key_holder_kind_ck,
  drop constraint key_holder_holder_ck,
  add constraint key_holder_pk primary key (fingerprint),
  add column citizen_id uuid,
  add column named_unit_id uuid,
  add column chain bytea[] not null default '{}',
  add column folded_words text not null default '',
  add column serves_from timestamptz,
  add column serves_until timestamptz,
  add column withdrawn_reason text,
  add column stopped_as text,
  add column stopped_at timestamptz,
  add column stop_reason text,
  add column stop_notice text,
  add column revocation text not null default 'not-asked',
  add column revocation_asked_at timestamptz,
  add column revocation_answered_at timestamptz,
  add column revocation_valid_until timestamptz,
  add column revocation_source text,
  add column revoked_at timestamptz,
  add column revocation_reason text;
update signing.key_holder set serves_from = registered_at, named_unit_id = unit_id, folded_words = lower(subject || ' ' || organisation || ' ' || serial);
alter table signing.key_holder
  alter column serves_from set not null,
  add constraint key_holder_kind_ck check (kind in ('person', 'agency', 'citizen')),
  add constraint key_holder_holder_ck check ((kind = 'person') = (account_id is not null) and (kind = 'agency') = (unit_id is not null)
    and (kind = 'citizen') = (citizen_id is not null)),
  add constraint key_holder_service_ck check (serves_until is null or serves_until >= serves_from),
  add constraint key_holder_stop_ck check (stopped_as in ('revoked', 'suspended') and stopped_at is not null and stop_reason is not null
    or stopped_as is null and stopped_at is null and stop_reason is null and stop_notice is null),
  add constraint key_holder_revocation_ck check (revocation in ('not-asked', 'good', 'revoked', 'suspended', 'unknown'));
create unique index key_holder_key_uq on signing.key_holder (signer, key_ref) where withdrawn_at is null and kind <> 'citizen';
create unique index key_holder_account_uq on signing.key_holder (account_id)
  where withdrawn_at is null and serves_until is null and account_id is not null;
create unique index key_holder_unit_uq on signing.key_holder (unit_id)
  where withdrawn_at is null and serves_until is null and unit_id is not null;
create index key_holder_citizen on signing.key_holder (citizen_id) where citizen_id is not null;
create index key_holder_list on signing.key_holder (folded_words, fingerprint);
create index key_holder_valid_to on signing.key_holder (valid_to) where withdrawn_at is null;
comment on table signing.key_holder is 'Sổ chứng thư số: cán bộ, con dấu số của cơ quan, công dân; mỗi chứng thư một dòng, cũ và mới';
comment on column signing.key_holder.named_unit_id is 'Đơn vị ghi trên chứng thư; đơn vị đã sáp nhập thì chứng thư không ký được nữa';
comment on column signing.key_holder.chain is 'Chứng thư của các tổ chức cấp phía trên, khoá ký đưa kèm';
comment on column signing.key_holder.serves_until is 'Bàn giao: chứng thư mới dùng từ lúc này';
comment on column signing.key_holder.stopped_as is 'Thu hồi hoặc tạm dừng theo thông báo, ghi tay';
comment on column signing.key_holder.revocation is 'Trạng thái tổ chức cấp trả lời lần gần nhất (OCSP hoặc CRL)';

create table signing.certificate_warning (
  fingerprint text not null,
  days_before int not null,
  warned_at timestamptz not null,
  told jsonb not null,
  constraint certificate_warning_pk primary key (fingerprint, days_before),
  constraint certificate_warning_holder_fk foreign key (fingerprint) references signing.key_holder (fingerprint)
);
comment on table signing.certificate_warning is 'Đã nhắc chứng thư số sắp hết hạn: mốc nào, nhắc ai; mỗi mốc một lần';
grant select, insert on signing.certificate_warning to motcua_app;
