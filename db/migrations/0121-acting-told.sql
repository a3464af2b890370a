-- People are told once that a right to act has run out by its day.
alter table dossiers.acting add column end_told_at timestamptz;
create index acting_ends on dossiers.acting (ends_on) where ends_on is not null and ended_at is null and end_told_at is null;
comment on column dossiers.acting.end_told_at is 'Đã báo cho hai bên là quyền nộp thay hết hiệu lực theo ngày';
