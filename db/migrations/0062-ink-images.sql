-- What signatures show: officers' hand signatures and agencies' seals, one in force for each holder.
create table signing.ink_image (
  id uuid not null,
  kind text not null,
  account_id uuid,
  unit_id uuid,
  sha256 text not null,
  width integer not null,
  height integer not null,
  kept_at timestamptz not null,
  kept_by uuid not null,
  withdrawn_at timestamptz,
  constraint ink_image_pk primary key (id),
  constraint ink_image_holder_ck check ((kind = 'hand-signature') = (account_id is not null) and (kind = 'seal') = (unit_id is not null)),
  constraint ink_image_kind_ck check (kind in ('hand-signature', 'seal')),
  constraint ink_image_size_ck check (width > 0 and height > 0)
);
create unique index ink_image_account_uq on signing.ink_image (account_id) where withdrawn_at is null and account_id is not null;
create unique index ink_image_unit_uq on signing.ink_image (unit_id) where withdrawn_at is null and unit_id is not null;
comment on table signing.ink_image is 'Ảnh chữ ký tay của cán bộ, ảnh con dấu của cơ quan dùng khi ký số; ảnh cũ được giữ lại';
comment on column signing.ink_image.sha256 is 'Nội dung PNG trong kho tệp';
comment on column signing.ink_image.kept_by is 'Tài khoản đã tải lên';
grant select, insert, update on signing.ink_image to motcua_app;
