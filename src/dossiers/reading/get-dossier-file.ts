import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { fileById, refuseClosedCopy, type StoredFile } from '../../documents/index.ts'
import { DossierCodeInput, FileIdInput } from '../filing/filing-input.ts'
import { formsReadBy } from '../papers/store.ts'
import { dossierWithinReach } from '../reach.ts'
import { isFileOf } from '../store.ts'

/** A file handed in with a dossier or made for it, for those who reach the dossier; reading it is on record. */
export const getDossierFile = query({
  name: 'dossiers.get-file',
  roles: ['citizen', 'intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk', 'supervisor'],
  input: Type.Object({ dossierCode: DossierCodeInput, fileId: FileIdInput }),
  async run({ db }, actor, { dossierCode, fileId }): Promise<StoredFile> {
    const dossier = await dossierWithinReach(db, actor, dossierCode)
    const isThere = await isFileOf(db, dossier.id, fileId, {
      forms: formsReadBy(actor),
      // Records of the steps stay between offices: several officers' opinions need not be on the result.
      readsRecords: actor.kind !== 'citizen',
    })
    const file = isThere ? await fileById(db, fileId) : undefined
    if (!file) throw new Refusal('platform.not-found')
    await refuseClosedCopy(db, actor, fileId)
    return file
  },
  reads: (actor, { fileId }) => (actor.kind === 'citizen' ? [] : [`file:${fileId}`]),
})
