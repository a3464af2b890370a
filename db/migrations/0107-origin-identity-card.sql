-- Answers typed at a desk come from the card that was read there, too.
alter table dossiers.answer_origin
  drop constraint answer_origin_source_ck,
  add constraint answer_origin_source_ck
    check (source in ('identity-provider', 'citizen-registry', 'identity-card', 'desk', 'vault', 'earlier-dossier'));
