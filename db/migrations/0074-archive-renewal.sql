-- Archive time stamps weaken with their certificates and algorithms: what was issued is stamped anew before, as a further version
-- beside the one issued. The versions before stay on record and are still recognised.
create table results.issued_version (
  sha256 text not null,
  issued_sha256 text not null,
  no int not null,
  file_id uuid not null,
  size bigint not null,
  signatures int not null,
  made_at timestamptz not null,
  constraint issued_version_pk primary key (sha256),
  constraint issued_version_no_uq unique (issued_sha256, no),
  constraint issued_version_issued_fk foreign key (issued_sha256) references results.issued (sha256),
  constraint issued_version_no_ck check (no >= 1)
);
comment on table results.issued_version is 'Các bản gia hạn dấu thời gian lưu trữ của văn bản đã phát hành; bản có số lớn nhất là bản trả cho người dân';
comment on column results.issued_version.issued_sha256 is 'Bản phát hành đầu tiên';
grant select, insert on results.issued_version to motcua_app;

create table results.renewal (
  issued_sha256 text not null,
  renew_by date,
  tries int not null default 0,
  problem text,
  next_try_at timestamptz,
  claimed_until timestamptz,
  constraint renewal_pk primary key (issued_sha256),
  constraint renewal_issued_fk foreign key (issued_sha256) references results.issued (sha256)
);
create index renewal_order on results.renewal (renew_by, issued_sha256);
comment on table results.renewal is 'Kế hoạch gia hạn: văn bản nào phải có dấu thời gian lưu trữ tiếp theo trước ngày nào';
comment on column results.renewal.renew_by is 'Trống: không chứng minh được gì ở tệp, không gia hạn được';
comment on column results.renewal.problem is 'Vì sao lần gia hạn gần nhất chưa được';
grant select, insert, update on results.renewal to motcua_app;

create view results.issued_now as
select coalesce(v.sha256, i.sha256) as sha256, i.sha256 as first_sha256, i.dossier_id, i.result_no, i.verification_code, i.unit_id,
  i.year, i.no, i.number_text, i.issued_on, i.title, i.agency, i.signatory, i.signatory_position, i.signed_at, i.sealed_at,
  coalesce(v.file_id, i.file_id) as file_id, coalesce(v.size, i.size) as size, i.pages, i.state, v.signatures, v.no as renewals
from results.issued i
  left join lateral (
    select sha256, file_id, size, signatures, no from results.issued_version
    where issued_sha256 = i.sha256 order by no desc limit 1) v on true;
comment on view results.issued_now is 'Sổ văn bản đã phát hành với tệp mới nhất của mỗi văn bản';
grant select on results.issued_now to motcua_app;
