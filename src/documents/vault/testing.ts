import { newId } from '../../platform/id.ts'
import type { KeptPaper } from './keep-in-vault.ts'

/** A result of this system for the vault of Nguyễn Thu Hạnh, as far as it is not told. */
export function aPaper(paper: Pick<KeptPaper, 'fileIds'> & Partial<KeptPaper>): KeptPaper {
  return {
    owner: { kind: 'personal-id', number: '022188000512' },
    typeCode: 'birth-certificate',
    title: 'Giấy khai sinh',
    about: null,
    number: '12/TP-2026',
    issuer: 'Ủy ban nhân dân phường Bãi Cháy',
    issuedOn: '2026-11-20',
    validFrom: null,
    proof: 'issued-here',
    verificationCode: newId(),
    source: `dossier:${newId()}`,
    sourceCode: 'H49.136-261120-0001',
    keeperUnitId: newId(),
    ...paper,
  }
}
