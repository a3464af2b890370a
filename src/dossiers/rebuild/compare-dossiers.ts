import type { Db } from '../../platform/db.ts'
import { changesOf, subjectsAfter } from '../../platform/journal/read.ts'
import { differences, type Difference } from './differences.ts'
import { rebuild, stateOf, type DossierState } from './rebuild.ts'
import { dossierIdsAfter, storedStates } from './store.ts'

export type Compared = {
  /** As it is stored; as the journal has it, for a dossier that is gone. */
  code: string
  dossierId: string
  /** `untold`: the journal does not say what it began with. `gone`: the journal tells of it, and it is not there. */
  state: 'same' | 'differs' | 'untold' | 'gone'
  differences: Difference[]
}

const AT_ONCE = 200
const NOTHING = stateOf([])

/** Compares every dossier with what its journal makes of it, and finds those the journal knows and the tables do not. */
export async function* compareAll(db: Db): AsyncGenerator<Compared> {
  for (let after: string | null = null; ;) {
    const ids: string[] = await dossierIdsAfter(db, after, AT_ONCE)
    yield* await compareDossiers(db, ids)
    after = ids.at(-1) ?? null
    if (ids.length < AT_ONCE) break
  }
  for (let after = ''; ;) {
    const subjects = await subjectsAfter(db, SUBJECT, after, AT_ONCE)
    const all = await compareDossiers(
      db,
      subjects.map((subject) => subject.slice(SUBJECT.length)),
    )
    yield* all.filter(({ state }) => state === 'gone')
    after = subjects.at(-1) ?? ''
    if (subjects.length < AT_ONCE) return
  }
}

const SUBJECT = 'dossier:'

export async function compareDossiers(db: Db, dossierIds: readonly string[]): Promise<Compared[]> {
  const told = await changesOf(
    db,
    dossierIds.map((id) => `${SUBJECT}${id}`),
  )
  const bySubject = Map.groupBy(told, ({ subject }) => subject)
  const stored = await storedStates(db, dossierIds)
  return dossierIds.flatMap((dossierId) => {
    const rebuilt = rebuild((bySubject.get(`${SUBJECT}${dossierId}`) ?? []).map(({ changes }) => changes))
    return compared(dossierId, rebuilt, stored.get(dossierId)) ?? []
  })
}

function compared(dossierId: string, rebuilt: DossierState, stored: DossierState | undefined): Compared | undefined {
  const begins = codeIn(rebuilt)
  if (!stored) {
    if (begins === undefined) return undefined
    return { code: begins, dossierId, state: 'gone', differences: differences(rebuilt, NOTHING) }
  }
  const found = differences(rebuilt, stored)
  const state = begins === undefined ? 'untold' : found.length === 0 ? 'same' : 'differs'
  return { code: codeIn(stored) ?? '', dossierId, state, differences: found }
}

function codeIn({ dossier }: DossierState): string | undefined {
  const code = [...dossier.values()][0]?.code
  return typeof code === 'string' ? code : undefined
}
