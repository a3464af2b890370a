import type { ComponentChildren } from 'preact'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { Button, classNames, Details, HiddenToken } from '../../ui/index.ts'
import type { PaperValue } from '../bench/value.ts'
import { originOf, shownText } from '../provenance/origin.ts'
import type { Sorted } from './desk-of-values.ts'
import { OriginMark } from './origin-mark.tsx'
import { paperPath, valueHref } from './paths.ts'
import { Sureness } from './sureness.tsx'
import { benchTexts as t } from './texts.ts'

type Props = { paperId: string; values: Sorted; current: PaperValue | undefined; mayLook: boolean; token: string }

/** All values of a paper by what is to be done about them; what the machine is sure of is one press after a look. */
export function ValuesPanel({ paperId, values, current, mayLook, token }: Props) {
  const { doubts, sure, absent, waiting, settled } = values
  const isDown = doubts.length === 0
  const rows = (list: readonly PaperValue[]) => (
    <ValueTable paperId={paperId} values={list} current={current} mayLook={mayLook} />
  )
  const together = (what: 'sure' | 'absent', list: readonly PaperValue[], words: string, isFirst: boolean) =>
    mayLook && (
      <form method="post" action={paperPath(paperId, '/cung-luc')} class="cung-luc">
        <HiddenToken token={token} />
        <input type="hidden" name="gi" value={what} />
        {list.map(({ id, version }) => (
          <input key={id} type="hidden" name="muc" value={`${id}.${version}`} />
        ))}
        <p class="nhe nho">{t.confirmHint}</p>
        <Button kind={isFirst ? 'primary' : 'secondary'} autoFocus={isFirst}>
          {fill(words, { n: list.length })}
        </Button>
      </form>
    )
  return (
    <>
      {doubts.length > 0 && <Part title={fill(t.doubts, { n: doubts.length })}>{rows(doubts)}</Part>}
      {sure.length > 0 && (
        <Details summary={fill(t.sure, { n: sure.length })} open={isDown}>
          {rows(sure)}
          {together('sure', sure, t.confirmSure, isDown)}
        </Details>
      )}
      {absent.length > 0 && (
        <Details summary={fill(t.absentOnes, { n: absent.length })} open={isDown}>
          {rows(absent)}
          {together('absent', absent, t.confirmAbsent, isDown && sure.length === 0)}
        </Details>
      )}
      {waiting.length > 0 && <Details summary={fill(t.waiting, { n: waiting.length })}>{rows(waiting)}</Details>}
      {settled.length > 0 && (
        <Details summary={fill(t.settled, { n: settled.length })} open={isDown && sure.length + absent.length === 0}>
          {rows(settled)}
        </Details>
      )}
    </>
  )
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3 class="nhom-muc">{title}</h3>
      {children}
    </section>
  )
}

type TableProps = { paperId: string; values: readonly PaperValue[]; current: PaperValue | undefined; mayLook: boolean }

/** Each value with its mark: nothing that nobody answers for looks as if somebody did. */
function ValueTable({ paperId, values, current, mayLook }: TableProps) {
  return (
    <table class="ft">
      <caption class="an">{t.table}</caption>
      <thead class="an">
        <tr>
          <th scope="col">{t.label}</th>
          <th scope="col">{t.value}</th>
          <th scope="col">{t.mark}</th>
        </tr>
      </thead>
      <tbody>
        {values.map((value) => (
          <tr key={value.id} class={classNames(value.id === current?.id && 'chon2')}>
            <th scope="row">
              {mayLook ? (
                <a href={valueHref(paperId, value.id)} aria-label={fill(t.open, { label: value.label })}>
                  {value.label}
                </a>
              ) : (
                value.label
              )}
            </th>
            <td>{shownText(value) || '–'}</td>
            <td class="tc">
              {value.state === 'read' && value.source !== 'none' ? (
                <Sureness value={value} />
              ) : (
                <OriginMark origin={originOf(value)} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
