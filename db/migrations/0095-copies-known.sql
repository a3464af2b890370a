-- Anybody may check a certified copy: how many signatures it was issued with, so that a cut one is noticed.
alter table desk.certified_copy add column signatures int;
alter table desk.certified_copy add constraint certified_copy_signatures_ck check (signatures is null or state = 'sealed');
create index certified_copy_sealed_sha256 on desk.certified_copy (sealed_sha256) where state = 'sealed';
create index certified_copy_signed_sha256 on desk.certified_copy (signed_sha256);
comment on column desk.certified_copy.signatures is 'Số chữ ký số của bản đã đóng dấu';
