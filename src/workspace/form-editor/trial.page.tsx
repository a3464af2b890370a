import { Actions, BackLink, Button, ButtonLink, HiddenToken, Notice, PageTitle } from '../../ui/index.ts'
import type { LegalDate } from '../../platform/dates.ts'
import {
  checkAddress,
  FormErrors,
  FormFields,
  type Answers,
  type FormDefinition,
  type FormPage,
  type PlaceBook,
} from '../../forms/index.ts'
import { trialTexts as t } from './texts.ts'

export type Tried = Pick<Answers, 'values' | 'errors'>
type Props = {
  form: FormDefinition
  page: FormPage
  no: number
  tried: Tried | undefined
  token: string
  /** Which version is tried. */ version: string
  places: PlaceBook
  today: LegalDate
}

/** One page of a form as people see it, to fill in and check. */
export function TrialPage({
  form,
  page,
  no,
  tried = { values: {}, errors: [] },
  token,
  version,
  places,
  today,
}: Props) {
  const { pages } = form.layout
  const next = pages[no + 1]
  const before = pages[no - 1]
  return (
    <form method="post" novalidate data-check={checkAddress(form)} data-page={page.id} data-today={today}>
      {before && <BackLink href={`${before.id}?ban=${version}`}>{before.title}</BackLink>}
      <HiddenToken token={token} />
      <FormErrors errors={tried.errors} />
      <PageTitle over={t.over(no + 1, pages.length)}>{page.title}</PageTitle>
      <p class="nhe">{t.nothingKept}</p>
      {tried.errors.length === 0 && Object.keys(tried.values).length > 0 && <Notice tone="ok">{t.right}</Notice>}
      <FormFields definition={form} page={page.id} values={tried.values} errors={tried.errors} places={places} />
      <Actions>
        <Button wide>{t.check}</Button>
        {next && (
          <ButtonLink kind="quiet" href={`${next.id}?ban=${version}`}>
            {t.next}
          </ButtonLink>
        )}
      </Actions>
    </form>
  )
}
