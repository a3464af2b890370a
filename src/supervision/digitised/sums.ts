import { sql } from '../../platform/db.ts'

/** What is counted of dossiers received, named as in `Figures`. */
export const receivedSums = sql.raw(`
  count(*)::int as received, (count(*) filter (where is_digitised))::int as digitised,
  (count(*) filter (where not is_digitised))::int as not_digitised,
  (count(*) filter (where due_papers = 0))::int as nothing_due, (count(*) filter (where from_list))::int as by_list,
  (count(*) filter (where due_papers > 0 and file_papers = due_papers))::int as with_file,
  (count(*) filter (where due_papers > 0 and signed_papers = due_papers))::int as with_signature,
  (count(*) filter (where due_papers > 0 and data_papers = due_papers))::int as with_data,
  (count(*) filter (where reused_papers > 0))::int as reused, (count(*) filter (where reused_vault > 0))::int as reused_vault,
  (count(*) filter (where reused_register > 0))::int as reused_register,
  (count(*) filter (where reused_national > 0))::int as reused_national,
  coalesce(sum(due_papers) filter (where from_list), 0)::int as listed_papers,
  coalesce(sum(signed_papers) filter (where from_list), 0)::int as listed_signed,
  sum(reused_vault)::int as vault_papers, sum(reused_register)::int as register_papers`)

/** What is counted of dossiers resolved; those received before `from` were carried over. */
export const resolvedSums = (from: ReturnType<typeof sql>) => sql`
  count(*)::int as resolved, (count(*) filter (where received_on < ${from}))::int as carried_over,
  (count(*) filter (where is_result_digitised))::int as result_digitised,
  (count(*) filter (where not is_result_digitised))::int as result_not_digitised,
  (count(*) filter (where result_depth >= 3))::int as result_with_data`

export const RECEIVED_COUNTS = [
  'received',
  'digitised',
  'not_digitised',
  'nothing_due',
  'by_list',
  'with_file',
  'with_signature',
  'with_data',
  'reused',
  'reused_vault',
  'reused_register',
  'reused_national',
  'listed_papers',
  'listed_signed',
  'vault_papers',
  'register_papers',
] as const
export const RESOLVED_COUNTS = [
  'resolved',
  'carried_over',
  'result_digitised',
  'result_not_digitised',
  'result_with_data',
] as const
