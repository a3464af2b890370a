-- People may choose anew how they receive the result, until they have it.
create table dossiers.delivery_change (
  dossier_id uuid not null,
  no int not null,
  from_delivery text not null,
  to_delivery text not null,
  address text,
  at timestamptz not null,
  by_account_id uuid not null,
  by_name text not null,
  constraint delivery_change_pk primary key (dossier_id, no),
  constraint delivery_change_dossier_fk foreign key (dossier_id) references dossiers.dossier (id),
  constraint delivery_change_ck check (from_delivery <> to_delivery),
  constraint delivery_change_address_ck check ((to_delivery = 'postal') = (address is not null))
);
comment on table dossiers.delivery_change is 'Người dân đổi hình thức nhận kết quả khi chưa nhận';
comment on column dossiers.delivery_change.address is 'Địa chỉ bưu điện giao tới';
grant select, insert on dossiers.delivery_change to motcua_app;
