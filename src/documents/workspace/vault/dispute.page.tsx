import { formatDate, formatDateTime } from '../../../platform/dates.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  HiddenToken,
  Radios,
  SummaryList,
  TextArea,
  type ErrorItem,
} from '../../../ui/index.ts'
import type { DisputedPaper } from '../../vault/dispute/answer-dispute.ts'
import { DISPUTE_OUTCOMES } from '../../vault/dispute/dispute.ts'
import { proofWords } from '../../vault/texts.ts'
import { vaultWorkTexts as words } from './texts.ts'

export type AnswerSent = { typed?: { outcome: string; answer: string }; errors?: ErrorItem[] }

type Props = { disputed: DisputedPaper; sent: AnswerSent; token: string }

/** One paper that is said to be wrong, beside its files, and the answer. */
export function DisputePage({ disputed: { dispute, entry }, sent, token }: Props) {
  const told = (label: string, value: string | null) => (value === null ? [] : [{ label, value }])
  return (
    <div class="cuon-trang">
      <BackLink href="/kho/bao-sai">{words.back}</BackLink>
      <ErrorSummary errors={sent.errors ?? []} />
      <h2>{entry.title}</h2>
      <SummaryList
        boxed
        rows={[
          { label: `${words.said}, ${formatDateTime(dispute.createdAt)}`, value: dispute.words },
          ...told(words.number, entry.number),
          ...told(words.issuedOn, entry.issuedOn && formatDate(entry.issuedOn)),
          { label: words.source, value: entry.sourceCode },
          { label: words.proof, value: proofWords[entry.proof] },
        ]}
      />
      <ul class="ds-hs">
        {entry.fileIds.map((fileId, index) => (
          <li key={fileId}>
            <a href={`/kho/bao-sai/${dispute.id}/tep/${index + 1}`} target="_blank" rel="noopener">
              {words.file(index + 1)}
            </a>
          </li>
        ))}
      </ul>
      {dispute.answeredAt === null ? (
        <AnswerForm sent={sent} token={token} />
      ) : (
        <SummaryList
          boxed
          rows={[
            {
              label: `${words.answeredBefore}, ${formatDateTime(dispute.answeredAt)}`,
              value: `${dispute.answeredByName}: ${dispute.answer}`,
            },
          ]}
        />
      )}
    </div>
  )
}

function AnswerForm({ sent: { typed, errors = [] }, token }: Pick<Props, 'sent' | 'token'>) {
  const error = (name: string) => {
    const found = errors.find(({ field }) => field === name)
    return found ? { error: found.message } : {}
  }
  return (
    <form method="post" class="mot-cot">
      <HiddenToken token={token} />
      <Radios
        name="ket-luan"
        label={words.outcome}
        value={typed?.outcome ?? ''}
        options={DISPUTE_OUTCOMES.map((value) => ({
          value,
          label: words.outcomes[value],
          hint: words.outcomeHints[value],
        }))}
        {...error('ket-luan')}
      />
      <TextArea
        name="tra-loi"
        label={words.answer}
        hint={words.answerHint}
        rows={4}
        maxLength={2_000}
        value={typed?.answer ?? ''}
        {...error('tra-loi')}
      />
      <Button>{words.send}</Button>
    </form>
  )
}
