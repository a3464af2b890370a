-- Links by which a person lets somebody see one of their papers, for a time and a number of openings.
create table documents.vault_share (
  id uuid not null,
  entry_id uuid not null,
  token_sha256 text not null,
  password_hash text,
  for_whom text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  most_opens int not null,
  opens int not null default 0,
  wrong_tries int not null default 0,
  revoked_at timestamptz,
  constraint vault_share_pk primary key (id),
  constraint vault_share_token_uq unique (token_sha256),
  constraint vault_share_entry_fk foreign key (entry_id) references documents.vault_entry (id),
  constraint vault_share_opens_ck check (opens between 0 and most_opens),
  constraint vault_share_expires_ck check (expires_at > created_at)
);
create index vault_share_entry on documents.vault_share (entry_id, created_at desc);
comment on table documents.vault_share is 'Đường dẫn chia sẻ giấy tờ có thời hạn, có số lần mở; chỉ giữ mã băm của đường dẫn';
comment on column documents.vault_share.for_whom is 'Chia sẻ cho ai, chủ giấy tờ tự ghi';
grant select, insert, update (opens, wrong_tries, revoked_at) on documents.vault_share to motcua_app;
