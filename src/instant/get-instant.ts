import { Type } from 'typebox'
import { vietnamDate } from '../platform/dates.ts'
import { query } from '../platform/query.ts'
import { Refusal } from '../platform/refusal.ts'
import { procedureInForce } from '../catalogue/index.ts'
import { isAuthorityInForce, issueAuthoritiesFor, unitsByIds, type IssueAuthority } from '../organisation/index.ts'
import { faultsOf, type Declaration } from './declaration.ts'
import { ProcedureCode } from './edit-declaration.ts'
import {
  declarationInForce,
  declarationsOf,
  declaredProcedures,
  draftOf,
  lastSwitchOf,
  type Draft,
  type Switch,
} from './store.ts'
import { surroundingsOf } from './surroundings.ts'
import { faultSentence } from './officers.texts.ts'

export type AuthorityView = IssueAuthority & { unitName: string; isInForce: boolean }

export type InstantView = {
  procedure: { code: string; name: string }
  /** By which results go on now; null: decided by people. */
  inForce: Declaration | null
  versions: Declaration[]
  draft: Draft | null
  /** Why the draft cannot be published yet, in words. */
  faults: string[]
  lastSwitch: Switch | null
  authorities: AuthorityView[]
  /** What may be chosen: titles of its results, fields of its form. */
  choices: { resultTitles: readonly string[]; formFields: readonly string[] }
}

const READERS = ['administrator', 'supervisor'] as const

/** How a procedure is decided by machine: its versions, draft, switch and authorities. */
export const getInstant = query({
  name: 'instant.get',
  roles: [...READERS],
  input: Type.Object({ procedureCode: ProcedureCode }),
  async run({ db, clock }, _, { procedureCode }): Promise<InstantView> {
    const on = vietnamDate(clock.now())
    const procedure = await procedureInForce(db, procedureCode, on)
    if (!procedure) throw new Refusal('instant.unknown-procedure', { code: procedureCode })
    const [inForce, versions, draft, lastSwitch, authorities, surroundings] = await Promise.all([
      declarationInForce(db, procedureCode, on),
      declarationsOf(db, procedureCode),
      draftOf(db, procedureCode),
      lastSwitchOf(db, procedureCode),
      issueAuthoritiesFor(db, procedureCode),
      surroundingsOf(db, procedureCode, on),
    ])
    const names = new Map(
      (await unitsByIds(db, [...new Set(authorities.map(({ unitId }) => unitId))])).map(({ id, name }) => [id, name]),
    )
    return {
      procedure: { code: procedure.code, name: procedure.name },
      inForce: inForce ?? null,
      versions,
      draft: draft ?? null,
      faults: draft ? faultsOf(draft.definition, surroundings).map(faultSentence) : [],
      lastSwitch: lastSwitch ?? null,
      authorities: authorities.map((one) => ({
        ...one,
        unitName: names.get(one.unitId) ?? '',
        isInForce: isAuthorityInForce(one, on),
      })),
      choices: {
        resultTitles: surroundings.procedure?.resultTitles ?? [],
        formFields: surroundings.procedure?.formFields ?? [],
      },
    }
  },
})

export type InstantSummary = { code: string; name: string; inForce: number | null; isOff: boolean; hasDraft: boolean }

/** Every procedure with a declaration or a draft of one. */
export const listInstant = query({
  name: 'instant.list',
  roles: [...READERS],
  input: Type.Object({}),
  async run({ db, clock }): Promise<InstantSummary[]> {
    const on = vietnamDate(clock.now())
    return Promise.all(
      (await declaredProcedures(db)).map(async (code) => {
        const [procedure, inForce, draft, last] = await Promise.all([
          procedureInForce(db, code, on),
          declarationInForce(db, code, on),
          draftOf(db, code),
          lastSwitchOf(db, code),
        ])
        return {
          code,
          name: procedure?.name ?? code,
          inForce: inForce?.version ?? null,
          isOff: last?.isOn === false,
          hasDraft: draft !== undefined,
        }
      }),
    )
  },
})
