-- Linked procedures (liên thông): parts of a dossier done by other bodies, on the same level or above.
create table dossiers.linked_part (
  dossier_id uuid not null,
  id uuid not null,
  no int not null,
  step_code text not null,
  direction text not null,
  unit_id uuid not null,
  desk_unit_id uuid,
  duty text not null,
  due_at timestamptz not null,
  due_on date not null,
  sent_at timestamptz not null,
  by_account_id uuid not null,
  by_name text not null,
  note text,
  shows_answers boolean not null,
  accepted_at timestamptz,
  accepted_by_account_id uuid,
  accepted_by_name text,
  ended_at timestamptz,
  ended_kind text,
  ended_by_account_id uuid,
  ended_by_name text,
  outcome text,
  end_note text,
  end_file_id uuid,
  legal_basis text,
  resent_as uuid,
  last_reminded_at timestamptz,
  reminder_count int not null default 0,
  overdue_told_at timestamptz,
  constraint linked_part_pk primary key (dossier_id, id),
  constraint linked_part_no_uq unique (dossier_id, no),
  constraint linked_part_dossier_fk foreign key (dossier_id) references dossiers.dossier (id),
  constraint linked_part_direction_ck check (direction in ('same-level', 'superior')),
  constraint linked_part_ended_ck check ((ended_at is null) = (ended_kind is null)),
  constraint linked_part_ended_kind_ck check (ended_kind in ('done', 'returned', 'released')),
  constraint linked_part_outcome_ck check ((ended_kind is not distinct from 'done') = (outcome is not null)),
  constraint linked_part_done_accepted_ck check (ended_kind is distinct from 'done' or accepted_at is not null),
  constraint linked_part_returned_reason_ck check (ended_kind is distinct from 'returned' or end_note is not null),
  constraint linked_part_released_basis_ck check (ended_kind is distinct from 'released' or legal_basis is not null),
  constraint linked_part_resent_ck check (resent_as is null or ended_kind = 'returned')
);
create index linked_part_id on dossiers.linked_part (id);
create index linked_part_unit on dossiers.linked_part (unit_id, due_at);
create index linked_part_open on dossiers.linked_part (due_at) where ended_at is null;
comment on table dossiers.linked_part is 'Phần việc liên thông: một cơ quan làm một phần của hồ sơ. Không làm dừng hay tính lại thời hạn giải quyết';
comment on column dossiers.linked_part.desk_unit_id is 'Bộ phận một cửa của cơ quan đó, cùng theo dõi với nơi tiếp nhận';
comment on column dossiers.linked_part.accepted_at is 'Lúc cơ quan nhận; trước đó trách nhiệm còn ở nơi chuyển';
comment on column dossiers.linked_part.resent_as is 'Phần đã chuyển lại thay phần bị trả, giữ nguyên hạn';
comment on column dossiers.linked_part.shows_answers is 'Cơ quan được xem nội dung khai của hồ sơ';
grant select, insert, update on dossiers.linked_part to motcua_app;

create table dossiers.linked_part_file (
  dossier_id uuid not null,
  part_id uuid not null,
  file_id uuid not null,
  name text not null,
  constraint linked_part_file_pk primary key (dossier_id, part_id, file_id),
  constraint linked_part_file_part_fk foreign key (dossier_id, part_id) references dossiers.linked_part (dossier_id, id)
);
comment on table dossiers.linked_part_file is 'Giấy tờ của hồ sơ mà cơ quan liên thông được xem';
grant select, insert on dossiers.linked_part_file to motcua_app;
