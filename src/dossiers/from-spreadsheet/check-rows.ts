import { setImmediate as othersTurn } from 'node:timers/promises'
import type { Db } from '../../platform/db.ts'
import { filesByIds, type StoredFile } from '../../documents/index.ts'
import type { ProcedureVersion } from '../../catalogue/index.ts'
import type { Reason } from '../../platform/refusal.ts'
import { capacityIn } from '../acting/acting.ts'
import { papersAskedOf, whyNotOmitGround } from '../acting/ground-paper.ts'
import type { FilingInput } from '../filing/filing-input.ts'
import { attemptPlace } from './place-of-row.ts'
import { whyNotFile } from '../filing/filing.ts'
import type { BundleRow } from './bundle.ts'
import { contentSha256, fileKey, readRow, type Fault, type FilesByName } from './read-row.ts'
import type { SheetForm } from './sheet-form.ts'
import { filedContents, filesOf } from './store.ts'
import { sheetTexts as words } from './texts.ts'

export type CheckedRow = BundleRow & {
  faults: Fault[]
  /** The dossier its content was before. */ before: string | null
}

type Check = {
  sheet: SheetForm
  ownerAccountId: string
  files: FilesByName
  mostFiles: number
  /** Good rows are read again as well; else what is kept of them holds, since every change checks them all. */
  anew: boolean
}

/** Rows between which others get their turn. */
const AT_ONCE = 20

/** What stands in each row now and what is wrong with it. Rows that are filed stay as they are. */
export async function checkRows(db: Db, rows: readonly BundleRow[], check: Check): Promise<CheckedRow[]> {
  const placeOf = attemptPlace(db, check.sheet)
  const lines = new Map<string, number>()
  const checked: CheckedRow[] = []
  for (const [index, row] of rows.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await othersTurn()
    const isSettled = row.state === 'filed' || (row.state === 'ready' && !check.anew)
    const one = isSettled ? { ...row, faults: [], before: null } : await checkRow(row, check, placeOf, lines)
    if (one.contentSha256) lines.set(one.contentSha256, row.line)
    checked.push(one)
  }
  const ready = checked.flatMap(({ contentSha256: hash, state }) => (hash && state === 'ready' ? [hash] : []))
  const before = await filedContents(db, check.ownerAccountId, ready)
  return checked.map((row) => ({
    ...row,
    before: (row.state === 'ready' && before.get(row.contentSha256 ?? '')) || null,
  }))
}

async function checkRow(
  row: BundleRow,
  { sheet, files, mostFiles }: Check,
  placeOf: ReturnType<typeof attemptPlace>,
  lines: ReadonlyMap<string, number>,
): Promise<CheckedRow> {
  const { input, faults } = readRow(sheet, row.typed, files)
  const place = faults.length === 0 ? await placeOf(input) : undefined
  if (place) faults.push(place)
  const hash = contentSha256(input, files)
  const twin = faults.length === 0 ? lines.get(hash) : undefined
  if (twin !== undefined) faults.push({ key: null, message: words.sameAs(twin) })
  const wrong = faults.length === 0 ? whyNotTake(input, sheet.procedure, mostFiles) : undefined
  const isReady = faults.length === 0 && !wrong
  return {
    ...row,
    state: isReady ? 'ready' : wrong ? 'refused' : 'faulty',
    input: isReady ? input : null,
    contentSha256: isReady ? hash : null,
    refusal: wrong ? { code: wrong.code, facts: wrong.facts ?? {} } : null,
    faults,
    before: null,
  }
}

function whyNotTake(input: FilingInput, procedure: ProcedureVersion, mostFiles: number): Reason | undefined {
  const { answers, omitted = [] } = input
  return (
    whyNotFile(input, papersAskedOf(procedure, answers), mostFiles) ?? whyNotOmitGround(capacityIn(answers), omitted)
  )
}

/** The files of a bundle by the names rows call them. */
export async function filesByName(db: Db, bundleId: string): Promise<Map<string, StoredFile>> {
  const named = await filesOf(db, bundleId)
  const stored = new Map(
    (
      await filesByIds(
        db,
        named.map(({ fileId }) => fileId),
      )
    ).map((file) => [file.id, file]),
  )
  return new Map(
    named.flatMap(({ name, fileId }): [string, StoredFile][] => {
      const file = stored.get(fileId)
      return file ? [[fileKey(name), file]] : []
    }),
  )
}
