import { formatDateTime } from '../../../platform/dates.ts'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { ButtonLink, Icon, Rail, type IconName, type RailStep } from '../../../ui/index.ts'
import type { Check, CheckOutcome } from '../../round/checks.ts'
import type { RoundPaper } from '../../round/list-round.ts'
import type { Place } from '../places.ts'
import { checkWords, roundTexts as texts } from './texts.ts'

/** What the machine found about the paper on show, who did what, and what can be done with it alone. */
export function BeforeSigning({ paper, place }: { paper: RoundPaper; place: Place }) {
  const alone = `${place.path}/${encodeURIComponent(paper.item.code)}`
  return (
    <aside class="kt-ky" aria-label={texts.before}>
      <h2>{texts.before}</h2>
      <ul class="l">
        {paper.checks.map((check) => (
          <CheckLine check={check} key={check.code} />
        ))}
      </ul>
      <h2>{texts.who}</h2>
      <Rail steps={stepsOf(paper, place)} small />
      <div class="nut-ky">
        {paper.group !== 'blocked' && (
          <ButtonLink href={alone} shortcut="K" block>
            {place.as === 'signatory' ? texts.signAlone : texts.sealAlone}
          </ButtonLink>
        )}
        <ButtonLink href={`${alone}?tra-lai=1#tra-lai`} kind="secondary" shortcut="L" block>
          {texts.giveBack}
        </ButtonLink>
      </div>
    </aside>
  )
}

const ICONS = {
  passed: 'check',
  doubt: 'triangle-alert',
  refused: 'octagon-alert',
} satisfies Record<CheckOutcome, IconName>
const LOOKS = { passed: undefined, doubt: 'c', refused: 'x' } satisfies Record<CheckOutcome, string | undefined>

function CheckLine({ check }: { check: Check }) {
  const { title, detail } = checkWords(check)
  return (
    <li class={LOOKS[check.outcome]}>
      <Icon name={ICONS[check.outcome]} />
      <span>
        {check.outcome === 'passed' ? title : <b>{title}.</b>} {detail}
      </span>
    </li>
  )
}

function stepsOf({ result, checks }: RoundPaper, { as }: Place): RailStep[] {
  const { draftedByName, draftedAt, approvedByName, approvedAt } = result
  const at = (text: string, when: Date | null) => (when ? fill(text, { at: formatDateTime(when) }) : undefined)
  const done = (title: string, note: string | undefined): RailStep => ({
    title,
    state: 'done',
    ...(note === undefined ? {} : { note }),
  })
  const before = [done(draftedByName, at(texts.drafted, draftedAt))]
  if (approvedByName) before.push(done(approvedByName, at(texts.approved, approvedAt)))
  if (as === 'clerk') {
    const signed = checks.find(({ code }) => code === 'signed-by')?.facts
    before.push(done(result.content.signature.fullName, fill(texts.signed, { at: signed?.at ?? '' })))
    return [
      ...before,
      { title: texts.youSeal, state: 'current' },
      { title: texts.thenCitizen, state: 'waiting', note: texts.thenCitizenDoes },
    ]
  }
  const since = at(texts.since, approvedAt)
  return [
    ...before,
    { title: texts.youSign, state: 'current', ...(since === undefined ? {} : { note: since }) },
    { title: texts.thenClerk, state: 'waiting', note: texts.thenClerkDoes },
  ]
}
