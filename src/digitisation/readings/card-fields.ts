import type { ReadPage } from '../reading/read-page.ts'
import type { SaidField } from './paper-says.ts'
import { nationalityWords, sexWords } from './texts.ts'

type Card = NonNullable<ReadPage['card']>

/** A code carries its own check: a QR corrects its errors, a zone is believed when every digit of it is right. */
const SURE = 0.99

/** What a card says in its code, as fields of the templates of cards; without marks the zone's name is no name. */
export function cardFields(card: Card, page: number): SaidField[] {
  const { personalId, fullName, bornOn, sex, address, issuedOn, expiresOn, nationality, source } = card
  const told: Record<string, { text: string; normalised: unknown } | undefined> = {
    personalId: said(personalId),
    fullName: source === 'qr' ? said(fullName) : undefined,
    bornOn: day(bornOn),
    sex: said(sexWords[sex]),
    nationality: nationality && said(nationalityWords[nationality]),
    residence: said(address),
    issuedOn: day(issuedOn),
    expiresOn: day(expiresOn),
  }
  return Object.entries(told).flatMap(([name, value]) =>
    value
      ? [
          {
            ...value,
            name,
            label: name,
            confidence: SURE,
            page,
            box: undefined,
            alternatives: [],
            faults: [],
            source: 'code' as const,
          },
        ]
      : [],
  )
}

const said = (text: string | undefined) => (text === undefined ? undefined : { text, normalised: text })

function day(on: string | undefined) {
  const [year, month, date] = on?.split('-') ?? []
  return year === undefined ? undefined : { text: `${date}/${month}/${year}`, normalised: on }
}
