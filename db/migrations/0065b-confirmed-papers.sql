-- What their holder was shown about each paper, for the page on which they wait and look afterwards.
alter table signing.request
  add column shown_title text,
  add column shown_code text;
comment on column signing.request.shown_title is 'Tên văn bản người ký đọc trên điện thoại trước khi xác nhận';
comment on column signing.request.shown_code is 'Mã đối chiếu trên điện thoại và trên trang chờ';
create index confirmation_of_account on signing.confirmation (by_account_id) where ended_at is null;
