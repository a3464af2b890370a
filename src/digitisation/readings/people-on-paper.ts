import { formatDate, type LegalDate } from '../../platform/dates.ts'
import { nfc } from '../../platform/text.ts'
import type { Hint, HintSource } from '../bench/hint.ts'
import type { SaidField } from './paper-says.ts'
import { sexWords } from './texts.ts'

type Fact = 'personalId' | 'fullName' | 'bornOn' | 'sex' | 'businessCode' | 'organisationName'

/** What another source knows of somebody. */
export type KnownPerson = { fullName: string } & Partial<Record<Exclude<Fact, 'fullName' | 'sex'>, string | null>> & {
    sex?: 'male' | 'female'
  }

/** A person a paper tells of, by the names of the fields that tell it. */
export type PersonOnPaper = { fields: Partial<Record<Fact, SaidField>> }

/** How templates call the facts of one person: those of the paper's own person bear no other's name before them. */
const OF_A_PERSON = [
  { personalId: 'personalId', fullName: ['fullName', 'ownerName', 'applicantName'], bornOn: 'bornOn', sex: 'sex' },
  { personalId: 'ownerId', fullName: ['ownerName'], bornOn: 'ownerBornOn', sex: 'ownerSex' },
  { personalId: 'wifeId', fullName: ['wifeName'], bornOn: 'wifeBornOn', sex: '' },
  { personalId: 'husbandId', fullName: ['husbandName'], bornOn: 'husbandBornOn', sex: '' },
  { personalId: 'declarantId', fullName: ['declarantName'], bornOn: 'declarantBornOn', sex: '' },
] as const

/** Everybody a paper tells of with a number of their own. */
export function peopleOn(fields: readonly SaidField[]): PersonOnPaper[] {
  const byName = new Map(fields.map((field) => [field.name, field]))
  return OF_A_PERSON.flatMap(({ personalId, fullName, bornOn, sex }) => {
    const number = byName.get(personalId)
    const name = fullName.map((one) => byName.get(one)).find((one) => one !== undefined)
    if (!number) return []
    const told = { personalId: number, fullName: name, bornOn: byName.get(bornOn), sex: byName.get(sex) }
    return [{ fields: Object.fromEntries(Object.entries(told).filter(([, one]) => one !== undefined)) }]
  })
}

/** The number read for a person, where it can be one. */
export function numberOf({ fields: { personalId } }: PersonOnPaper): string | undefined {
  return typeof personalId?.normalised === 'string' && personalId.faults.length === 0
    ? personalId.normalised
    : undefined
}

const plainName = (name: string) => nfc(name).toLocaleUpperCase('vi').replace(/\s+/g, ' ').trim()

/** Whether both are one person: by number, or by the same name with all its marks. */
export function isPerson(person: PersonOnPaper, known: KnownPerson): boolean {
  const number = numberOf(person)
  if (number !== undefined && number === known.personalId) return true
  const name = person.fields.fullName?.text ?? ''
  return name !== '' && plainName(name) === plainName(known.fullName)
}

/** What a source says beside each fact the paper tells of the same person. */
export function hintsOf(person: PersonOnPaper, known: KnownPerson, source: HintSource, at: Date): [string, Hint][] {
  return Object.entries(person.fields).flatMap(([fact, field]): [string, Hint][] => {
    const text = saidOf(known, fact as Fact)
    if (!text || !field) return []
    return [
      [
        field.name,
        { source, about: known.fullName, text, agrees: isAlike(fact as Fact, field, text), at: at.toISOString() },
      ],
    ]
  })
}

function saidOf(known: KnownPerson, fact: Fact): string | undefined {
  if (fact === 'sex') return known.sex && sexWords[known.sex]
  if (fact === 'bornOn') return known.bornOn ? formatDate(known.bornOn as LegalDate) : undefined
  return known[fact] ?? undefined
}

function isAlike(fact: Fact, { text, normalised }: SaidField, said: string): boolean {
  if (fact === 'bornOn') return typeof normalised === 'string' && formatDate(normalised) === said
  if (fact === 'personalId') return normalised === said
  return plainName(text) === plainName(said)
}
