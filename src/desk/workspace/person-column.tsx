import { vietnamTime } from '../../platform/dates.ts'
import { FormFields, type FormDefinition } from '../../forms/index.ts'
import { Button, Field, Icon, classNames } from '../../ui/index.ts'
import type { Heard, Reception } from '../reception.ts'
import type { ShownAtDesk } from '../held-at-desk.ts'
import { PERSON_PART } from './arrange-form.ts'
import { boxError, type PageErrors } from './page-errors.ts'
import { heardWords, receptionTexts as texts } from './texts.ts'

type Props = { reception: Reception; shown: ShownAtDesk; form: FormDefinition; errors: PageErrors }

/** Who stands at the desk: by their card, by their number, or as they say. */
export function PersonColumn({ reception, shown, form, errors }: Props) {
  const { values, notes } = reception
  const isNew = !values.fullName && errors.fields.length === 0
  return (
    <section class="kh" aria-label={texts.person}>
      <div class="cd">
        <h2>{values.fullName || texts.person}</h2>
      </div>
      <div>
        <Field
          name="the"
          label={texts.card}
          hint={texts.cardHint}
          autoComplete="off"
          spellCheck={false}
          autoFocus={isNew}
          {...boxError(errors, 'the')}
        />
        <div class="hang">
          {/* First in the form: the Enter a scanner types at the end presses it. */}
          <Button kind="secondary" icon="id-card" name="viec" value="doc" formNoValidate>
            {texts.readCard}
          </Button>
          <Button kind="quiet" icon="search" name="viec" value="tra" formNoValidate>
            {texts.askRegistry}
          </Button>
        </div>
      </div>
      {notes.heard && notes.heard.personalId === (values.personalId ?? '').replace(/\D/g, '') && (
        <HeardLine heard={notes.heard} />
      )}
      <div>
        <FormFields definition={form} page={PERSON_PART} {...shown} errors={errors.fields} places={reception.places} />
      </div>
    </section>
  )
}

function HeardLine({ heard }: { heard: Heard }) {
  const isSure = heard.how === 'agrees' || heard.how === 'read'
  return (
    <p class={classNames('nghe', !isSure && 'xem-lai')} role="status">
      <Icon name={isSure ? 'shield-check' : 'info'} />
      <span>{heardWords(heard, vietnamTime(new Date(heard.at)))}</span>
    </p>
  )
}
