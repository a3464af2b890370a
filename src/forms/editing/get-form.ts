import { Type } from 'typebox'
import { vietnamDate, type LegalDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { FormCode } from '../form-input.ts'
import { formVersions, type PublishedForm } from '../store.ts'
import { differenceOf, type FormChange } from './difference.ts'
import { draftSteps, type Steps } from './draft-steps.ts'
import { formDrafts, type FormDraft } from './draft-store.ts'
import { faultsOf, type FormFault } from './faults.ts'

/** A form as lists show it. */
export type FormSummary = {
  code: string
  /** Of the template it follows, or its code. */
  name: string
  inForce: { version: number; validFrom: LegalDate } | null
  /** Published, in force from a later day. */
  upcoming: { version: number; validFrom: LegalDate } | null
  draft: { revision: number; byName: string; savedAt: Date } | null
}

const READERS = ['administrator', 'supervisor'] as const

export const listForms = query({
  name: 'forms.list',
  roles: READERS,
  input: Type.Object({}),
  async run({ db, clock }): Promise<{ forms: FormSummary[] }> {
    const on = vietnamDate(clock.now())
    const [versions, drafts] = await Promise.all([formVersions(db), formDrafts(db)])
    const codes = new Set([...versions.map(({ definition }) => definition.id), ...drafts.map(({ code }) => code)])
    return {
      forms: [...codes].toSorted().map((code) =>
        summaryOf(
          code,
          versions.filter(({ definition }) => definition.id === code),
          drafts.find((draft) => draft.code === code),
          on,
        ),
      ),
    }
  },
})

function summaryOf(
  code: string,
  versions: readonly PublishedForm[],
  draft: FormDraft | undefined,
  on: LegalDate,
): FormSummary {
  const current = inForceOn(versions, on)
  const upcoming = versions.findLast(({ validFrom }) => validFrom > on)
  const standing = (one: PublishedForm | undefined) =>
    one ? { version: one.definition.version, validFrom: one.validFrom } : null
  const layout = (current ?? versions[0])?.definition.layout ?? draft?.layout
  return {
    code,
    name: layout?.template?.name ?? code,
    inForce: standing(current),
    upcoming: standing(upcoming),
    draft: draft ? { revision: draft.revision, byName: draft.byName, savedAt: draft.savedAt } : null,
  }
}

/** The version in force on a day, of versions with the newest first. */
function inForceOn(versions: readonly PublishedForm[], on: LegalDate): PublishedForm | undefined {
  return versions.find(({ validFrom }) => validFrom <= on)
}

export type FormView = {
  code: string
  /** The newest first. */
  versions: PublishedForm[]
  /** The version in force today; null when none is. */
  inForce: number | null
  draft:
    | (FormDraft & { faults: FormFault[]; /** Against the newest version. */ changes: FormChange[]; steps: Steps })
    | null
}

/** One form: its versions, and its draft with what is wrong with it and what it changes. */
export const getForm = query({
  name: 'forms.get',
  roles: READERS,
  input: Type.Object({ code: FormCode }),
  async run({ db, clock }, _actor, { code }): Promise<FormView> {
    const [versions, [draft], steps] = await Promise.all([
      formVersions(db, code),
      formDrafts(db, code),
      draftSteps(db, code),
    ])
    if (versions.length === 0 && !draft) throw new Refusal('forms.not-found', { code })
    const newest = versions[0]?.definition.layout
    return {
      code,
      versions,
      inForce: inForceOn(versions, vietnamDate(clock.now()))?.definition.version ?? null,
      draft: draft
        ? { ...draft, steps, faults: faultsOf(draft.layout), changes: newest ? differenceOf(newest, draft.layout) : [] }
        : null,
    }
  },
})
