-- A leaf keeps the hash it was sealed with: a line rewritten later is then found by name, not only by its seal.
alter table platform.journal_seal_leaf add column line_hash text not null;
comment on column platform.journal_seal_leaf.line_hash is 'Mã băm của dòng lúc niêm';
