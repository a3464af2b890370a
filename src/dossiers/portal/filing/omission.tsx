import { Button, fieldId, HiddenToken, Notice, Radios } from '../../../ui/index.ts'
import type { Omission } from '../../dossier.ts'
import { markOf, omissionPage } from '../../drafts/draft.ts'
import { filingTexts as words } from '../texts.ts'
import type { FiledPaper, Filing } from './open-filing.ts'
import { PartMark } from './part-mark.tsx'
import { paperAddress } from './parts.ts'

type Props = { filing: Filing; paper: FiledPaper; token: string }

/** Why the paper is not handed in, and a button that takes it back. */
export function Omitted({ filing, paper, token, reason }: Props & { reason: Omission }) {
  return (
    <form id={fieldId('lyDo')} method="post" action={`${paperAddress(filing, paper)}/khong-nop`}>
      <HiddenToken token={token} />
      <OmissionMark filing={filing} paper={paper} />
      <Notice title={words.omitted}>{words.omissions[reason]}.</Notice>
      <Button kind="secondary" name="lyDo" value="">
        {words.undoOmission}
      </Button>
    </form>
  )
}

export function NotHandingIn({ filing, paper, error, token }: Props & { error: string | undefined }) {
  // A paper asked of some only is simply left out; a declaration is filled in on screen.
  if (paper.conditional || paper.eform || paper.omissions.length === 0) return null
  return (
    <form method="post" action={`${paperAddress(filing, paper)}/khong-nop`}>
      <HiddenToken token={token} />
      <OmissionMark filing={filing} paper={paper} />
      <div class="dau-muc">
        <h2>{words.notHandingIn}</h2>
      </div>
      <Radios
        name="lyDo"
        label={words.notHandingInQuestion}
        hint={words.notHandingInHint}
        options={paper.omissions.map((value) => ({
          value,
          label: words.omissions[value],
          hint: words.omissionHints[value],
        }))}
        {...(error === undefined ? {} : { error })}
      />
      <Button kind="secondary">{words.notHandingInSave}</Button>
    </form>
  )
}

/** Two devices choose one reason between them, not the later one unseen. */
function OmissionMark({ filing: { draft }, paper: { no } }: Pick<Props, 'filing' | 'paper'>) {
  return <PartMark mark={markOf(draft.pages[omissionPage(no)])} />
}
