-- Running dossiers by the process they are pinned to: what a new version of a process may be moved onto.
create index dossier_process on dossiers.dossier (process_id, id)
  where handling not in ('delivered', 'refused', 'withdrawn', 'stopped');
