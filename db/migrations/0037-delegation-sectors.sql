-- A delegation may be limited to fields of work as well as to procedures.
alter table organisation.delegation add column sector_codes text[];
comment on column organisation.delegation.sector_codes is 'Lĩnh vực được giao; null là không giới hạn theo lĩnh vực';
