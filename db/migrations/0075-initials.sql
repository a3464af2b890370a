-- ký nháy: whoever drafted a result signs it before it is approved; the file with that signature is a stage of its own.
alter table results.result_file drop constraint result_file_stage_ck;
alter table results.result_file
  add constraint result_file_stage_ck check (stage in ('unsigned', 'initialled', 'signed', 'sealed'));
comment on column results.result_file.stage is 'unsigned: dự thảo; initialled: người soạn đã ký nháy; signed: người có thẩm quyền đã ký; sealed: đã đóng dấu';
