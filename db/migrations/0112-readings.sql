-- What machines read on the pages of a paper, the values taken off it, and what people said about each of them.
create table digitisation.reading (
  page_id uuid not null,
  picture_sha256 text not null,
  state text not null,
  tries int not null,
  recogniser text,
  width int,
  height int,
  lines jsonb,
  codes jsonb,
  card jsonb,
  failure text,
  took_ms int not null,
  read_at timestamptz not null,
  constraint reading_pk primary key (page_id, picture_sha256),
  constraint reading_page_fk foreign key (page_id) references digitisation.page (id),
  constraint reading_state_ck check (state in ('read', 'failed')),
  constraint reading_read_ck check ((state = 'read') = (lines is not null) and (lines is null) = (width is null)
    and (lines is null) = (height is null) and (lines is null) = (codes is null) and (lines is null) = (recogniser is null)),
  constraint reading_failed_ck check ((state = 'failed') = (failure is not null))
);
comment on table digitisation.reading is 'Lượt đọc: chữ, mã và thẻ máy đọc được trên một ảnh trang; một ảnh chỉ có một lượt';
comment on column digitisation.reading.tries is 'Đã thử mấy lần; trang hỏng quá số lần cho phép thì không thử nữa';
grant select, insert, update on digitisation.reading to motcua_app;

create table digitisation.value (
  id uuid not null,
  paper_id uuid not null,
  place int not null,
  name text not null,
  label text not null,
  source text not null,
  page int,
  box jsonb,
  read_text text not null,
  read_normalised jsonb,
  confidence double precision not null,
  alternatives jsonb not null,
  faults jsonb not null,
  hints jsonb not null default '[]',
  needs_two boolean not null,
  state text not null,
  first jsonb,
  second jsonb,
  settled jsonb,
  version int not null default 1,
  constraint value_pk primary key (id),
  constraint value_name_uq unique (paper_id, name),
  constraint value_paper_fk foreign key (paper_id) references digitisation.paper (id),
  constraint value_source_ck check (source in ('print', 'code', 'none')),
  constraint value_state_ck check (state in ('read', 'once', 'differs', 'settled')),
  constraint value_first_ck check ((state = 'read') = (first is null)),
  constraint value_differs_ck check (state <> 'differs' or second is not null),
  constraint value_settled_ck check ((state = 'settled') = (settled is not null))
);
create index value_open on digitisation.value (paper_id) where state <> 'settled';
comment on table digitisation.value is 'Giá trị một trường của giấy tờ: máy đọc thế nào, ai kiểm, chốt là gì';
comment on column digitisation.value.source is 'print: chữ in; code: mã QR hoặc dòng đọc máy; none: mẫu giấy có trường này nhưng máy không thấy';
comment on column digitisation.value.state is
  'read: máy đọc, chưa ai kiểm; once: một người đã kiểm, chờ người thứ hai; differs: hai người kiểm khác nhau; settled: đã chốt';
grant select, insert, update, delete on digitisation.value to motcua_app;

create table digitisation.judgement (
  id uuid not null,
  paper_id uuid not null,
  kind text not null,
  type_code text,
  name text not null,
  label text not null,
  turn text not null,
  verdict text not null,
  read_as text not null,
  corrected_to text,
  confidence double precision not null,
  faults jsonb not null,
  way text not null,
  by_account_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  constraint judgement_pk primary key (id),
  constraint judgement_paper_fk foreign key (paper_id) references digitisation.paper (id),
  constraint judgement_kind_ck check (kind in ('value', 'type')),
  constraint judgement_turn_ck check (turn in ('first', 'second', 'settling')),
  constraint judgement_verdict_ck check (verdict in ('accepted', 'corrected', 'unreadable')),
  constraint judgement_way_ck check (way in ('single', 'batch')),
  constraint judgement_corrected_ck check ((verdict = 'corrected') = (corrected_to is not null))
);
create index judgement_of_paper on digitisation.judgement (paper_id, at);
create index judgement_of_type on digitisation.judgement (type_code, name, at);
comment on table digitisation.judgement is 'Sổ sửa: máy đọc thế nào, người chốt thế nào; chỉ thêm, để đo mẫu và ngưỡng';
grant select, insert on digitisation.judgement to motcua_app;

create table digitisation.hand_over (
  paper_id uuid not null,
  to_account_id uuid not null,
  to_name text not null,
  by_account_id uuid not null,
  by_name text not null,
  note text not null,
  at timestamptz not null,
  constraint hand_over_pk primary key (paper_id),
  constraint hand_over_paper_fk foreign key (paper_id) references digitisation.paper (id)
);
create index hand_over_to on digitisation.hand_over (to_account_id);
comment on table digitisation.hand_over is 'Giấy tờ đang chuyển cho người khác xem';
grant select, insert, update, delete on digitisation.hand_over to motcua_app;
