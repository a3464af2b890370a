import { holds, type Actor } from '../../../platform/actor.ts'
import { formatDateTime } from '../../../platform/dates.ts'
import { Button, ErrorSummary, Field, HiddenToken, Radios, Table, type ErrorItem } from '../../../ui/index.ts'
import { HELPING, helpAddress } from '../../helping/addresses.ts'
import type { HelpView } from '../../helping/get-help.ts'
import { helpingTexts as words } from './texts.ts'

/** Names of the boxes. */
export const BOXES = {
  fullName: 'ho-ten',
  personalId: 'so-dinh-danh',
  phone: 'dien-thoai',
  procedure: 'thu-tuc',
  chosen: 'chon',
} as const

export type AskedHelp = {
  fullName: string
  personalId: string
  phone: string
  /** Words or the code of the procedure, and what they find. */
  procedure: string
  found: { code: string; name: string }[]
  chosen: string
  errors: ErrorItem[]
}

type Props = { asked: AskedHelp; helps: readonly HelpView[]; actor: Actor; token: string }

/** Whom to help with what, and the helps so far. */
export function AskPage({ asked, helps, actor, token }: Props) {
  const errorAt = (name: string) => {
    const error = asked.errors.find((one) => 'field' in one && one.field === name)
    return error ? { error: error.message } : {}
  }
  return (
    <div class="cuon-trang">
      <ErrorSummary errors={asked.errors} />
      <p class="nhe">{words.lead}</p>
      <h2>{words.newTitle}</h2>
      <form method="post" action={HELPING}>
        <HiddenToken token={token} />
        <Field
          name={BOXES.fullName}
          label={words.fullName}
          value={asked.fullName}
          autoComplete="off"
          {...errorAt(BOXES.fullName)}
        />
        <Field
          name={BOXES.personalId}
          label={words.personalId}
          hint={words.personalIdHint}
          value={asked.personalId}
          inputMode="numeric"
          autoComplete="off"
          {...errorAt(BOXES.personalId)}
        />
        <Field
          name={BOXES.phone}
          type="tel"
          label={words.phone}
          hint={words.phoneHint}
          value={asked.phone}
          optional
          autoComplete="off"
          {...errorAt(BOXES.phone)}
        />
        <Field
          name={BOXES.procedure}
          label={words.procedure}
          hint={words.procedureHint}
          value={asked.procedure}
          autoComplete="off"
          {...errorAt(BOXES.procedure)}
        />
        {asked.found.length > 0 && (
          <Radios
            name={BOXES.chosen}
            label={words.found}
            options={asked.found.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
            value={asked.chosen}
          />
        )}
        {asked.procedure !== '' && asked.found.length === 0 && <p>{words.noneFound}</p>}
        <p class="hang">
          <Button icon="smartphone" name="cach" value="ma">
            {words.sendCode}
          </Button>
          {holds(actor, 'intake-officer') && (
            <Button kind="secondary" icon="user-check" name="cach" value="giay">
              {words.withPaper}
            </Button>
          )}
        </p>
      </form>
      <h2>{words.own}</h2>
      <Table
        caption={words.own}
        captionHidden
        rows={helps}
        rowKey={({ id }) => id}
        empty={<p class="nhe">{words.none}</p>}
        columns={[
          {
            title: words.person,
            rowHeader: true,
            cell: ({ id, helpedName }) => <a href={helpAddress(id)}>{helpedName}</a>,
          },
          { title: words.procedure, cell: ({ procedureName }) => procedureName },
          { title: words.when, cell: ({ askedAt }) => <span class="so">{formatDateTime(askedAt)}</span> },
          { title: words.state, cell: (help) => words.states[stateOf(help)] },
        ]}
      />
    </div>
  )
}

export function stateOf({ isOpen, confirmedAt, endedAt }: HelpView): keyof typeof words.states {
  if (isOpen) return 'open'
  return confirmedAt === null && endedAt === null ? 'asked' : 'over'
}
