import { BackLink, Button, ButtonLink, ErrorSummary, HiddenToken, Notice, TextArea } from '../../../ui/index.ts'
import { togetherTexts } from '../../co-applicants/texts.ts'
import { waitsForOf } from '../../co-applicants/withdrawal.ts'
import type { DossierView } from '../../reading/get-dossier.ts'
import { shortProcedureName } from '../paper-names.ts'
import { withdrawTexts as words } from '../texts.ts'
import type { Asked } from './withdraw-routes.tsx'

type Props = { view: DossierView; asked: Asked; token: string }

/** What withdrawing means, and the reason in the citizen's own words. */
export function WithdrawPage({ view, asked, token }: Props) {
  const { dossier, procedure, coApplicants, withdrawalWishes } = view
  const back = `/ho-so/${dossier.code}`
  const errors = [
    ...(asked.problem === undefined ? [] : [{ message: asked.problem }]),
    ...(asked.missing === undefined ? [] : [{ field: 'ly-do', message: asked.missing }]),
  ]
  return (
    <>
      <BackLink href={back}>{words.back}</BackLink>
      <div class="mot">
        {errors.length > 0 && <ErrorSummary errors={errors} />}
        <p class="nhe khong-cach">
          <span class="ma">{dossier.code}</span>, {shortProcedureName(procedure.name)}
        </p>
        <h1>{words.title}</h1>
        <Notice tone="soon">{words.means}</Notice>
        <p>{words.again}</p>
        {coApplicants.length > 0 && (
          <Notice>{togetherTexts.withdrawAll(waitsForOf(dossier, coApplicants, withdrawalWishes).join(', '))}</Notice>
        )}
        <form method="post">
          <HiddenToken token={token} />
          <TextArea
            name="ly-do"
            label={words.reason}
            hint={words.reasonHint}
            rows={3}
            maxLength={1_000}
            value={asked.reason}
            {...(asked.missing === undefined ? {} : { error: asked.missing })}
          />
          <p>
            <Button kind="danger" large wide>
              {words.confirm}
            </Button>
          </p>
          <ButtonLink kind="quiet" wide href={back}>
            {words.keep}
          </ButtonLink>
        </form>
        {withdrawalWishes.length > 0 && (
          <form method="post" action={`${back}/giu`}>
            <HiddenToken token={token} />
            <Button kind="secondary" wide>
              {togetherTexts.keepIt}
            </Button>
          </form>
        )}
      </div>
    </>
  )
}
