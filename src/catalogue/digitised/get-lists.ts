import { Type } from 'typebox'
import type { LegalDate } from '../../platform/dates.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Role } from '../../platform/actor.ts'
import { checkedRows } from './adopt-list.ts'
import type { CheckedRow, DigitisedList, ListDecision } from './digitised-list.ts'
import { writeList } from './read-list.ts'
import {
  allLists,
  componentsOfLists,
  draftOf,
  proceduresPerField,
  type FieldCount,
  type ListedComponent,
} from './store.ts'

const READERS = [
  'administrator',
  'supervisor',
  'head-of-division',
  'intake-officer',
  'specialist',
  'signatory',
  'clerk',
] as const satisfies readonly Role[]

/** A field of procedures with the list in force for it, if there is one, and those before and after. */
export type FieldLists = FieldCount & { current: DigitisedList | undefined; others: DigitisedList[] }

/** Which fields have a list of papers to be digitised, by which decision, and how far it reaches. */
export const listDigitisedLists = query({
  name: 'catalogue.list-digitised-lists',
  roles: [...READERS],
  input: Type.Object({}),
  async run({ db, clock }): Promise<FieldLists[]> {
    const on = vietnamDate(clock.now())
    const lists = await allLists(db)
    return (await proceduresPerField(db, on)).map((field) => {
      const own = lists.filter(({ sectorCode }) => sectorCode === field.sectorCode)
      const current = own.find(({ validFrom }) => validFrom <= on)
      return { ...field, current, others: own.filter((list) => list !== current) }
    })
  },
})

export type ListView = { list: DigitisedList; components: ListedComponent[] }

export const getDigitisedList = query({
  name: 'catalogue.get-digitised-list',
  roles: [...READERS],
  input: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  async run({ db }, _, { id }): Promise<ListView> {
    const list = (await allLists(db)).find((one) => one.id === id)
    if (!list) throw new Refusal('platform.not-found')
    return { list, components: await componentsOfLists(db, [id]) }
  },
})

/** The sheet to fill in; with what is in a list already when one is named. */
export const getListSheet = query({
  name: 'catalogue.get-digitised-list-sheet',
  roles: [...READERS],
  input: Type.Object({ id: Type.Optional(Type.String({ format: 'uuid' })) }),
  async run({ db }, _, { id }): Promise<Uint8Array> {
    const list = id === undefined ? undefined : (await allLists(db)).find((one) => one.id === id)
    const components = list ? await componentsOfLists(db, [list.id]) : []
    const sectorCode = list?.sectorCode ?? ''
    return writeList(components.map(({ name: componentName, ...row }) => ({ ...row, componentName, sectorCode })))
  },
})

export type SentList = { id: string; decision: ListDecision; fileName: string; rows: CheckedRow[]; today: LegalDate }

/** The sheet the reader sent and has not adopted yet, each row looked up. */
export const getSentList = query({
  name: 'catalogue.get-sent-list',
  roles: ['administrator'],
  input: Type.Object({}),
  async run({ db, clock }, actor): Promise<SentList | undefined> {
    const draft = actor.kind === 'officer' ? await draftOf(db, actor.accountId) : undefined
    if (!draft) return undefined
    const { fileName, fileSha256: _sheet, ...decision } = draft.facts
    const rows = await checkedRows(db, draft.rows, decision.validFrom)
    return { id: draft.id, decision, fileName, rows, today: vietnamDate(clock.now()) }
  },
})
