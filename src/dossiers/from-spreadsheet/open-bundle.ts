import type { Actor, Citizen } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { citizenOnly } from '../application/open-application.ts'
import type { Bundle } from './bundle.ts'
import { bundleById, lockedBundle } from './store.ts'

type Own = { citizen: Citizen; bundle: Bundle }

/** The reader's own bundle; for everybody else it is not there. @throws Refusal `dossiers.bundle-not-found` */
export async function ownBundle(db: Db, actor: Actor, id: string): Promise<Own> {
  return owned(citizenOnly(actor), await bundleById(db, id))
}

/** The same, to change it: nobody else changes it meanwhile. */
export async function ownBundleToChange(db: Db, actor: Actor, id: string): Promise<Own> {
  return owned(citizenOnly(actor), await lockedBundle(db, id))
}

function owned(citizen: Citizen, bundle: Bundle | undefined): Own {
  if (!bundle || bundle.ownerAccountId !== citizen.accountId) throw new Refusal('dossiers.bundle-not-found')
  return { citizen, bundle }
}
