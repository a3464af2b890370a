import { formatDateTime } from '../../../platform/dates.ts'
import type { ProcedureVersion } from '../../../catalogue/index.ts'
import { BackLink, Button, ButtonLink, ErrorSummary, FileInput, PageTitle, TwoColumns } from '../../../ui/index.ts'
import type { ListedBundle } from '../../from-spreadsheet/store.ts'
import { shortProcedureName } from '../paper-names.ts'
import { ARCHIVE_ENDINGS, FILES_BOX, KEPT_BOX, MOST, SHEET_BOX, SHEET_ENDINGS } from './receive-parts.ts'
import { manyTexts as words } from './texts.ts'

type Props = {
  procedure: ProcedureVersion
  bundles: readonly ListedBundle[]
  errors: readonly string[]
  /** Files that were taken with a sheet that was not. */
  kept: readonly string[]
  token: string
}

export const manyAddress = ({ code }: Pick<ProcedureVersion, 'code'>): string => `/thu-tuc/${code}/nop-nhieu`

/** Template out, filled-in sheet in. */
export function StartManyPage({ procedure, bundles, errors, kept, token }: Props) {
  const here = manyAddress(procedure)
  return (
    <>
      <BackLink href={`/thu-tuc/${procedure.code}/nop`}>{words.backToOne}</BackLink>
      <TwoColumns side={<Earlier bundles={bundles} />} sideLabel={words.earlier}>
        <ErrorSummary title={words.notTaken} errors={errors.map((message) => ({ field: SHEET_BOX, message }))} />
        <PageTitle over={shortProcedureName(procedure.name)}>{words.title}</PageTitle>
        <p>{words.lead}</p>
        <h2>{words.step1}</h2>
        <p>{words.step1Body}</p>
        <p>
          <ButtonLink kind="secondary" icon="download" href={`${here}/mau.xlsx`}>
            {words.template}
          </ButtonLink>
        </p>
        <h2>{words.step2}</h2>
        <p>{words.step2Body}</p>
        <h2>{words.step3}</h2>
        <form
          method="post"
          enctype="multipart/form-data"
          action={`${here}?_csrf=${encodeURIComponent(token)}`}
          data-upload
        >
          <FileInput
            name={SHEET_BOX}
            label={words.sheet}
            hint={words.sheetHint}
            accept={SHEET_ENDINGS}
            parcels={SHEET_ENDINGS}
            maxBytes={MOST.sheet}
          />
          {kept.map((id) => (
            <input type="hidden" name={KEPT_BOX} value={id} key={id} />
          ))}
          {kept.length > 0 && <p>{words.keptFiles(kept.length)}</p>}
          <FileInput
            name={FILES_BOX}
            label={words.files}
            hint={words.filesHint}
            multiple
            parcels={ARCHIVE_ENDINGS}
            maxBytes={MOST.zip}
          />
          <p>{words.nothingYet}</p>
          <Button large wide icon="upload">
            {words.send}
          </Button>
        </form>
      </TwoColumns>
    </>
  )
}

function Earlier({ bundles }: Pick<Props, 'bundles'>) {
  if (bundles.length === 0) return <p class="nhe">{words.noneEarlier}</p>
  return (
    <>
      <h2>{words.earlier}</h2>
      <ul class="gach">
        {bundles.map(({ id, fileName, createdAt, ...counts }) => (
          <li key={id}>
            <a href={`/nop-nhieu/${id}`}>{fileName}</a>, {formatDateTime(createdAt)}. {words.counts(counts)}
          </li>
        ))}
      </ul>
    </>
  )
}
