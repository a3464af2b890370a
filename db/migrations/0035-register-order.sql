-- A desk's dossiers in the order of their first reception: the register gives its lines in that order.
create index dossier_received on dossiers.dossier (received_by_unit_id, received_at) where received_at is not null;
