-- Days on which an office is closed by order (bão, lũ…), for the whole province or one body.
create table deadlines.closure (
  id uuid not null,
  unit_id uuid,
  from_on date not null,
  to_on date not null,
  part text not null,
  order_no text not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  constraint closure_pk primary key (id),
  constraint closure_dates_ck check (to_on >= from_on),
  constraint closure_part_ck check (part in ('day', 'morning', 'afternoon')),
  constraint closure_order_ck check (length(trim(order_no)) > 0 and length(trim(reason)) > 0),
  constraint closure_withdrawn_ck check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
comment on table deadlines.closure is 'Ngày đóng cửa theo lệnh của một cơ quan (unit_id null: toàn tỉnh); ngày hẹn đã báo được tính lại';
comment on column deadlines.closure.part is 'Cả ngày, buổi sáng hay buổi chiều; ngày đóng cửa một buổi không tính là ngày làm việc';
comment on column deadlines.closure.order_no is 'Số, ký hiệu văn bản cho đóng cửa';
comment on column deadlines.closure.recorded_at is 'Lúc ghi vào hệ thống: từ lúc này ngày hẹn mới có thể chuyển';
comment on column deadlines.closure.withdrawn_at is 'Lúc bỏ lệnh; dòng đã bỏ được giữ lại';
create index closure_in_force_ix on deadlines.closure (from_on) where withdrawn_at is null;

grant select, insert, update on deadlines.closure to motcua_app;
