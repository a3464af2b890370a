import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { formatDate, vietnamDate, type LegalDate } from '../../platform/dates.ts'
import { parseInput } from '../../platform/parse-input.ts'
import { Refusal, type Reason } from '../../platform/refusal.ts'
import { FormCode, LayoutInput, ValidFrom } from '../form-input.ts'
import { publish } from '../publish-form.ts'
import { formVersions } from '../store.ts'
import { differenceOf } from './difference.ts'
import { Revision } from './draft-form.ts'
import { deleteDraft, formDrafts } from './draft-store.ts'
import { faultsOf } from './faults.ts'
import { faultLine } from './texts.ts'

/** Makes the draft the newest version of its form, in force from a day on; dossiers keep the version they began with. */
export const publishFormDraft = action({
  name: 'forms.publish-draft',
  roles: ['administrator'],
  input: Type.Object({ code: FormCode, revision: Revision, validFrom: ValidFrom }),
  async run(ctx, actor, { code, revision, validFrom }) {
    const [draft] = await formDrafts(ctx.db, code)
    if (!draft) throw new Refusal('forms.no-draft', { code })
    if (draft.revision !== revision) throw new Refusal('forms.draft-changed', { by: draft.byName })
    const [newest] = await formVersions(ctx.db, code)
    const early = whyNotFrom(validFrom, vietnamDate(ctx.now), newest?.validFrom)
    if (early) throw new Refusal(early.code, early.facts)
    if (newest && differenceOf(newest.definition.layout, draft.layout).length === 0) {
      throw new Refusal('forms.draft-unchanged')
    }
    const faults = faultsOf(draft.layout)
    if (faults.length > 0) throw new Refusal('forms.faults', { words: faults.map(faultLine).join(' '), faults })
    const version = (newest?.definition.version ?? 0) + 1
    const layout = parseInput(LayoutInput, draft.layout)
    await publish(ctx, actor, { code, version, validFrom, layout })
    await deleteDraft(ctx.db, code, revision)
    return { code, version, validFrom }
  },
})

/** Nothing changes backwards in time, and every version holds for a day at least. */
function whyNotFrom(validFrom: LegalDate, today: LegalDate, previous: LegalDate | undefined): Reason | undefined {
  if (validFrom >= today && (previous === undefined || validFrom > previous)) return undefined
  return { code: 'forms.in-the-past', facts: { after: previous ? formatDate(previous) : '–' } }
}
