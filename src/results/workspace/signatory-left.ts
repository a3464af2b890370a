import type { WebRequest } from '../../platform/web/web.ts'
import { signatoriesOf } from '../draft-source.ts'
import type { OpenResult } from './open-result.ts'

export const signatoryOf = ({ view }: OpenResult): string => view.result.content.signature.fullName

/** Whether the person the paper names signs here no more. */
export async function hasSignatoryLeft({ server }: WebRequest, { dossier, view }: OpenResult): Promise<boolean> {
  const { db, clock } = server.app
  const signing = await signatoriesOf(db, dossier.dossier, clock.now())
  return !signing.some(({ accountId }) => accountId === view.result.signatoryAccountId)
}
