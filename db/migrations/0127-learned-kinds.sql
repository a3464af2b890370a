-- What confirmed papers taught about telling kinds apart: proposed by command, in force only when an administrator says so.
create table digitisation.kind_weights (
  id uuid not null,
  no int not null,
  content jsonb not null,
  measured jsonb not null,
  state text not null,
  proposed_at timestamptz not null,
  decided_by_account_id uuid,
  decided_by_name text,
  decided_at timestamptz,
  reason text,
  constraint kind_weights_pk primary key (id),
  constraint kind_weights_no_uq unique (no),
  constraint kind_weights_state_ck check (state in ('proposed', 'in-force', 'replaced', 'refused', 'taken-back')),
  constraint kind_weights_decided_ck check ((state = 'proposed') = (decided_at is null)
    and (decided_at is null) = (decided_by_account_id is null) and (decided_at is null) = (decided_by_name is null))
);
create unique index kind_weights_in_force on digitisation.kind_weights (state) where state = 'in-force';
create unique index kind_weights_proposed on digitisation.kind_weights (state) where state = 'proposed';
comment on table digitisation.kind_weights is 'Trọng số nhận loại giấy tờ: số lần cụm từ in sẵn đứng trên mỗi loại, không có giá trị của ai';
comment on column digitisation.kind_weights.measured is 'Số liệu trước và sau trên giấy đã soát (kiểm chéo) và trên các trang mẫu đi kèm';
comment on column digitisation.kind_weights.reason is 'Vì sao áp dụng dù có loại giấy nhận kém đi';
grant select, insert, update on digitisation.kind_weights to motcua_app;

-- A calibration is taken back to the former in the same way.
alter table digitisation.calibration add column reason text;
alter table digitisation.calibration drop constraint calibration_state_ck;
alter table digitisation.calibration add constraint calibration_state_ck
  check (state in ('proposed', 'in-force', 'replaced', 'refused', 'taken-back'));
comment on column digitisation.calibration.reason is 'Vì sao áp dụng';
