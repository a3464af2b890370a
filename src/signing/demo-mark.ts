import type { Certificate } from './crypto/certificate.ts'

/** Stands in the name of everything a demonstration makes, so that nobody takes it for real. */
export const DEMO_MARK = 'DEMO - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ'

/** A certificate of a demonstration, by its own names or its issuer's. */
export function saysDemo({ subject, issuer }: Pick<Certificate, 'subject' | 'issuer'>): boolean {
  return [...subject.all, ...issuer.all].some(([, value]) => value.normalize('NFC').includes(DEMO_MARK))
}
