import { personalIdFacts } from '../../forms/index.ts'
import { foldText } from '../../platform/text.ts'
import type { ReadField } from './extracted-field.ts'
import type { ExtractionTemplate, PersonFields } from './template.ts'

type Tell = (names: readonly (string | undefined)[], verdict: true | string) => void

/** Shorter texts are alike by chance. */
const LONG_ENOUGH = 6

/**
 * What fields of one paper say about each other: a day in figures and in words, a person's number and day of birth, the same name
 * twice. What agrees confirms both; what differs is a fault of both, for either may be the wrong one.
 */
export function compareFields(template: ExtractionTemplate, fields: readonly ReadField[]): ReadField[] {
  const byName = new Map(fields.map((field) => [field.name, field]))
  const verdicts = new Map<string, string | true>()
  const tell: Tell = (names, verdict) => {
    for (const name of names)
      if (name !== undefined && (verdict !== true || !verdicts.has(name))) verdicts.set(name, verdict)
  }
  for (const same of sameTexts(fields)) tell(same, true)
  for (const { name, tells } of template.fields) {
    const [inWords, inFigures] = [byName.get(name)?.normalised, byName.get(tells ?? '')?.normalised]
    if (tells === undefined || typeof inWords !== 'string' || typeof inFigures !== 'string') continue
    tell([name, tells], inWords === inFigures ? true : 'words-differ')
  }
  for (const person of template.people ?? []) comparePerson(person, byName, tell)
  return fields.map((field) => told(field, verdicts.get(field.name)))
}

function sameTexts(fields: readonly ReadField[]): string[][] {
  const long = fields.filter(({ text }) => text.length >= LONG_ENOUGH)
  return [...Map.groupBy(long, ({ normalised, text }) => String(normalised ?? text).toLocaleLowerCase('vi')).values()]
    .filter((same) => same.length > 1)
    .map((same) => same.map(({ name }) => name))
}

function comparePerson(person: PersonFields, byName: ReadonlyMap<string, ReadField>, tell: Tell): void {
  const valueOf = (name: string | undefined) => byName.get(name ?? '')?.normalised
  const facts = personalIdFacts(String(valueOf(person.personalId) ?? ''))
  const [born, sex] = [valueOf(person.bornOn), valueOf(person.sex)]
  if (!facts) return
  if (typeof born === 'string')
    tell([person.personalId, person.bornOn], Number(born.slice(0, 4)) === facts.birthYear ? true : 'number-differs')
  if (typeof sex === 'string' && foldText(sex) !== (facts.sex === 'male' ? 'nam' : 'nu'))
    tell([person.personalId, person.sex], 'number-differs')
}

function told(field: ReadField, verdict: string | true | undefined): ReadField {
  if (verdict === undefined) return field
  if (verdict === true) return { ...field, signs: { ...field.signs, confirmed: 1 } }
  return { ...field, faults: [...field.faults, verdict], signs: { ...field.signs, confirmed: -1 } }
}
