import { formatDate } from '../../platform/dates.ts'
import { Actions, Button, EmptyState, Field, HiddenToken, Notice, Panel, Select } from '../../ui/index.ts'
import { publishedTerms } from '../portal/terms.ts'
import { plainName, termWords } from '../portal/words.ts'
import type { ProcedureCase, ProcedureVersion } from '../procedure.ts'
import { isOpen } from '../stated-term.ts'
import { termPageTexts as texts } from './texts.ts'

export const TERM_UNITS = ['working-day', 'day', 'hour', 'month', 'year', 'within-day'] as const

export type TypedTerm = Partial<Record<'quantity' | 'unit' | 'documentNumber' | 'documentOn' | 'note', string>>

type Props = {
  procedure: ProcedureVersion
  /** Who decides what the term is. */
  decider: string
  mayState: boolean
  token: string
  done: boolean
  /** The case whose form was sent and refused, with what was typed. */
  failed?: { caseCode: string; problem: string; typed: TypedTerm }
}

/** The published words on each unclear term, and a form that states it on a document. */
export function TermPage({ procedure, decider, done, ...forms }: Props) {
  const open = procedure.cases.filter(isOpen)
  return (
    <div class="cuon-trang">
      <div class="mot-cot">
        {done && (
          <Notice tone="ok" role="status">
            {texts.done}
          </Notice>
        )}
        <p>
          <span class="ma nhe">{procedure.code}</span> {procedure.name}
        </p>
        <p>{texts.lead(decider)}</p>
        {open.length === 0 && <EmptyState icon="circle-check" title={texts.nothing} />}
        {open.map((one) => (
          <CasePanel one={one} procedure={procedure} {...forms} key={one.code} />
        ))}
      </div>
    </div>
  )
}

type CaseProps = Pick<Props, 'procedure' | 'mayState' | 'token' | 'failed'> & { one: ProcedureCase }

function CasePanel({ one, procedure, mayState, token, failed }: CaseProps) {
  const { term, termSource, name } = one
  const words = publishedTerms({ cases: [one], methods: procedure.methods })
  const own = failed?.caseCode === one.code ? failed : undefined
  return (
    <Panel title={plainName(name)}>
      {term && termSource ? (
        <p>{texts.stated(termWords(term), termSource.documentNumber, formatDate(termSource.documentOn))}</p>
      ) : (
        <Notice tone="late">{texts.unclear}</Notice>
      )}
      <p class="nhe">{texts.published}</p>
      {words.length === 0 && <p>{texts.nothingPublished}</p>}
      {words.map((line) => (
        <p key={line}>
          <q>{line}</q>
        </p>
      ))}
      {own && (
        <Notice tone="late" role="alert">
          {own.problem}
        </Notice>
      )}
      {mayState && <StateForm caseCode={one.code} code={procedure.code} token={token} typed={own?.typed ?? {}} />}
    </Panel>
  )
}

function StateForm({
  caseCode,
  code,
  token,
  typed,
}: {
  caseCode: string
  code: string
  token: string
  typed: TypedTerm
}) {
  const field = (name: keyof TypedTerm) => ({
    name,
    id: `${name}-${caseCode}`,
    ...(typed[name] === undefined ? {} : { value: typed[name] }),
  })
  return (
    <form method="post" action={`/quan-tri/thu-tuc/${code}/thoi-han`} aria-label={texts.form}>
      <HiddenToken token={token} />
      <input type="hidden" name="caseCode" value={caseCode} />
      <Field {...field('quantity')} label={texts.quantity} hint={texts.quantityHint} width="short" figures required />
      <Select
        {...field('unit')}
        label={texts.unit}
        options={TERM_UNITS.map((unit) => ({ value: unit, label: texts.units[unit] }))}
      />
      <Field {...field('documentNumber')} label={texts.document} hint={texts.documentHint} maxLength={120} required />
      <Field {...field('documentOn')} label={texts.documentOn} type="date" width="short" figures required />
      <Field {...field('note')} label={texts.note} hint={texts.noteHint} maxLength={1_000} required />
      <Actions>
        <Button>{texts.state}</Button>
      </Actions>
    </form>
  )
}
