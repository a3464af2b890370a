import { Button, fieldId, Icon } from '../ui/index.ts'
import type { FormSection, Repeat } from './form.ts'
import { ADD, countOf, REMOVE } from './groups.ts'
import { Asked, revealedBy, type Filled } from './question-field.tsx'
import { Said } from './said.tsx'
import { fieldTexts } from './texts.ts'

type Props = { section: FormSection; repeat: Repeat; filled: Filled }

/** A repeated group: its entries, each with a button that takes it away, and one button that adds another. */
export function GroupFields({ section, repeat, filled }: Props) {
  const count = countOf(repeat, filled.values)
  const error = filled.errors.find(({ field }) => field === repeat.name)?.message
  const id = fieldId(repeat.name)
  return (
    <fieldset class="nhom-lap" id={`${id}-nhom`} aria-describedby={error === undefined ? undefined : `${id}-l`}>
      <legend>
        <Said of={section.title === undefined ? repeat : section}>{section.title ?? repeat.entry}</Said>
      </legend>
      {section.intro !== undefined && (
        <p class="goi-y">
          <Said of={section}>{section.intro}</Said>
        </p>
      )}
      {error !== undefined && (
        <p class="loi" id={`${id}-l`}>
          <Icon name="circle-alert" />
          <span>{error}</span>
        </p>
      )}
      <input type="hidden" name={repeat.name} value={String(count)} />
      {Array.from({ length: count }, (_, index) => (
        <Entry
          key={index}
          index={index}
          isFixed={count <= repeat.min}
          section={section}
          repeat={repeat}
          filled={filled}
        />
      ))}
      {count < repeat.max ? (
        <Button kind="secondary" icon="plus" name={ADD} value={repeat.name} id={id} formNoValidate>
          {fieldTexts.addEntry(repeat.entry, count)}
        </Button>
      ) : (
        <p class="goi-y" id={id} tabindex={-1}>
          {fieldTexts.noMoreEntries(repeat.entry, repeat.max)}
        </p>
      )}
    </fieldset>
  )
}

type EntryProps = Props & { index: number; isFixed: boolean }

function Entry({ index, isFixed, section, repeat, filled }: EntryProps) {
  const at = `${repeat.name}.${index}`
  const name = fieldTexts.entry(repeat.entry, index + 1)
  return (
    <fieldset class="muc-lap" id={fieldId(at)}>
      <legend>{name}</legend>
      {section.fields
        .filter((spec) => !revealedBy(spec, section.fields))
        .map((spec) => (
          <Asked key={spec.name} spec={spec} siblings={section.fields} filled={{ ...filled, at: `${at}.` }} />
        ))}
      {!isFixed && (
        <Button kind="quiet" icon="x" name={REMOVE} value={at} formNoValidate>
          {fieldTexts.removeEntry(name)}
        </Button>
      )}
    </fieldset>
  )
}
