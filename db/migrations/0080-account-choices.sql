-- What a person chose once on one device is theirs on every device, and a letter is written in the language they read.
alter table identity.account add column choices jsonb not null default '{}';
comment on column identity.account.choices is 'Cách hiển thị người dùng đã chọn: ngôn ngữ, cỡ chữ, tương phản; tên như trong địa chỉ trang';

alter table notifications.delivery
  add column language text not null default 'vi',
  add constraint delivery_language_ck check (language in ('vi', 'en'));
comment on column notifications.delivery.language is 'Ngôn ngữ của người nhận lúc báo';
