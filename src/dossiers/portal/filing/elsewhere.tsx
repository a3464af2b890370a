import { readAnswers, shownAnswers, type FormPage } from '../../../forms/index.ts'
import { ButtonLink, Notice, Table } from '../../../ui/index.ts'
import { filingTexts as words } from '../texts.ts'
import type { Filing } from './open-filing.ts'
import { draftAddress } from './parts.ts'

type Props = {
  /** As saved from elsewhere. */
  filing: Filing
  page: FormPage
  /** As just typed here. */
  values: Record<string, string>
}

/** Two windows or devices changed one part: what each has, question by question, and nothing decided yet. */
export function Elsewhere({ filing, page, values }: Props) {
  const rows = differences({ filing, page, values })
  const { question, yours, theirs } = words.elsewhereColumns
  return (
    <>
      <Notice tone="soon" role="alert" title={words.elsewhereTitle}>
        {words.elsewhereBody}
      </Notice>
      <Table
        caption={words.elsewhereTitle}
        captionHidden
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { title: question, cell: ({ label }) => label, rowHeader: true },
          { title: yours, cell: (row) => row.yours ?? words.elsewhereEmpty },
          { title: theirs, cell: (row) => row.theirs ?? words.elsewhereEmpty },
        ]}
      />
      <p>
        <ButtonLink kind="secondary" href={`${draftAddress(filing)}/${page.id}`}>
          {words.takeTheirs}
        </ButtonLink>
      </p>
    </>
  )
}

function differences({ filing, page, values }: Props) {
  const { form, today } = filing
  const texts = (typed: Record<string, string>) => {
    const { data } = readAnswers(form, typed, { today })
    return new Map(shownAnswers(form, data).map(({ name, text }) => [name, text]))
  }
  const [mine, others] = [texts(values), texts(filing.values)]
  const fields = page.sections.flatMap((section) => section.fields)
  return fields
    .filter(({ name }) => !(name in filing.held.locked))
    .map(({ name, label }) => ({
      name,
      label,
      yours: mine.get(name) ?? (values[name] || undefined),
      theirs: others.get(name) ?? (filing.values[name] || undefined),
    }))
    .filter(({ yours, theirs }) => yours !== theirs)
}
