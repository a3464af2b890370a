import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import { newId } from '../platform/id.ts'
import { loadedSource, saveOrganisation } from './store.ts'
import { readOrganisationSource, sourceHash } from './source.ts'

const loadUnits = action({
  name: 'organisation.load',
  roles: ['system'],
  input: Type.Object({}),
  async run(ctx) {
    const source = await readOrganisationSource()
    await saveOrganisation(ctx.db, source, newId, ctx.now)
    ctx.journal({
      subject: 'organisation:units',
      what: 'organisation.loaded',
      facts: { sha256: source.sha256, units: source.units.length },
    })
    return { units: source.units.length }
  },
})

/** Loads the province's units from the data files; does nothing when these files are loaded already. */
export async function loadOrganisation(app: App): Promise<{ units: number }> {
  if ((await loadedSource(app.db)) === (await sourceHash())) return { units: 0 }
  return runAction(app, loadUnits, { kind: 'system', name: 'load' }, {})
}
