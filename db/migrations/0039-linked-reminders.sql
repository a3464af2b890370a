-- Linked parts are reminded of before their term ends, once.
alter table dossiers.linked_part
  add column remind_at timestamptz,
  add column reminded_before_at timestamptz;
comment on column dossiers.linked_part.remind_at is 'Lúc nhắc trước hạn; trống: hạn trong ngày, không còn kịp nhắc trước';
comment on column dossiers.linked_part.reminded_before_at is 'Đã nhắc trước hạn lúc';
create index linked_part_remind on dossiers.linked_part (remind_at) where ended_at is null and reminded_before_at is null;
