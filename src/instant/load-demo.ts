import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import { vietnamDate } from '../platform/dates.ts'
import { newId } from '../platform/id.ts'
import demo from '../../data/instant/demo.json' with { type: 'json' }
import { accountBySignInName, officersAt } from '../identity/index.ts'
import { insertIssueAuthority, issueAuthoritiesFor, unitBySlug } from '../organisation/index.ts'
import type { Definition } from './declaration.ts'
import { declarationsOf, insertDeclaration } from './store.ts'
import { LOOKING } from './system.ts'

/** What the demonstration province decides by machine; never in production. Again it changes nothing. */
const loadDemo = action({
  name: 'instant.load-demo',
  roles: ['system'],
  input: Type.Object({}),
  unjournalled: 'what is there already is left alone; what is written has its line',
  async run({ db, now, journal }) {
    const today = vietnamDate(now)
    for (const { procedureCode, validFrom, definition, authorities } of demo.declarations) {
      if ((await declarationsOf(db, procedureCode)).length > 0) continue
      const recorded = { certainty: 'demo-setting' as const }
      const made = { id: newId(), procedureCode, version: 1, validFrom, definition: definition as Definition }
      await insertDeclaration(db, { ...made, ...recorded, publishedAt: now, publishedBy: LOOKING.name })
      journal({ subject: `procedure:${procedureCode}`, what: 'instant.published', facts: { ...recorded, version: 1 } })
      if ((await issueAuthoritiesFor(db, procedureCode)).length > 0) continue
      for (const { unit: slug, authorisedBy, ...authority } of authorities) {
        const unit = await unitBySlug(db, slug, today)
        const account = await accountBySignInName(db, authorisedBy)
        const signatories = unit ? await officersAt(db, unit.id, 'signatory', today) : []
        const signatory = signatories.find(({ accountId }) => accountId === account?.id)
        if (!unit || !signatory) continue
        const id = newId()
        await insertIssueAuthority(db, {
          ...authority,
          ...recorded,
          id,
          unitId: unit.id,
          procedureCode,
          authorisedByAccountId: signatory.accountId,
          authorisedByName: signatory.fullName,
          authorisedByPosition: signatory.position,
          recordedAt: now,
          recordedByName: LOOKING.name,
          revokedAt: null,
          revokedByName: null,
          revokeReason: null,
        })
        const facts = { ...recorded, authority: id, instrument: authority.instrument }
        journal({ subject: `unit:${unit.id}`, what: 'instant.authorised', facts: { ...facts, procedureCode } })
      }
    }
  },
})

export async function loadInstantDemo(app: App): Promise<void> {
  await runAction(app, loadDemo, LOOKING, {})
}
