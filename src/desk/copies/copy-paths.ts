import { workPath } from '../../dossiers/index.ts'
import type { CertifiedCopy } from './certified-copy.ts'

export const COPY_REGISTER = '/so-sao-y'

/** Where the copies of a dossier's papers, or of a paper of none, are made. */
export function copyPlacePath({ dossierCode, paperId }: Pick<CertifiedCopy, 'dossierCode' | 'paperId'>): string {
  return dossierCode === null ? `${COPY_REGISTER}/giay-to/${paperId}` : workPath(dossierCode, '/ban-sao')
}
