import { maskPersonalId } from '../../../identity/index.ts'
import {
  checkAddress,
  knownElsewhere,
  fieldsOf,
  FormErrors,
  FormFields,
  Said,
  type FieldError,
  type FormPage,
} from '../../../forms/index.ts'
import {
  Actions,
  BackLink,
  Button,
  HiddenToken,
  Inset,
  Notice,
  PageTitle,
  SummaryList,
  TwoColumns,
  vietnamese,
} from '../../../ui/index.ts'
import { markOf } from '../../drafts/draft.ts'
import { shortProcedureName } from '../paper-names.ts'
import { filingTexts as words } from '../texts.ts'
import { Elsewhere } from './elsewhere.tsx'
import { originWords } from '../../prefill/texts.ts'
import { isLocked, withoutLocked } from './held-answers.ts'
import type { Filing } from './open-filing.ts'
import { draftAddress, nextQuestions, partsOf } from './parts.ts'
import { PartsChanged, type PartsChange } from './parts-changed.tsx'
import { PartMark } from './part-mark.tsx'
import { ProgressBox } from './saved-box.tsx'

type Props = {
  filing: Filing
  page: FormPage
  /** As typed, right or wrong. */
  values: Record<string, string>
  errors: readonly FieldError[]
  /** The part was saved from elsewhere since this page was made. */
  isElsewhere: boolean
  /** What the answers just saved have changed about the parts, as told in the address. */
  change: PartsChange
  token: string
}

/** One topic of the form on one page. */
export function FormPartPage({ filing, page, values, errors, isElsewhere, change, token }: Props) {
  // Papers that only some hand in would make a short form look endless.
  const asked = partsOf(filing).filter(({ state }) => state !== 'optional')
  const no = asked.findIndex(({ id }) => id === page.id) + 1
  return (
    <>
      <BackLink href={draftAddress(filing)} />
      <TwoColumns side={<ProgressBox filing={filing} at={page.id} />} sideLabel={words.progressLabel}>
        <form
          method="post"
          novalidate
          data-autosave={!isElsewhere}
          data-next={nextQuestions(filing, page.id)}
          data-check={checkAddress(filing.form)}
          data-page={page.id}
          data-today={filing.today}
          data-known={JSON.stringify(knownElsewhere(filing.form, page.id, values))}
        >
          <HiddenToken token={token} />
          <PartMark mark={markOf(filing.draft.pages[page.id])} />
          <FormErrors errors={errors} />
          <PageTitle over={words.partOf(shortProcedureName(filing.procedure.name), no, asked.length)}>
            <Said of={page}>{page.title}</Said>
          </PageTitle>
          {isElsewhere && <Elsewhere filing={filing} page={page} values={values} />}
          {errors.length > 0 && <Inset gold>{words.errorsKept}</Inset>}
          <PartsChanged filing={filing} change={change} />
          <Held filing={filing} page={page} />
          <FormFields
            definition={withoutLocked(filing.form, filing.held)}
            page={page.id}
            values={values}
            errors={errors}
            data={filing.answers.data}
            places={filing.places}
            origins={originsShown(filing, values)}
          />
          <p class="goi-y" role="status" data-parts-note />
          <Actions>
            <Button large wide>
              {words.save}
            </Button>
            <Button kind="quiet" name="luu" value="1">
              {words.saveForLater}
            </Button>
          </Actions>
        </form>
      </TwoColumns>
    </>
  )
}

/** Beside a box that still holds what was put in, where that came from. */
function originsShown({ held }: Filing, values: Props['values']): Record<string, string> {
  const isKept = (name: string) =>
    [name, `${name}.noi`].some((box) => held.suggested[box] !== undefined && held.suggested[box] === values[box])
  return Object.fromEntries(
    Object.entries(held.origins).flatMap(([name, origin]) => (isKept(name) ? [[name, originWords(origin)]] : [])),
  )
}

/** What the State already holds, shown with its source and not asked again. */
function Held({ filing: { form, held }, page }: Pick<Props, 'filing' | 'page'>) {
  const locked = fieldsOf(form, page.id).filter(({ name }) => isLocked(name, held.locked) && name !== 'identityPaper')
  if (locked.length === 0) return null
  return (
    <>
      <Notice tone="ok" title={words.heldTitle(locked.length)}>
        {words.heldBody}
      </Notice>
      <div class="dau-muc">
        <h2>{words.aboutYou}</h2>
      </div>
      <SummaryList
        boxed
        rows={locked.map(({ name, kind, label, options, isVietnamese }) => {
          const told = held.locked[name] ?? held.locked[`${name}.noi`] ?? ''
          const value = options?.find((option) => option.value === told)?.label ?? told
          const origin = held.origins[name]
          return {
            label,
            ...(isVietnamese && { labelLang: vietnamese() }),
            value: kind === 'personal-id' ? maskPersonalId(value.replaceAll(' ', '')) : value,
            figures: kind !== 'personal-name',
            ...(origin ? { source: originWords(origin) } : {}),
          }
        })}
      />
      <p class="duoi-san">{words.heldWrong}</p>
    </>
  )
}
