import { formatDateTime } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { Button, Field, HiddenToken, Icon, Tag } from '../../ui/index.ts'
import type { Hint } from '../bench/hint.ts'
import { faultWords } from '../bench/texts.ts'
import { isSure, type PaperValue } from '../bench/value.ts'
import type { Page } from '../intake/scan.ts'
import { Snippet } from './page-view.tsx'
import { paperPath, valueHref } from './paths.ts'
import { percentOf } from './sureness.tsx'
import { benchTexts as t, hintSourceWords } from './texts.ts'

export const BOX = 'gia-tri'

/** What was typed and refused, given back. */
export type Typed = { text: string; error: string; isStrange: boolean }

type Props = {
  paperId: string
  pages: readonly Page[]
  value: PaperValue
  next: PaperValue | undefined
  typed: Typed | undefined
  token: string
}

/** One value enlarged, with everything that helps to decide; Enter says that it is right. */
export function DoubtCard({ paperId, pages, value, next, typed, token }: Props) {
  const { id, label, source, version } = value
  const choices = choicesOf(value)
  const shown = typed?.text ?? value.settled?.text ?? value.first?.text ?? value.readText
  return (
    <form
      class="to-mo"
      method="post"
      action={paperPath(paperId, `/muc/${id}`)}
      aria-labelledby="muc-dang-xem"
      data-bench
    >
      <HiddenToken token={token} />
      <input type="hidden" name="phien-ban" value={version} />
      <h3>
        <span id="muc-dang-xem">{label}</span>
        <Doubt value={value} />
      </h3>
      <Snippet paperId={paperId} pages={pages} value={value} />
      {source === 'code' && <p class="nhe nho">{t.fromCode}</p>}
      {value.faults.map((fault) => (
        <p class="loi-nho" key={fault}>
          <Icon name="triangle-alert" tone="soon" /> {fill(t.fault, { why: faultWords(fault) })}
        </p>
      ))}
      {value.state === 'differs' && (
        <p class="loi-nho">
          {fill(t.twoReadings, {
            first: value.first?.text ?? t.nothing,
            second: value.second?.text ?? t.nothing,
          })}
        </p>
      )}
      {value.state === 'once' && value.first === null && <p class="nhe nho">{t.secondLook}</p>}
      <div class="de-xuat">
        <Field
          name={BOX}
          label={t.youRead}
          value={shown}
          spellCheck={false}
          autoFocus={typed !== undefined}
          autoComplete="off"
          {...(typed ? { error: typed.error } : {})}
        />
        <Button name="viec" value="dung" autoFocus={!typed}>
          {t.right} <kbd aria-hidden="true">Enter</kbd>
        </Button>
        {choices.map((choice, at) => (
          <Button key={choice} kind="secondary" name="chon" value={choice} shortcut={String(at + 1)}>
            {choice}
          </Button>
        ))}
        <Button kind="secondary" name="viec" value="khong-doc" shortcut="0">
          {source === 'none' ? t.absent : t.unreadable}
        </Button>
        {typed?.isStrange && (
          <Button kind="secondary" name="viec" value="nhu-giay">
            {t.asPrinted}
          </Button>
        )}
      </div>
      {value.hints.map((hint) => (
        <HintLine key={`${hint.source} ${hint.text}`} hint={hint} />
      ))}
      {next && (
        <a class="de-sau" href={valueHref(paperId, next.id)} data-next-doubt>
          {t.later}
        </a>
      )}
    </form>
  )
}

/** What may be chosen by a figure: other ways it may have been printed, what two people found, what other sources say. */
export function choicesOf({ alternatives, readText, state, first, second, hints }: PaperValue): string[] {
  const differing = state === 'differs' ? [first?.text, second?.text] : []
  const others = hints.filter(({ agrees, text }) => !agrees && text !== '').map(({ text }) => text)
  const all = [...differing, ...alternatives.map(({ text }) => text), ...others].flatMap((text) => text ?? [])
  return [...new Set(all)].filter((text) => state === 'differs' || text !== readText).slice(0, 9)
}

function Doubt({ value }: { value: PaperValue }) {
  if (value.state === 'differs') return <Tag tone="late-soft">{t.differs}</Tag>
  if (value.state === 'once') return <Tag tone="hold">{t.second}</Tag>
  if (value.source === 'none') return <Tag icon="circle-help">{t.notFound}</Tag>
  if (value.faults.length > 0) return <Tag tone="late-soft">{t.strange}</Tag>
  const others = value.hints.filter(({ agrees }) => !agrees)
  if (others.some(({ text }) => text !== '')) return <Tag tone="late-soft">{t.otherSays}</Tag>
  if (others.length > 0) return <Tag tone="late-soft">{t.otherHasNot}</Tag>
  const percent = percentOf(value.confidence)
  if (isSure(value)) return <Tag tone="ok">{percent}%</Tag>
  return (
    <Tag tone="late-soft" icon="circle-help">
      {fill(t.unsure, { percent })}
    </Tag>
  )
}

/** Another source beside the value, with where it is from; it never fills the box by itself. */
function HintLine({ hint: { source, about, text, agrees, at } }: { hint: Hint }) {
  const from = { source: hintSourceWords[source], about, text }
  const words = text === '' ? t.hintUnknown : text === about ? t.hintPerson : t.hint
  return (
    <p class="cu2">
      <Icon name={agrees ? 'check' : 'triangle-alert'} tone={agrees ? 'ok' : 'soon'} /> {fill(words, from)}{' '}
      {text !== '' && <b>{agrees ? t.hintSame : t.hintOther}</b>}{' '}
      <span class="nhe">({fill(t.hintAt, { at: formatDateTime(new Date(at)) })})</span>
    </p>
  )
}
