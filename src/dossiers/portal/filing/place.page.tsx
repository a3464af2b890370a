import type { Unit } from '../../../organisation/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ErrorSummary,
  HiddenToken,
  PageTitle,
  Select,
  TwoColumns,
} from '../../../ui/index.ts'
import { shortProcedureName } from '../paper-names.ts'
import { filingTexts as words } from '../texts.ts'
import type { Filing } from './open-filing.ts'
import { PartMark } from './part-mark.tsx'
import { draftAddress, partsOf, PLACE_PART } from './parts.ts'
import { ProgressBox } from './saved-box.tsx'

type Props = {
  filing: Filing
  communes: readonly Unit[]
  province: readonly Unit[]
  chosen: string | undefined
  error: string | undefined
  token: string
}

/** Which body is to decide; filled in from where the person lives. */
export function PlacePage({ filing, communes, province, chosen, error, token }: Props) {
  const parts = partsOf(filing)
  const no = parts.findIndex(({ id }) => id === PLACE_PART) + 1
  const option = ({ code, name }: Unit) => ({ value: code, label: name })
  const options =
    province.length === 0
      ? communes.map(option)
      : [
          { group: words.placeProvince, options: province.map(option) },
          { group: words.placeCommunes, options: communes.map(option) },
        ]
  const { place } = filing
  const desk = place.ok ? place.result.desk.name : undefined
  return (
    <>
      <BackLink href={draftAddress(filing)} />
      <TwoColumns side={<ProgressBox filing={filing} at={PLACE_PART} />} sideLabel={words.progressLabel}>
        <form method="post" novalidate>
          <HiddenToken token={token} />
          <PartMark mark={filing.draft.competentUnitCode ?? ''} />
          <ErrorSummary errors={error === undefined ? [] : [{ field: 'competentUnitCode', message: error }]} />
          <PageTitle over={words.partOf(shortProcedureName(filing.procedure.name), no, parts.length)}>
            {words.placeTitle}
          </PageTitle>
          <p>{words.placeLead}</p>
          <Select
            name="competentUnitCode"
            label={words.placeQuestion}
            options={options}
            value={chosen ?? (place.ok ? place.result.competent.code : undefined)}
            emptyLabel={words.placeChoose}
            {...(desk === undefined ? {} : { hint: words.receivedBy(desk) })}
            {...(error === undefined ? {} : { error })}
          />
          <Actions>
            <Button large wide>
              {words.save}
            </Button>
          </Actions>
        </form>
      </TwoColumns>
    </>
  )
}
