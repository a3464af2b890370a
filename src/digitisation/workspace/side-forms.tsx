import { refusalSentence as fill } from '../../platform/refusal.ts'
import { Button, Details, Field, HiddenToken, Select } from '../../ui/index.ts'
import type { BenchPaper } from '../bench/get-paper.ts'
import { paperPath } from './paths.ts'
import { benchTexts as t } from './texts.ts'

type Props = { view: BenchPaper; token: string }

/** What kind of paper it is, when the machine was wrong or did not know. */
export function TypeForm({ view: { paper, types, typeName }, token }: Props) {
  return (
    <Details summary={t.change} open={typeName === null}>
      <form method="post" action={paperPath(paper.id, '/loai')} class="doi-loai">
        <HiddenToken token={token} />
        <Select
          name="loai"
          label={t.type}
          hint={t.changeHint}
          value={paper.typeCode ?? ''}
          options={[{ value: '', label: t.noType }, ...types.map(({ type, name }) => ({ value: type, label: name }))]}
        />
        <Button kind="secondary">{t.changeSubmit}</Button>
      </form>
    </Details>
  )
}

/** To whom, with a word: what one cannot read another may. */
export function HandOverForm({ view: { paper, checkers }, token, error }: Props & { error: string | undefined }) {
  if (checkers.length === 0) return <p class="nhe">{t.nobody}</p>
  return (
    <form method="post" action={paperPath(paper.id, '/chuyen')} class="to-mo chuyen" id="chuyen">
      <HiddenToken token={token} />
      <h3>{t.handOver}</h3>
      <Select
        name="cho"
        label={t.to}
        emptyLabel={t.toEmpty}
        options={checkers.map(({ accountId, fullName, position }) => ({
          value: accountId,
          label: [fullName, position].filter((words) => words !== '').join(', '),
        }))}
        {...(error === undefined ? {} : { error })}
      />
      <Field name="nhan" label={t.note} hint={t.noteHint} maxLength={500} />
      <Button kind="secondary">{t.handOverSubmit}</Button>
    </form>
  )
}

/** Who has it now, and what they were told. */
export function HandedOver({ view: { handOver } }: Pick<Props, 'view'>) {
  if (!handOver) return null
  const { byName: by, toName: to, note } = handOver
  return <p class="cu2">{fill(note === '' ? t.handedPlain : t.handedNote, { by, to, note })}</p>
}
