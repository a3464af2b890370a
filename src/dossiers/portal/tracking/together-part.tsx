import { ButtonLink, Notice } from '../../../ui/index.ts'
import { togetherTexts as words } from '../../co-applicants/texts.ts'
import { waitsForOf } from '../../co-applicants/withdrawal.ts'
import type { DossierView } from '../../reading/get-dossier.ts'

/** Who applied together, and whether one of them wants it back. */
export function Together({ view: { dossier, coApplicants, withdrawalWishes } }: { view: DossierView }) {
  if (coApplicants.length === 0) return null
  const [wish] = withdrawalWishes
  return (
    <>
      <p class="nhe">
        {words.together}: {coApplicants.map(({ fullName }) => fullName).join(', ')}
      </p>
      {wish && (
        <>
          <Notice tone="soon" title={words.withdrawAsked(wish.byName)}>
            {words.withdrawAll(waitsForOf(dossier, coApplicants, withdrawalWishes).join(', '))}
          </Notice>
          <p>
            <ButtonLink kind="secondary" href={`/ho-so/${dossier.code}/rut`}>
              {words.answerWithdrawal}
            </ButtonLink>
          </p>
        </>
      )}
    </>
  )
}
