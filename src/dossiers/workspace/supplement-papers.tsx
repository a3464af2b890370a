import { Icon, classNames } from '../../ui/index.ts'
import { shortPaperName } from '../portal/paper-names.ts'
import type { AskedPaper } from './supplement-values.ts'
import { SUPPLEMENT_REASONS, supplementTexts as texts } from './supplement.texts.ts'
import { fill } from './texts.ts'
import { errorOf, type Errors } from './work-form.tsx'

/** Every paper with the reasons one may tick; words are asked for once something is ticked. */
export function SupplementPapers({ papers, errors }: { papers: readonly AskedPaper[]; errors: Errors }) {
  return (
    <ul class="tp">
      {papers.map((paper) => (
        <li class={classNames('ra', isAsked(paper) && 'can')} key={paper.key}>
          <h3 title={paper.name}>
            <Icon name={isAsked(paper) ? 'circle-pause' : 'circle-check'} />
            {shortPaperName(paper.name)}
          </h3>
          <div>
            {paper.code === null ? <OtherWhat paper={paper} errors={errors} /> : <Reasons paper={paper} />}
            <Words paper={paper} errors={errors} />
          </div>
        </li>
      ))}
    </ul>
  )
}

const isAsked = ({ code, reasons, what }: AskedPaper): boolean => (code === null ? what !== '' : reasons.length > 0)

function Reasons({ paper }: { paper: AskedPaper }) {
  const { key, name, reasons } = paper
  return (
    <fieldset>
      <legend class="an">{fill(texts.where, { paper: name })}</legend>
      <p class="dat">{texts.fine}</p>
      <div class="ld">
        {SUPPLEMENT_REASONS.map((reason, index) => (
          <label key={reason.key}>
            <input
              type="checkbox"
              id={index === 0 ? `${key}-ly-do` : undefined}
              name={`${key}-ly-do`}
              value={reason.key}
              checked={reasons.includes(reason.key)}
            />
            {reason.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function OtherWhat({ paper, errors }: { paper: AskedPaper; errors: Errors }) {
  const name = `${paper.key}-dieu-gi`
  return (
    <div class="giai mot">
      <div>
        <label for={name}>{texts.otherWhat}</label>
        <input
          class="o"
          id={name}
          name={name}
          maxlength={1_000}
          value={paper.what}
          aria-invalid={invalid(errors, name)}
        />
      </div>
    </div>
  )
}

function Words({ paper, errors }: { paper: AskedPaper; errors: Errors }) {
  const { key, why, how, name } = paper
  return (
    <div class="giai">
      <Word id={`${key}-vi-sao`} label={texts.why} about={name} value={why} errors={errors} />
      <Word id={`${key}-cach-lam`} label={texts.how} about={name} value={how} errors={errors} />
    </div>
  )
}

type WordProps = { id: string; label: string; about: string; value: string; errors: Errors }

function Word({ id, label, about, value, errors }: WordProps) {
  return (
    <div>
      <label for={id}>
        {label}
        <span class="an">: {about}</span>
      </label>
      <textarea class="o" id={id} name={id} rows={2} maxlength={1_000} aria-invalid={invalid(errors, id)}>
        {value}
      </textarea>
    </div>
  )
}

function invalid(errors: Errors, name: string): 'true' | undefined {
  return errorOf(errors, name) === undefined ? undefined : 'true'
}
