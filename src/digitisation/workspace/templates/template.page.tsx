import { formatDate, vietnamDate } from '../../../platform/dates.ts'
import {
  Actions,
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  FileInput,
  HiddenFields,
  HiddenToken,
  PageTitle,
  Panel,
  TextArea,
} from '../../../ui/index.ts'
import type { ErrorItem } from '../../../ui/index.ts'
import type { Span } from '../../templates/field-figures.ts'
import type { FieldLooks } from '../../templates/figures-store.ts'
import type { TemplateView } from '../../templates/get-templates.ts'
import type { StoredTemplate } from '../../templates/template-rules.ts'
import { FieldsTable } from './looks-table.tsx'
import { fieldPath, NEW_FIELD, templatePath, TEMPLATES_PATH } from './paths.ts'
import { SamplePanel } from './sample-panel.tsx'
import { templatePageTexts as words } from './texts.ts'

type Props = {
  typeCode: string
  view: TemplateView
  looks: readonly FieldLooks[]
  months: Span
  token: string | undefined
  errors: ErrorItem[]
}

/** A template: its titles, its fields, and what it takes off the samples; a draft is changed here and published. */
export function TemplatePage({ typeCode, view, looks, months, token, errors }: Props) {
  const { inForce, draft, versions, samples } = view
  const shown = draft?.content ?? inForce
  const editing = token === undefined || !draft ? undefined : { token, draft }
  return (
    <div class="cuon-trang">
      <ErrorSummary errors={errors} />
      <p>
        <a href={TEMPLATES_PATH}>{words.back}</a>
      </p>
      <PageTitle>{shown?.name ?? typeCode}</PageTitle>
      {token !== undefined && !draft && <Begin typeCode={typeCode} token={token} />}
      {editing && <Names typeCode={typeCode} {...editing} />}
      <FieldsTable {...{ typeCode, fields: shown?.fields ?? [], looks, months, isEditing: editing !== undefined }} />
      {editing && (
        <p>
          <ButtonLink href={fieldPath(typeCode, NEW_FIELD)} kind="secondary">
            {words.addField}
          </ButtonLink>
        </p>
      )}
      <h2>{words.samples}</h2>
      <p>{samples.length === 0 ? words.noSample : words.samplesLead}</p>
      {samples.map((sample) => (
        <SamplePanel
          key={sample.id}
          sample={sample}
          isDraft={draft !== undefined}
          hrefOf={editing && ((name) => fieldPath(typeCode, name))}
          token={token}
        />
      ))}
      {token !== undefined && <AddSample typeCode={typeCode} token={token} />}
      {editing && <Publish typeCode={typeCode} {...editing} />}
      <Versions versions={versions} />
    </div>
  )
}

function Begin({ typeCode, token }: { typeCode: string; token: string }) {
  return (
    <form method="post" action={`${templatePath(typeCode)}/viec`}>
      <HiddenToken token={token} />
      <Button name="viec" value="nhap">
        {words.begin}
      </Button>
    </form>
  )
}

type Editing = { typeCode: string; draft: StoredTemplate; token: string }

function Names({ typeCode, draft: { version, content }, token }: Editing) {
  return (
    <form method="post" action={`${templatePath(typeCode)}/ten`}>
      <HiddenToken token={token} />
      <HiddenFields fields={[['ban', String(version)]]} />
      <Field name="ten" label={words.name} value={content.name} />
      <TextArea name="tieu-de" label={words.titles} hint={words.titlesHint} value={content.title.join('\n')} rows={3} />
      <Button kind="secondary">{words.keepNames}</Button>
    </form>
  )
}

function AddSample({ typeCode, token }: { typeCode: string; token: string }) {
  return (
    <Panel title={words.addSample}>
      <form
        method="post"
        action={`${templatePath(typeCode)}/mau-thu?_csrf=${encodeURIComponent(token)}`}
        enctype="multipart/form-data"
      >
        <FileInput name="anh" label={words.sampleFile} accept="image/jpeg,image/png,application/pdf" />
        <Button kind="secondary">{words.send}</Button>
      </form>
    </Panel>
  )
}

function Publish({ typeCode, draft: { version }, token }: Editing) {
  return (
    <form method="post" action={`${templatePath(typeCode)}/viec`}>
      <HiddenToken token={token} />
      <HiddenFields fields={[['ban', String(version)]]} />
      <Actions>
        <Button name="viec" value="cong-bo">
          {words.publish}
        </Button>
        <Button kind="secondary" name="viec" value="bo">
          {words.drop}
        </Button>
      </Actions>
    </form>
  )
}

function Versions({ versions }: { versions: readonly StoredTemplate[] }) {
  const published = versions.flatMap(({ no, publishedAt, madeByName }) =>
    publishedAt ? [words.version(no, formatDate(vietnamDate(publishedAt)), madeByName)] : [],
  )
  if (published.length === 0) return null
  return (
    <>
      <h2>{words.versions}</h2>
      <ul>
        {published.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
