-- What the process of a dossier demands of a step: papers it leaves behind, consultations beside it.
alter table dossiers.dossier
  add column left_papers jsonb not null default '[]',
  add column settled_steps text[] not null default '{}';
comment on column dossiers.dossier.left_papers is 'Giấy tờ các bước đã để lại (loại giấy, đã ký hay chưa), ngoài những gì các cột khác đã cho biết';
comment on column dossiers.dossier.settled_steps is 'Mã các bước làm song song (lấy ý kiến, liên thông) đã xong, hoặc được ghi căn cứ không làm';

-- Dossiers under way left these behind before the table knew of them.
update dossiers.dossier set left_papers = '[{"kind":"result-draft","isSigned":false}]'
where handling in ('awaiting-approval', 'awaiting-signature');
update dossiers.dossier set left_papers = '[{"kind":"result-draft","isSigned":false},{"kind":"result","isSigned":true}]'
where handling in ('awaiting-seal', 'finished', 'delivered');

alter table dossiers.consultation add column step_code text;
comment on column dossiers.consultation.step_code is 'Bước của quy trình yêu cầu lấy ý kiến này; trống: cán bộ tự lấy thêm';

alter table dossiers.consulted_body
  add column released_at timestamptz,
  add column released_by_account_id uuid,
  add column released_by_name text,
  add column release_reason text,
  add column release_basis text,
  add constraint consulted_body_released_ck check ((released_at is null) = (release_reason is null)),
  add constraint consulted_body_released_unanswered_ck check (released_at is null or answered_at is null);
comment on column dossiers.consulted_body.released_at is 'Lúc cơ quan chủ trì thôi chờ cơ quan này, sau khi hết hạn trả lời';
comment on column dossiers.consulted_body.release_basis is 'Căn cứ pháp lý, bắt buộc khi quy trình yêu cầu ý kiến của cơ quan này';

create table dossiers.step_waiver (
  dossier_id uuid not null,
  step_code text not null,
  reason text not null,
  legal_basis text not null,
  by_account_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  constraint step_waiver_pk primary key (dossier_id, step_code),
  constraint step_waiver_dossier_fk foreign key (dossier_id) references dossiers.dossier (id)
);
comment on table dossiers.step_waiver is 'Bước song song mà quy trình yêu cầu nhưng không làm: lý do và căn cứ của cơ quan chủ trì';
grant select, insert on dossiers.step_waiver to motcua_app;
