-- Who files for somebody else does so by a right of their own: as a parent, by a paper, or for an organisation.
create table dossiers.acting (
  dossier_id uuid not null,
  capacity text not null,
  relation text,
  ground_number text,
  ground_issued_on date,
  ground_issuer text,
  ground_scope text,
  ends_on date,
  ended_at timestamptz,
  ended_by text,
  verdict text,
  verdict_note text,
  verdict_by text,
  verdict_at timestamptz,
  constraint acting_pk primary key (dossier_id),
  constraint acting_dossier_fk foreign key (dossier_id) references dossiers.dossier (id),
  constraint acting_capacity_ck check (capacity in ('parent', 'guardian', 'authorised', 'member', 'sent')),
  constraint acting_ended_ck check ((ended_at is null) = (ended_by is null)),
  constraint acting_ended_by_ck check (ended_by in ('applicant', 'filer')),
  constraint acting_verdict_ck check (verdict in ('accepted', 'doubted')),
  constraint acting_verdict_whole_ck check ((verdict is null) = (verdict_at is null) and (verdict is null) = (verdict_by is null))
);
comment on table dossiers.acting is 'Nộp thay: người nộp làm thay chủ hồ sơ theo quyền nào, đến khi nào';
comment on column dossiers.acting.capacity is 'Tư cách: cha mẹ, người giám hộ, người được uỷ quyền, người của tổ chức, người được tổ chức cử';
comment on column dossiers.acting.ground_number is 'Số của giấy tờ cho nộp thay';
comment on column dossiers.acting.ends_on is 'Ngày cuối cùng còn quyền; sau ngày đó người nộp không mở được hồ sơ nữa';
comment on column dossiers.acting.verdict is 'Cán bộ xem giấy cho nộp thay: chấp nhận hay nghi ngờ';
grant select, insert, update on dossiers.acting to motcua_app;
