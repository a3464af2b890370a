import { ErrorSummary } from '../ui/index.ts'
import { isAsked, fieldsIn, type Condition } from './condition.ts'
import { conditionWords } from './condition.texts.ts'
import { fieldsOf, namesOf, type FieldError, type FormData, type FormDefinition, type FormSection } from './form.ts'
import { GroupFields } from './group-fields.tsx'
import type { PlaceBook } from './kinds/place-book.ts'
import { Said } from './said.tsx'
import { Asked, revealedBy, type Filled } from './question-field.tsx'
import { fieldTexts } from './texts.ts'

type Props = {
  definition: FormDefinition
  page: string
  values: Record<string, string>
  errors: readonly FieldError[]
  /** What is understood so far: questions that other pages decide on are left out when they are not asked. */
  data?: FormData
  /** Where a value came from, in words, by the name of its question. */
  origins?: Readonly<Record<string, string>>
  /** Questions whose answer cannot be changed here, by name. */
  fixed?: ReadonlySet<string>
  /** The country's communes, for questions about places. */
  places?: PlaceBook
}

/** The questions of one page as a server-rendered form part; the page adds `<form>`, token and buttons. */
export function FormFields({ definition, page: pageId, values, errors, data, origins, fixed, places }: Props) {
  const page = definition.layout.pages.find(({ id }) => id === pageId)
  if (!page) return null
  const here = namesOf(definition, pageId)
  const isSettled = (when: Condition | undefined) =>
    when !== undefined && fieldsIn(when).every((name) => !here.has(name))
  const isPut = (when: Condition | undefined) => data === undefined || !isSettled(when) || isAsked({ when }, data)
  const filled: Filled = {
    values,
    errors,
    origins,
    fixed,
    places,
    settled: (when) => data !== undefined && isSettled(when),
    once: fieldsOf(definition),
    at: '',
  }
  return (
    <>
      {page.intro !== undefined && (
        <p class="goi-y">
          <Said of={page}>{page.intro}</Said>
        </p>
      )}
      {hasOwnButtons(page.sections) && <FirstButton />}
      {page.sections.map(
        (section, index) =>
          isPut(section.when) && (
            <Section
              key={index}
              place={`${pageId} ${index}`}
              section={{ ...section, fields: section.fields.filter(({ when }) => section.repeat || isPut(when)) }}
              filled={filled}
            />
          ),
      )}
    </>
  )
}

/** Links to every question in error; stands at the top of the page. */
export function FormErrors({ errors }: { errors: readonly FieldError[] }) {
  return <ErrorSummary errors={errors.map(({ field, message }) => ({ field, message }))} />
}

function hasOwnButtons(sections: FormSection[]): boolean {
  return sections.some(({ repeat, fields }) => repeat !== undefined || fields.some(({ kind }) => kind === 'place'))
}

/** The Enter key presses the first button of a form: that may not be one that takes an entry away. */
function FirstButton() {
  return <button class="an" type="submit" tabindex={-1} aria-hidden="true" />
}

type SectionProps = {
  section: FormSection
  filled: Filled
  /** The page and its number there, by which a script finds it. */
  place: string
}

function Section({ section, filled, place }: SectionProps) {
  const waits = section.when !== undefined && !filled.settled(section.when)
  const fields = section.fields.filter((spec) => !revealedBy(spec, section.fields))
  return (
    <div data-section={waits ? place : undefined}>
      {waits && section.when && (
        <p class="goi-y" data-asked-note>
          {fieldTexts.onlyWhen(conditionWords(section.when, filled.once))}
        </p>
      )}
      {section.repeat ? (
        <GroupFields section={section} repeat={section.repeat} filled={filled} />
      ) : (
        <>
          {section.title !== undefined && (
            <div class="dau-muc">
              <h2>
                <Said of={section}>{section.title}</Said>
              </h2>
            </div>
          )}
          {section.intro !== undefined && (
            <p class="goi-y">
              <Said of={section}>{section.intro}</Said>
            </p>
          )}
          {fields.map((spec) => (
            <Asked key={spec.name} spec={spec} siblings={section.fields} filled={filled} />
          ))}
        </>
      )}
    </div>
  )
}
