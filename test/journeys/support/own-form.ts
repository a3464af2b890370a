import type { Locator, Page } from 'playwright-core'
import {
  readAnswers,
  readFormFiles,
  schemaOf,
  withinApplication,
  type FormDefinition,
} from '../../../src/forms/index.ts'
import { sampleValues } from '../../../src/forms/testing.ts'
import { placesOn } from '../../../src/organisation/index.ts'
import type { Json } from './api.ts'

/** What an invented person types into the form a procedure has of its own, by the names of its boxes. */
export type OwnAnswers = {
  typed: Record<string, string>
  stored: Json
  /** A text to know it by again. */ told: string
}

const files = await readFormFiles()
const CHOSEN = { applicantKind: 'person', identityPaper: 'personal-id', onBehalf: 'self' }

/** Nothing for a procedure whose form is the one every procedure has. */
export async function ownAnswers(code: string): Promise<OwnAnswers | undefined> {
  const file = files.find((one) => one.code === code)
  if (!file) return undefined
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  const places = await placesOn(today)
  const { layout, version } = file
  const own: FormDefinition = { id: code, version, schema: schemaOf(layout), layout }
  const whole = withinApplication(own, { id: code, version, subjects: ['Công dân Việt Nam'], cases: [] })
  const values = sampleValues(whole, { today, places, chosen: CHOSEN })
  const { data, errors } = readAnswers(whole, values, { today, places })
  if (errors.length > 0) throw new Error(`${code}: ${JSON.stringify(errors)}`)
  const sections = layout.pages.flatMap((page) => page.sections)
  const names = new Set(sections.flatMap(({ repeat, fields }) => repeat?.name ?? fields.map(({ name }) => name)))
  const isOwn = ([name]: [string, unknown]) => names.has(name.split('.')[0] ?? '')
  const written = sections
    .flatMap(({ repeat, fields }) => (repeat ? [] : fields))
    .filter(({ kind }) => kind === 'text' || kind === 'personal-name')
  return {
    typed: Object.fromEntries(Object.entries(values).filter(isOwn)),
    stored: Object.fromEntries(Object.entries(data).filter(isOwn)),
    told: written.map(({ name }) => values[name]).find((value) => value !== undefined) ?? '',
  }
}

/** Fills in what of it stands on a page; what a question decides comes after it. */
export async function fillOwn(page: Page, { typed }: OwnAnswers): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    const boxes = page.locator(`[name="${name}"]`)
    const type =
      (await boxes.count()) === 0
        ? 'none'
        : await boxes.first().evaluate((box) => box.getAttribute('type') ?? box.tagName)
    if (type === 'none' || type === 'hidden' || (await isLeftOut(boxes.first()))) continue
    // What the register says stands there and is not to be changed: read only, or as the one choice.
    if ((await boxes.first().getAttribute('readonly')) !== null) continue
    if (type === 'radio' && (await boxes.count()) === 1) continue
    if (type === 'radio' || type === 'checkbox')
      for (const one of value.split('\n')) await page.locator(`[name="${name}"][value="${one}"]`).check()
    else if (!(await boxes.first().isVisible())) continue
    else if (type === 'SELECT') await boxes.selectOption(value)
    else await boxes.fill(value)
  }
}

/** With script, what the answers so far do not ask is not on the page. */
function isLeftOut(box: Locator): Promise<boolean> {
  return box.evaluate((one) => one.closest('[data-asked][hidden], [data-section][hidden]') !== null)
}
