import { act, field } from '../../platform/web/web.ts'
import { Radios, TextArea } from '../../ui/index.ts'
import { whyNotJudge, type FiledActing } from '../acting/acting.ts'
import { judgeGround } from '../acting/judge-ground.ts'
import { workPath } from '../work-path.ts'
import { groundTexts as words } from './ground.texts.ts'
import { openWork } from './open-work.ts'
import { typedText, type SideForm } from './side-form.tsx'
import { withError } from './work-form.tsx'

type Subject = { acting: FiledActing | null; isOver: boolean }

/** What an officer makes of the paper by which somebody acts for the applicant. */
export const groundForm: SideForm<Subject> = {
  path: '/nop-thay',
  async open(request) {
    const { code } = request.params as { code: string }
    const work = await openWork(request, code)
    const { acting, dossier } = work.view
    const isOver = whyNotJudge(acting ?? undefined, dossier.handling, { verdict: 'accepted', note: null }) !== undefined
    return { work, subject: { acting, isOver } }
  },
  isOver: ({ isOver }) => isOver,
  texts: () => ({ title: words.judge, lead: words.judgeLead, submit: words.save, after: words.after }),
  icon: 'file-check',
  read: (form) => ({ 'ket-luan': field(form, 'ket-luan'), 'vi-sao': field(form, 'vi-sao') }),
  check(typed) {
    const verdict = typedText(typed, 'ket-luan')
    if (verdict !== 'accepted' && verdict !== 'doubted') return [{ field: 'ket-luan', message: words.choose }]
    return verdict === 'doubted' && typedText(typed, 'vi-sao').trim() === ''
      ? [{ field: 'vi-sao', message: words.whyMissing }]
      : []
  },
  fields: ({ subject, typed, errors }) => {
    const verdict = typedText(typed, 'ket-luan') || subject.acting?.verdict
    const why = (
      <TextArea
        name="vi-sao"
        label={words.why}
        hint={words.whyHint}
        rows={3}
        maxLength={500}
        value={typedText(typed, 'vi-sao')}
        {...withError(errors, 'vi-sao')}
      />
    )
    return (
      <Radios
        name="ket-luan"
        label={words.question}
        options={[
          { value: 'accepted', label: words.accept },
          { value: 'doubted', label: words.doubt, reveal: why },
        ]}
        {...(verdict ? { value: verdict } : {})}
        {...withError(errors, 'ket-luan')}
      />
    )
  },
  send(request, { work }, typed) {
    const note = typedText(typed, 'vi-sao').trim()
    return act(request, judgeGround, {
      dossierCode: work.view.dossier.code,
      verdict: typedText(typed, 'ket-luan') === 'doubted' ? 'doubted' : 'accepted',
      ...(note === '' ? {} : { note }),
    })
  },
  back: ({ view }) => workPath(view.dossier.code),
  done: ({ view }) => workPath(view.dossier.code),
}
