import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { defineJob } from '../../platform/jobs.ts'
import { fileById } from '../store.ts'
import { SignatureFinding, signatureCheckerPort } from './signature-check.ts'
import { saveFinding } from './store.ts'

export const recordSignatures = action({
  name: 'documents.record-signatures',
  roles: ['system'],
  input: Type.Object({ fileId: Type.String({ format: 'uuid' }), finding: SignatureFinding }),
  async run({ db, now, journal }, _, { fileId, finding }) {
    if (!(await saveFinding(db, fileId, finding, now))) return
    const { verdict, pages } = finding
    journal({ subject: `file:${fileId}`, what: 'documents.signatures-checked', facts: { verdict, pages } })
  },
})

/** Verifies a signed file soon after it arrived, so that who reads it sees the verdict beside it. */
export const checkSignatures = defineJob<{ fileId: string }>(
  'documents.check-signatures',
  { retryLimit: 5 },
  async (app, { fileId }) => {
    const file = await fileById(app.db, fileId)
    if (!file?.signatures || file.signatures.finding !== null) return
    const finding = await app.ports.get(signatureCheckerPort)(await app.files.bytes(file.sha256))
    await runAction(app, recordSignatures, { kind: 'system', name: 'signature-check' }, { fileId, finding })
  },
)
