-- Search keys carry the year, so that a search reads the newest years first and stops when it has enough.
update dossiers.dossier set search_keys = array(
  select regexp_replace(key, ':', to_char(submitted_at at time zone 'Asia/Ho_Chi_Minh', '.YY:')) from unnest(search_keys) key);
comment on column dossiers.dossier.search_keys is 'Khoá tìm theo đơn vị và năm nộp: đuôi mã đơn vị, năm, từng chữ của tên, không dấu';
