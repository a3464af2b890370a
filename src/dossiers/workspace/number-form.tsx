import { act, field } from '../../platform/web/web.ts'
import { ButtonLink, Field } from '../../ui/index.ts'
import { giveApplicantNumber } from '../applicant-number/give-applicant-number.ts'
import { isNumberless } from '../applicant-number/applicant-number.ts'
import type { Party } from '../dossier.ts'
import { workPath } from '../work-path.ts'
import { numberTexts as words } from './number.texts.ts'
import { openWork } from './open-work.ts'
import { typedText, type SideForm } from './side-form.tsx'
import { withError } from './work-form.tsx'

const PATH = '/so-dinh-danh'

/** Beside an applicant who had no number when somebody filed for them. */
export function NumberLink({ applicant, code }: { applicant: Party; code: string }) {
  if (!isNumberless(applicant)) return null
  return (
    <>
      <p class="nhe">{words.none}</p>
      <ButtonLink kind="secondary" icon="id-card" href={workPath(code, PATH)}>
        {words.title}
      </ButtonLink>
    </>
  )
}

/** The number of an applicant who has one now. */
export const numberForm: SideForm<Party> = {
  path: PATH,
  async open(request) {
    const { code } = request.params as { code: string }
    const work = await openWork(request, code)
    return { work, subject: work.view.dossier.applicant }
  },
  isOver: (applicant) => !isNumberless(applicant),
  texts: ({ fullName }) => ({ title: words.title, lead: words.lead(fullName), submit: words.save, after: words.after }),
  icon: 'id-card',
  read: (form) => ({ so: field(form, 'so') }),
  check: (typed) => (/^\d{12}$/.test(digits(typedText(typed, 'so'))) ? [] : [{ field: 'so', message: words.missing }]),
  fields: ({ typed, errors }) => (
    <Field
      name="so"
      label={words.number}
      hint={words.hint}
      value={typedText(typed, 'so')}
      inputMode="numeric"
      autoComplete="off"
      figures
      width="medium"
      {...withError(errors, 'so')}
    />
  ),
  send: (request, { work }, typed) =>
    act(request, giveApplicantNumber, {
      dossierCode: work.view.dossier.code,
      personalId: digits(typedText(typed, 'so')),
    }),
  back: ({ view }) => workPath(view.dossier.code),
  done: ({ view }) => workPath(view.dossier.code),
}

const digits = (text: string) => text.replace(/[\s.-]/g, '')
