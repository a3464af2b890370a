-- Certified copies of checked scans that belong to no dossier: a page of an old register, a letter.
alter table desk.certified_copy
  alter column dossier_id drop not null,
  alter column dossier_code drop not null,
  add column paper_id uuid,
  add column owner_number text,
  add constraint certified_copy_dossier_ck check ((dossier_id is null) = (dossier_code is null)),
  add constraint certified_copy_of_ck check ((dossier_id is null) <> (paper_id is null)),
  add constraint certified_copy_owner_number_ck check (owner_number is null or paper_id is not null);
create unique index certified_copy_paper_uq on desk.certified_copy (paper_id) where state <> 'dropped';
comment on column desk.certified_copy.paper_id is 'Giấy tờ đã soát ở bàn số hóa mà không thuộc hồ sơ nào; trống: giấy tờ của hồ sơ';
comment on column desk.certified_copy.owner_number is 'Số định danh của chủ giấy tờ do cán bộ ghi, đã kiểm cách viết; chỉ với giấy tờ không thuộc hồ sơ';
