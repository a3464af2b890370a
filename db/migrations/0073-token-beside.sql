-- A token stands beside the holder's other key: when it is not at hand, the other way to sign is still there.
drop index signing.key_holder_account_uq;
drop index signing.key_holder_unit_uq;
create unique index key_holder_account_uq on signing.key_holder (account_id, (signer = 'token'))
  where withdrawn_at is null and serves_until is null and account_id is not null;
create unique index key_holder_unit_uq on signing.key_holder (unit_id, (signer = 'token'))
  where withdrawn_at is null and serves_until is null and unit_id is not null;
