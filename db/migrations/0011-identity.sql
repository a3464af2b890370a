create schema identity;
grant usage on schema identity to motcua_app;

create table identity.citizen (
  id uuid not null,
  personal_id text not null,
  full_name text not null,
  folded_name text not null,
  born_on date,
  birth_year int,
  sex text,
  address text,
  commune_code text,
  phone text,
  email text,
  source text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  constraint citizen_pk primary key (id),
  constraint citizen_personal_id_uq unique (personal_id),
  constraint citizen_sex_ck check (sex in ('male', 'female')),
  constraint citizen_source_ck check (source in ('identity-provider', 'citizen-registry', 'desk'))
);
create index citizen_name on identity.citizen using gin (folded_name gin_trgm_ops);
comment on table identity.citizen is 'Người dân đã làm việc với hệ thống; số định danh cá nhân là duy nhất';

create table identity.account (
  id uuid not null,
  kind text not null,
  sign_in_name text,
  full_name text not null,
  citizen_id uuid,
  email text,
  phone text,
  status text not null,
  password_hash text,
  password_set_at timestamptz,
  must_change_password boolean not null,
  failed_tries int not null,
  locked_until timestamptz,
  active_since timestamptz not null,
  last_sign_in_at timestamptz,
  origin text not null,
  created_at timestamptz not null,
  version int not null,
  constraint account_pk primary key (id),
  constraint account_sign_in_name_uq unique (sign_in_name),
  constraint account_citizen_uq unique (citizen_id),
  constraint account_kind_ck check (kind in ('officer', 'citizen')),
  constraint account_status_ck check (status in ('active', 'disabled')),
  constraint account_person_ck check ((kind = 'citizen') = (citizen_id is not null)),
  constraint account_citizen_fk foreign key (citizen_id) references identity.citizen (id)
);
comment on table identity.account is 'Tài khoản: mỗi người một tài khoản, không dùng chung';
comment on column identity.account.active_since is 'Mốc tính số ngày không dùng khi chưa đăng nhập lần nào từ đó';

create table identity.role_grant (
  account_id uuid not null,
  id uuid not null,
  role text not null,
  unit_id uuid not null,
  unit_code text not null,
  reach text not null,
  position text not null,
  valid_from date not null,
  valid_to date,
  constraint role_grant_pk primary key (account_id, id),
  constraint role_grant_start_uq unique (account_id, role, unit_id, valid_from),
  constraint role_grant_reach_ck check (reach in ('unit', 'subtree')),
  constraint role_grant_dates_ck check (valid_to is null or valid_to >= valid_from),
  constraint role_grant_account_fk foreign key (account_id) references identity.account (id)
);
create index role_grant_unit on identity.role_grant (unit_id, role);
comment on table identity.role_grant is 'Vai trò của công chức tại đơn vị, có thời hạn';

create table identity.password_history (
  account_id uuid not null,
  set_at timestamptz not null,
  hash text not null,
  constraint password_history_pk primary key (account_id, hash),
  constraint password_history_account_fk foreign key (account_id) references identity.account (id)
);
comment on table identity.password_history is 'Các mật khẩu đã dùng (băm), để không dùng lại';

create table identity.totp (
  account_id uuid not null,
  secret_box text not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null,
  constraint totp_pk primary key (account_id),
  constraint totp_account_fk foreign key (account_id) references identity.account (id)
);
comment on table identity.totp is 'Mã xác thực theo thời gian; khoá bí mật được mã hoá, last_step là mã cuối cùng đã dùng';

create table identity.passkey (
  account_id uuid not null,
  id text not null,
  public_key text not null,
  counter bigint not null,
  transports text[] not null,
  backed_up boolean not null,
  name text not null,
  added_at timestamptz not null,
  last_used_at timestamptz,
  constraint passkey_pk primary key (account_id, id),
  constraint passkey_account_fk foreign key (account_id) references identity.account (id)
);
comment on table identity.passkey is 'Khoá truy cập (passkey) của tài khoản';

create table identity.session (
  account_id uuid not null,
  id uuid not null,
  token_hash text not null,
  stage text not null,
  challenge text,
  second_factor text,
  opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_why text,
  device text not null,
  address text not null,
  constraint session_pk primary key (account_id, id),
  constraint session_stage_ck check (stage in ('second-factor', 'enrolment', 'new-password', 'open')),
  constraint session_account_fk foreign key (account_id) references identity.account (id)
);
create unique index session_token on identity.session (token_hash);
create index session_open on identity.session (last_seen_at) where ended_at is null;
comment on table identity.session is 'Phiên đăng nhập: ai đang đăng nhập, ở đâu; chỉ lưu mã băm của thẻ phiên';

create table identity.citizen_sign_in (
  token_hash text not null,
  state text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  started_at timestamptz not null,
  constraint citizen_sign_in_pk primary key (token_hash)
);
create index citizen_sign_in_started on identity.citizen_sign_in (started_at);
comment on table identity.citizen_sign_in is 'Lần đăng nhập của người dân đang chờ hệ thống định danh trả lời';

create table identity.api_token (
  account_id uuid not null,
  id uuid not null,
  token_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint api_token_pk primary key (account_id, id),
  constraint api_token_account_fk foreign key (account_id) references identity.account (id)
);
create unique index api_token_hash on identity.api_token (token_hash);
comment on table identity.api_token is 'Thẻ truy cập API của tài khoản, chỉ lưu mã băm';

create table identity.registry_person (
  personal_id text not null,
  full_name text not null,
  born_on date not null,
  sex text not null,
  address text not null,
  commune_code text not null,
  phone text,
  email text,
  constraint registry_person_pk primary key (personal_id)
);
comment on table identity.registry_person is 'Sổ dân cư đi kèm, chỉ có người giả định; hệ thống thật hỏi Cơ sở dữ liệu quốc gia về dân cư';

grant select, insert, update on identity.citizen, identity.account, identity.role_grant, identity.session, identity.api_token,
  identity.registry_person to motcua_app;
grant select, insert, update, delete on identity.totp, identity.passkey, identity.citizen_sign_in to motcua_app;
grant select, insert, delete on identity.password_history to motcua_app;
