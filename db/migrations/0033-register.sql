-- Form 07, the register of dossiers: one book per receiving desk and year, a line per received dossier, closed once.
create table dossiers.register_book (
  unit_id uuid not null,
  year int not null,
  book_no int not null,
  closed_at timestamptz,
  closed_by_account_id uuid,
  closed_by_name text,
  line_count int,
  open_count int,
  digest text,
  constraint register_book_pk primary key (unit_id, year),
  constraint register_book_no_uq unique (unit_id, book_no),
  constraint register_book_closed_ck check (
    num_nulls(closed_at, closed_by_account_id, closed_by_name, line_count, open_count, digest) in (0, 6))
);
comment on table dossiers.register_book is 'Sổ theo dõi hồ sơ (mẫu 07): mỗi nơi tiếp nhận, mỗi năm một quyển; khoá sổ một lần';
comment on column dossiers.register_book.digest is 'SHA-256 trên các dòng của sổ như lúc khoá';
grant select, insert, update on dossiers.register_book to motcua_app;

create table dossiers.register_line (
  unit_id uuid not null,
  year int not null,
  line_no int not null,
  dossier_id uuid not null,
  received_on date not null,
  constraint register_line_pk primary key (unit_id, year, line_no),
  constraint register_line_dossier_uq unique (dossier_id),
  constraint register_line_book_fk foreign key (unit_id, year) references dossiers.register_book (unit_id, year),
  constraint register_line_dossier_fk foreign key (dossier_id) references dossiers.dossier (id)
);
comment on table dossiers.register_line is 'Dòng của sổ theo dõi: số thứ tự in trên giấy hẹn; chỉ thêm';
grant select, insert on dossiers.register_line to motcua_app;

-- Dossiers received before the books were opened enter them in the order of reception.
insert into dossiers.register_book (unit_id, year, book_no)
select unit_id, year, row_number() over (partition by unit_id order by year)
from (
  select distinct received_by_unit_id as unit_id, extract(year from received_at at time zone 'Asia/Ho_Chi_Minh')::int as year
  from dossiers.dossier where received_at is not null
) books;
insert into dossiers.register_line (unit_id, year, line_no, dossier_id, received_on)
select unit_id, year, row_number() over (partition by unit_id, year order by received_at, code), id, received_on
from (
  select received_by_unit_id as unit_id, extract(year from received_at at time zone 'Asia/Ho_Chi_Minh')::int as year,
    received_at, code, id, (received_at at time zone 'Asia/Ho_Chi_Minh')::date as received_on
  from dossiers.dossier where received_at is not null
) received;
