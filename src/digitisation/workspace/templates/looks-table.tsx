import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { kindNames } from '../../../forms/index.ts'
import { Table } from '../../../ui/index.ts'
import type { TemplateField } from '../../extraction/template.ts'
import { SPANS, type Span } from '../../templates/field-figures.ts'
import type { FieldLooks } from '../../templates/figures-store.ts'
import { fieldPath, slipsPath, templatePath } from './paths.ts'
import { templatePageTexts as words } from './texts.ts'

type Props = {
  typeCode: string
  fields: readonly TemplateField[]
  looks: readonly FieldLooks[]
  months: Span
  isEditing: boolean
}

/** Every field: where it is looked for, and how people found what was read, so that a bad one is seen. */
export function FieldsTable({ typeCode, fields, looks, months, isEditing }: Props) {
  const of = (name: string) => looks.find((one) => one.name === name)
  return (
    <>
      <p class="nhe cach">
        {words.looksLead}{' '}
        {SPANS.map((span) =>
          span === months ? (
            <b key={span}>{fill(words.months, { span })} </b>
          ) : (
            <span key={span}>
              <a href={`${templatePath(typeCode)}?thang=${span}`}>{fill(words.months, { span })}</a>{' '}
            </span>
          ),
        )}
      </p>
      <Table
        caption={words.fields}
        captionHidden
        rows={fields}
        rowKey={({ name }) => name}
        columns={[
          {
            title: words.field,
            rowHeader: true,
            cell: ({ name, words: label }) =>
              isEditing ? <a href={fieldPath(typeCode, name)}>{label}</a> : <>{label}</>,
          },
          {
            title: words.where,
            cell: (field) => (
              <>
                {whereOf(field)} <span class="nhe">({kindNames[field.kind]})</span>
              </>
            ),
          },
          { title: words.readRight, kind: 'number', cell: ({ name }) => rightOf(of(name)) },
          {
            title: words.readWrong,
            cell: ({ name, words: label }) => {
              const found = of(name)
              if (!found || found.looked === found.right) return null
              return (
                <>
                  {words.slips(found)}{' '}
                  <a href={slipsPath(typeCode, name, months)}>
                    {words.examples} <span class="an">{label}</span>
                  </a>
                </>
              )
            },
          },
        ]}
      />
    </>
  )
}

function rightOf(looks: FieldLooks | undefined): string {
  return looks ? words.rightShare(looks.right, looks.looked) : words.notLooked
}

function whereOf({ label, under, cell, find, area }: TemplateField): string {
  if (find) return words.foundBy[find]
  if (cell) return words.inCell(cell[0] ?? '', cell[1] ?? '')
  if (area) return words.inArea
  const [first] = label ?? []
  return first === undefined ? words.nowhere : words.behindLabel(first) + (under ? words.underLabel(under) : '')
}
