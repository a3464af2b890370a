import { isLanguage, languageFrom } from '../../../platform/language.ts'
import type { ErrorObject } from 'ajv/dist/2020.js'
import { isAsked } from '../../condition.ts'
import { fieldsOf, groupsOf, rootOf, sectionsOf, type FieldError, type FormData } from '../../form.ts'
import { ADD, REMOVE } from '../../groups.ts'
import { pagesChanged, putPages } from '../../put-pages.ts'
import { readWith, type Answers } from '../../reading.ts'
import type { CheckedLayout } from '../../browser/checked-layout.ts'
import { changeInPlace } from './change-in-place.ts'
import { showErrors, showErrorsOf } from './show-errors.ts'
import { suggestPlaces } from './suggest-places.ts'

/** The schema of the form as code, made by the server. */
type Validate = ((data: unknown) => boolean) & { errors?: ErrorObject[] | null }

/** What is wrong with two answers together is told at one and put right at either. */
const OF_TWO = new Set(['out-of-order', 'birth-year-differs'])

/** Buttons that keep what is typed as it is, right or wrong. */
const UNCHECKED = new Set(['luu', ADD, REMOVE, 'xem-xa'])

languageFrom(() => (isLanguage(document.documentElement.lang) ? document.documentElement.lang : 'vi'))

/**
 * Checks a page of a form while it is filled in, by the same rules as the server, which decides in the end. `data-ask`: shows and
 * hides questions alone, on all pages of the form at once.
 */
export function checkForms(layout: CheckedLayout, validate: Validate): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-check]')) watch(form, layout, validate)
}

let isPressing = false
addEventListener('pointerdown', () => (isPressing = true), true)
for (const name of ['pointerup', 'pointercancel']) addEventListener(name, () => (isPressing = false), true)

/** A message that came in between pressing and letting go would push the button away from under the finger. */
function afterPress(work: () => void): void {
  if (!isPressing) return work()
  addEventListener('pointerup', () => setTimeout(work), { once: true, capture: true })
}

function watch(form: HTMLFormElement, layout: CheckedLayout, validate: Validate): void {
  const { page, today = '' } = form.dataset
  const known = JSON.parse(form.dataset.known ?? '{}') as Record<string, string>
  const definition = { id: '', version: 0, schema: {}, layout }

  function read(): Answers {
    const body: Record<string, string | string[]> = { ...known }
    const typed = new FormData(form)
    for (const name of new Set(typed.keys())) {
      const values = typed.getAll(name).filter((value) => typeof value === 'string')
      body[name] = values.length === 1 ? (values[0] ?? '') : values
    }
    const errorsIn = (data: FormData) => (validate(data) ? [] : [...(validate.errors ?? [])])
    const answers = readWith(definition, body, { today, page }, errorsIn)
    return { ...answers, errors: answers.errors.filter(({ field }) => isHere(field)) }
  }

  /** What the State holds is not asked, nor checked here. */
  function isHere(field: string): boolean {
    const root = rootOf(field)
    return [...form.elements].some((box) => 'name' in box && rootOf(String(box.name)) === root)
  }

  /** Shows the questions that are put, given the answers so far, and hides the others. */
  function ask({ data }: Answers): void {
    for (const part of form.querySelectorAll<HTMLElement>('[data-asked]')) {
      part.hidden = !isPut(part.dataset.asked ?? '', data)
      part.querySelector<HTMLElement>('[data-asked-note]')?.setAttribute('hidden', '')
    }
    for (const part of form.querySelectorAll<HTMLElement>('[data-section]')) {
      const [at = '', no] = (part.dataset.section ?? '').split(' ')
      part.hidden = !isAsked(sectionsOf(definition, at)[Number(no)] ?? {}, data)
      part.querySelector<HTMLElement>(':scope > [data-asked-note]')?.setAttribute('hidden', '')
    }
  }

  if (form.dataset.ask !== undefined) {
    form.addEventListener('change', () => afterPress(() => ask(read())))
    return ask(read())
  }

  const atFirst = putPages(definition, read().data)

  /** The parts the answers ask for: in the list beside, where one goes on without a line, and told when they change. */
  function list({ data }: Answers): void {
    const put = putPages(definition, data)
    const isIn = (pages: typeof put, name: string | undefined) => pages.some(({ id }) => id === name)
    for (const part of document.querySelectorAll<HTMLElement>('[data-part]'))
      part.hidden = !isIn(put, part.dataset.part)
    const next = put.slice(put.findIndex(({ id }) => id === page) + 1).find(({ id }) => isIn(atFirst, id))
    const base = location.pathname.split('/').slice(0, -1).join('/')
    if (form.dataset.next !== undefined) form.dataset.next = next ? `${base}/${next.id}` : base
    const note = form.querySelector('[data-parts-note]')
    const words = pagesChanged(atFirst, put) ?? ''
    if (note && note.textContent !== words) note.textContent = words
  }

  function isPut(path: string, data: FormData): boolean {
    const [root = '', index, name] = path.split('.')
    if (index === undefined) return isAsked(fieldsOf(definition).find((spec) => spec.name === root) ?? {}, data)
    const spec = groupsOf(definition)
      .find((group) => group.name === root)
      ?.fields.find((field) => field.name === name)
    const entries = data[root]
    const entry: unknown = Array.isArray(entries) ? entries[Number(index)] : undefined
    return isAsked(spec ?? {}, (entry ?? {}) as FormData)
  }

  let ofTwo = new Set<string>()

  function begin(): void {
    const answers = read()
    ask(answers)
    ofTwo = wrongTogether(answers)
    suggestPlaces(form)
  }

  function look(target: EventTarget | null): void {
    const answers = read()
    ask(answers)
    list(answers)
    if (
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement
    )
      tell(answers, target.name)
  }

  function tell(answers: Answers, box: string): void {
    const together = wrongTogether(answers)
    for (const name of new Set([box, ...ofTwo, ...together])) showErrorsOf(form, name, wrongly(answers.errors))
    ofTwo = together
  }

  form.addEventListener('change', ({ target }) => afterPress(() => look(target)))
  form.addEventListener(
    'submit',
    (event) => {
      const { name, value } = pressed(event)
      if (name === ADD || name === REMOVE) {
        event.preventDefault()
        event.stopImmediatePropagation()
        void changeInPlace(form, name, value).then((isChanged) => isChanged && begin())
        return
      }
      // What stands in the way of saving comes first; the server tells it together with what is wrong.
      const isFree = UNCHECKED.has(name) || form.querySelector('.tt-luu.loi') !== null
      const { errors } = isFree ? { errors: [] } : read()
      if (errors.length === 0) return
      event.preventDefault()
      event.stopImmediatePropagation()
      showErrors(form, errors)
    },
    { capture: true },
  )
  begin()
}

/** While a page is filled in, what is not answered yet is no mistake. */
function wrongly(errors: FieldError[]): FieldError[] {
  return errors.filter(({ code }) => code !== 'missing' && code !== 'too-few')
}

function wrongTogether({ errors }: Answers): Set<string> {
  return new Set(errors.filter(({ code }) => OF_TWO.has(code)).map(({ field }) => field))
}

function pressed({ submitter }: SubmitEvent): { name: string; value: string } {
  return submitter instanceof HTMLButtonElement ? submitter : { name: '', value: '' }
}
