-- What the machine learned from people's verdicts: proposed by command, in force only when an administrator says so.
create table digitisation.calibration (
  id uuid not null,
  no int not null,
  content jsonb not null,
  measured jsonb not null,
  state text not null,
  proposed_at timestamptz not null,
  decided_by_account_id uuid,
  decided_by_name text,
  decided_at timestamptz,
  constraint calibration_pk primary key (id),
  constraint calibration_no_uq unique (no),
  constraint calibration_state_ck check (state in ('proposed', 'in-force', 'replaced', 'refused')),
  constraint calibration_decided_ck check ((state = 'proposed') = (decided_at is null)
    and (decided_at is null) = (decided_by_account_id is null) and (decided_at is null) = (decided_by_name is null))
);
create unique index calibration_in_force on digitisation.calibration (state) where state = 'in-force';
create unique index calibration_proposed on digitisation.calibration (state) where state = 'proposed';
comment on table digitisation.calibration is 'Hiệu chỉnh độ tin cậy: tính lại từ sổ sửa theo lệnh, chỉ dùng khi người quản trị đồng ý';
comment on column digitisation.calibration.measured is 'Số liệu trước và sau trên phần sổ sửa không dùng để tính';
grant select, insert, update on digitisation.calibration to motcua_app;
