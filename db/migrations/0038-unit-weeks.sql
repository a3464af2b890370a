-- A unit's own week is set by an order; dates promised before it was recorded do not follow it.
alter table deadlines.working_calendar
  add column order_no text,
  add column reason text,
  add column recorded_at timestamptz,
  add column recorded_by text,
  add constraint working_calendar_order_ck check ((order_no is null) = (recorded_at is null));
comment on column deadlines.working_calendar.order_no is 'Văn bản quy định giờ làm việc riêng của đơn vị; trống: lịch của tỉnh nạp từ tệp';
comment on column deadlines.working_calendar.recorded_at is 'Lúc ghi vào hệ thống; hồ sơ nhận trước lúc này giữ ngày đã hẹn';
