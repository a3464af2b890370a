import type { VNode } from 'preact'
import { formatDate, formatDateTime } from '../../platform/dates.ts'
import { doneBy, type DossierView, type SupplementTaken } from '../../dossiers/index.ts'
import { fill, formWords } from '../../dossiers/workspace/texts.ts'
import { Avatar, EmptyState, Tag } from '../../ui/index.ts'
import { dossierTexts as texts } from './texts.ts'

type Opinion = { at: Date; by: string; title: VNode | string; lines: (VNode | string)[] }

/** What officers wrote about the dossier, newest first. */
export function OpinionsTab({ view }: { view: DossierView }) {
  const opinions = opinionsOf(view)
  if (opinions.length === 0) {
    return (
      <EmptyState icon="message-square" title={texts.noOpinion} level={3}>
        {texts.noOpinionHint}
      </EmptyState>
    )
  }
  return (
    <ol class="y-kien">
      {opinions.map(({ at, by, title, lines }, index) => (
        <li key={index}>
          <Avatar name={by} small />
          <div>
            <p>
              <b>{by}</b> <span class="nhe so">{formatDateTime(at)}</span>
            </p>
            <p>{title}</p>
            {lines.map((line, order) => (
              <p key={order}>{line}</p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  )
}

export function opinionsOf({ appraisals, supplements, refusal, steps, unitNames }: DossierView): Opinion[] {
  const conclusions = appraisals.map(({ at, byName, outcome, note }) => ({
    at,
    by: byName,
    title: (
      <Tag
        tone={outcome === 'eligible' ? 'ok' : 'late-soft'}
      >{`${texts.conclusion}: ${texts[outcome].toLocaleLowerCase('vi')}`}</Tag>
    ),
    lines: [note],
  }))
  const requests = supplements.map((request) => ({
    at: request.requestedAt,
    by: request.byName,
    title: <Tag tone="hold">{fill(texts.supplement, { no: request.no })}</Tag>,
    lines: [
      ...request.items.map(({ no, what, reason, how }) => `${no}. ${what}. ${reason} ${how}`),
      ...(request.whyAgain ? [fill(texts.whyAgain, { why: request.whyAgain })] : []),
      request.answeredAt
        ? fill(texts.answered, { at: formatDateTime(request.answeredAt) })
        : fill(texts.notAnswered, { day: formatDate(request.replyBy) }),
      ...(request.taken ? [takenLine(request.taken, unitNames)] : []),
      ...(request.answerNote ? [fill(texts.answer, { note: request.answerNote })] : []),
    ],
  }))
  const refusals = refusal
    ? [
        {
          at: refusal.at,
          by: refusal.byName,
          title: <Tag tone="late-soft">{texts.refusal}</Tag>,
          lines: [refusal.reason, fill(texts.basis, { basis: refusal.legalBasis })],
        },
      ]
    : []
  const notes = steps
    .filter(({ note, action }) => note !== null && action !== 'refuseIntake')
    .map(({ at, byName, byAccountId, action, note }) => ({
      at,
      by: byName,
      title: doneBy({ action, byAccountId }),
      lines: [note ?? ''],
    }))
  return [...conclusions, ...requests, ...refusals, ...notes].toSorted((a, b) => b.at.getTime() - a.at.getTime())
}

/** Where a desk took the answer, and in which form each paper was. */
function takenLine({ unitId, byName, items }: SupplementTaken, unitNames: DossierView['unitNames']): string {
  const forms = items.flatMap(({ no, form }) => (form === null ? [] : [`${no}: ${formWords[form]}`]))
  return fill(texts.takenAt, { unit: unitNames[unitId] ?? '', name: byName, items: forms.join('; ') })
}
