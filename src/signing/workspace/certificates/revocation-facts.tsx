import { formatDateTime } from '../../../platform/dates.ts'
import type { KeyHolder } from '../../register/key-holder.ts'
import { certificateTexts as t, revocationWords, stateWords } from './texts.ts'

/** What the authority answered and when, and what was written down by hand. */
export function RevocationFacts({ holder: one }: { holder: KeyHolder }) {
  const at = (when: Date | null) => (when === null ? '' : formatDateTime(when))
  const source = one.revocationSource === 'ocsp' ? 'OCSP' : 'CRL'
  return (
    <>
      {revocationWords[one.revocation]}
      {one.revokedAt !== null && ` ${t.revokedSince(at(one.revokedAt), one.revocationReason ?? '')}`}
      {one.revocationAskedAt !== null && (
        <>
          <br />
          <small class="nhe so">
            {t.asked(at(one.revocationAskedAt))}
            {one.revocationAnsweredAt !== null &&
              `; ${t.answered(source, at(one.revocationAnsweredAt), at(one.revocationValidUntil))}`}
          </small>
        </>
      )}
      {one.stoppedAs !== null && (
        <>
          <br />
          <b>{t.byNotice(stateWords[one.stoppedAs], at(one.stoppedAt), one.stopReason ?? '', one.stopNotice ?? '')}</b>
        </>
      )}
    </>
  )
}
