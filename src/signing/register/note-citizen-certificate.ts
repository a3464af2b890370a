import type { ActionContext } from '../../platform/action.ts'
import { refuse } from '../../platform/refusal.ts'
import { fingerprint, readCertificate } from '../crypto/certificate.ts'
import { lineOf, whyNotRegister } from './enter-certificate.ts'
import type { KeyHolder, UsableHolder } from './key-holder.ts'
import { holderByFingerprint, saveHolder } from './holder-store.ts'

type Signed = { citizenId: string; signer: string; keyRef: string; chain: readonly Uint8Array[] }

/** Notes the certificate a citizen signed with: the first time it is entered, later it is known. The action that signed journals it. */
export async function noteCitizenCertificate(
  ctx: ActionContext,
  { citizenId, signer, keyRef, chain }: Signed,
): Promise<UsableHolder> {
  const [der, ...above] = chain
  if (!der) throw new Error('a signature without its certificate')
  const certificate = readCertificate(der)
  const mark = fingerprint(certificate)
  const known = await holderByFingerprint(ctx.db, mark)
  if (known) return { ...known, endedUnit: null }
  refuse(whyNotRegister(certificate, { mode: ctx.settings.mode, now: ctx.now }))
  const holder: KeyHolder = {
    ...lineOf(certificate, above, ctx.now),
    signer,
    keyRef,
    kind: 'citizen',
    accountId: null,
    unitId: null,
    citizenId,
    namedUnitId: null,
    servesFrom: ctx.now,
  }
  await saveHolder(ctx.db, holder)
  return { ...holder, endedUnit: null }
}
