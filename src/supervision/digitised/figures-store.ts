import { rows, sql, type Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { DossierFacts } from './facts.ts'
import { PAPER_FIGURES, type FigureColumn, type FigureRow, type PaperFigure, type Scope } from './figures.ts'
import { FACT_COLUMNS } from './store.ts'
import { receivedSums, resolvedSums } from './sums.ts'

export type Grouping = 'unit' | 'procedure'

const KEYS = { unit: 'unit_id::text', procedure: 'procedure_code' } satisfies Record<Grouping, string>

const within = ({ unitIds, from, to, procedureCode, level }: Scope, day: string) => sql`
  ${sql.raw(day)} between ${from} and ${to} and unit_id = any(${[...unitIds]}::uuid[])
    and (${procedureCode ?? null}::text is null or procedure_code = ${procedureCode ?? null})
    and (${level ?? null}::text is null or level = ${level ?? null})`

/** Two denominators: what was received in the days, and what was resolved in them, dossiers carried over from before included. */
export async function countFigures(db: Db, scope: Scope, by: Grouping): Promise<FigureRow[]> {
  const key = sql.raw(KEYS[by])
  const [received, resolved] = await Promise.all([
    rows(
      db,
      sql<FigureRow>`select ${key} as key, ${receivedSums} from supervision.digitised_dossier
        where ${within(scope, 'received_on')} group by 1`,
    ),
    rows(
      db,
      sql<FigureRow>`select ${key} as key, ${resolvedSums(sql`${scope.from}::date`)} from supervision.digitised_dossier
        where ${within(scope, 'finished_on')} group by 1`,
    ),
  ])
  const byKey = new Map(received.map((row) => [row.key, row]))
  for (const row of resolved) byKey.set(row.key, { ...byKey.get(row.key), ...row })
  return [...byKey.values()]
}

/** The dossiers behind a number: which day it is counted by, and what makes one belong to it. */
const BEHIND = {
  received: 'true',
  notDigitised: 'not is_digitised',
  digitised: 'is_digitised',
  nothingDue: 'due_papers = 0',
  byList: 'from_list',
  withFile: 'due_papers > 0 and file_papers = due_papers',
  withSignature: 'due_papers > 0 and signed_papers = due_papers',
  withData: 'due_papers > 0 and data_papers = due_papers',
  reused: 'reused_papers > 0',
  reusedVault: 'reused_vault > 0',
  reusedRegister: 'reused_register > 0',
  reusedNational: 'reused_national > 0',
  resolved: 'true',
  resultDigitised: 'is_result_digitised',
  resultNotDigitised: 'not is_result_digitised',
  resultWithData: 'result_depth >= 3',
} satisfies Record<Exclude<FigureColumn, 'carriedOver'>, string>

const BY_RESULT: readonly FigureColumn[] = [
  'resolved',
  'carriedOver',
  'resultDigitised',
  'resultNotDigitised',
  'resultWithData',
]
export const dayOf = (column: FigureColumn) => (BY_RESULT.includes(column) ? 'finished_on' : 'received_on')

const OF_PAPERS = {
  handedIn: "origin <> 'register'",
  file: 'depth >= 1',
  signed: 'depth >= 2',
  data: 'depth >= 3',
  digitised: 'is_digitised',
  notAsked: "origin <> 'filed'",
} satisfies Record<PaperFigure, string>

export type PaperRow = Record<PaperFigure, number> & { procedureCode: string; componentCode: string }

/** How often each paper of approved lists came, and how deep, over the dossiers received in the days. */
export function countPapers(db: Db, scope: Scope, procedureCodes: readonly string[]): Promise<PaperRow[]> {
  const counts = PAPER_FIGURES.map((figure) => `(count(*) filter (where ${OF_PAPERS[figure]}))::int as "${figure}"`)
  return rows(
    db,
    sql<PaperRow>`select procedure_code, component_code, ${sql.raw(counts.join(', '))} from supervision.digitised_paper
      where ${within(scope, 'received_on')} and procedure_code = any(${[...procedureCodes]}::text[]) group by 1, 2`,
  )
}

/** One paper of a list, as far as it counts for one of its figures. */
export type PaperOf = { componentCode: string; figure: PaperFigure }

const having = ({ componentCode, figure }: PaperOf) => sql`
  and exists (select from supervision.digitised_paper p where p.dossier_id = d.dossier_id and p.component_code = ${componentCode}
    and ${sql.raw(`p.${OF_PAPERS[figure]}`)})`

export type Place = { day: LegalDate; dossierId: string }

export function factsBehind(
  db: Db,
  scope: Scope,
  column: FigureColumn,
  { after, limit, paper }: { after: Place | undefined; limit: number; paper?: PaperOf },
): Promise<DossierFacts[]> {
  const day = sql.raw(dayOf(column))
  const belongs = column === 'carriedOver' ? sql`received_on < ${scope.from}` : sql.raw(BEHIND[column])
  const beyond = after ? sql`and (${day}, dossier_id) < (${after.day}::date, ${after.dossierId}::uuid)` : sql``
  return rows(
    db,
    sql<DossierFacts>`select ${sql.raw(FACT_COLUMNS)} from supervision.digitised_dossier d
      where ${within(scope, dayOf(column))} and ${belongs} ${paper ? having(paper) : sql``} ${beyond} order by ${day} desc, dossier_id desc limit ${limit}`,
  )
}
