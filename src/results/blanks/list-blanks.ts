import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { writtenSerial, type Blank, type BlankBatch, type BlankStock } from './blank.ts'
import { blankKind, type BlankKind } from './blank-kind.ts'
import { BLANK_READERS, unitsRead } from './keeper.ts'
import { batchesOf, blanksPage, stockOf } from './store.ts'

export type StockView = { unit: { id: string; name: string }; stock: BlankStock; kind: BlankKind }

/** What the reader's units have in hand of each kind. */
export const listStock = query({
  name: 'results.list-blank-stock',
  roles: [...BLANK_READERS],
  input: Type.Object({}),
  async run({ db }, actor): Promise<StockView[]> {
    const unitIds = unitsRead(actor)
    const [stock, units] = await Promise.all([stockOf(db, unitIds), unitsByIds(db, unitIds)])
    return stock.flatMap((one) => {
      const [unit, kind] = [units.find(({ id }) => id === one.unitId), blankKind(one.kind)]
      return unit && kind ? [{ unit: { id: unit.id, name: unit.name }, stock: one, kind }] : []
    })
  },
})

const SHOWN = 50

export type BlanksPage = { kind: BlankKind; blanks: Blank[]; batches: BlankBatch[]; next: string | null }

/** The serial numbers of one kind, by number. */
export const listBlanks = query({
  name: 'results.list-blanks',
  roles: [...BLANK_READERS],
  input: Type.Object({
    kind: Type.String({ maxLength: 40 }),
    state: Type.Optional(Type.Enum(['in-stock', 'used', 'spoiled', 'destroyed'])),
    after: Type.Optional(Type.String({ maxLength: 40, description: 'the last serial number seen' })),
  }),
  async run({ db }, actor, { kind: code, state = null, after = '' }): Promise<BlanksPage> {
    const kind = blankKind(code)
    if (!kind) throw new Refusal('platform.not-found')
    const unitIds = unitsRead(actor)
    const found = await blanksPage(db, { unitIds, kind: code, state, after: writtenSerial(after), limit: SHOWN + 1 })
    const blanks = found.slice(0, SHOWN)
    const next = found.length > SHOWN ? (blanks.at(-1)?.serial ?? null) : null
    return { kind, blanks, batches: await batchesOf(db, unitIds, code), next }
  },
})
