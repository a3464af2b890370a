-- Codes are counted by the telephone they go to.
create index help_phone on dossiers.help (phone, asked_at desc) where phone is not null;
