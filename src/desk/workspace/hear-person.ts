import type { Refusal } from '../../platform/refusal.ts'
import { attempt, field, type FormBody, type WebRequest } from '../../platform/web/web.ts'
import { formatDate } from '../../platform/dates.ts'
import { lookUpCitizen, type RegistryAnswer } from '../../identity/index.ts'
import { parseCardText, type CardText } from '../card-text.ts'
import type { Heard, Reception } from '../reception.ts'
import { receptionTexts as texts } from './texts.ts'

/** What a card or the register of citizens said of the person: boxes filled in, and where from. */
export type PersonHeard = { values: Record<string, string>; heard: Heard }
export type Hearing =
  | { ok: true; person: PersonHeard | null }
  | { ok: false; field: 'the' | 'personalId'; refusal?: Refusal; message?: string }

/** The card's text was typed by a scanner into its box; an empty box hears nothing. */
export async function readCard(request: WebRequest, { procedure }: Reception, form: FormBody): Promise<Hearing> {
  const scanned = field(form, 'the')
  if (scanned === '') return { ok: true, person: null }
  const card = parseCardText(scanned)
  if (!card) return { ok: false, field: 'the', message: texts.cardUnreadable }
  const known = {
    ...(card.fullName ? { fullName: card.fullName } : {}),
    ...(card.birthYear ? { birthYear: card.birthYear } : {}),
  }
  const asked = await askRegister(request, procedure.code, { personalId: card.personalId, ...known })
  if ('refusal' in asked) return { ok: false, field: 'the', refusal: asked.refusal }
  const registry = asked.answer?.found ? valuesOfPerson(asked.answer) : undefined
  const told = { card: valuesOfCard(card), ...(registry && { registry }) }
  const values = { ...told.card, ...registry }
  return { ok: true, person: { values, heard: { ...heardNow(request, 'card', asked.answer, card.personalId), told } } }
}

/** Asks by the number in the form, on record with its purpose. */
export async function askByNumber(request: WebRequest, { procedure }: Reception, form: FormBody): Promise<Hearing> {
  const personalId = field(form, 'personalId').replace(/\D/g, '')
  if (personalId === '') return { ok: false, field: 'personalId', message: texts.personalIdNeeded }
  const asked = await askRegister(request, procedure.code, { personalId })
  if ('refusal' in asked) return { ok: false, field: 'personalId', refusal: asked.refusal }
  const registry = asked.answer?.found ? valuesOfPerson(asked.answer) : undefined
  const heard = { ...heardNow(request, 'registry', asked.answer, personalId), ...(registry && { told: { registry } }) }
  return { ok: true, person: { values: { ...registry, personalId }, heard } }
}

type Question = { personalId: string; fullName?: string; birthYear?: number }
/** `answer` is undefined when the register does not answer: work goes on by hand. */
type Asked = { answer: RegistryAnswer | undefined } | { refusal: Refusal }

async function askRegister(request: WebRequest, procedureCode: string, question: Question): Promise<Asked> {
  const asked = await attempt(() =>
    lookUpCitizen(request.server.app, request.actor, { ...question, purpose: texts.purpose(procedureCode) }),
  )
  if (asked.ok) return { answer: asked.result }
  if (asked.refusal.code === 'identity.registry-away') return { answer: undefined }
  return { refusal: asked.refusal }
}

function heardNow(
  { server }: WebRequest,
  from: Heard['from'],
  answer: RegistryAnswer | undefined,
  personalId: string,
): Heard {
  const how = answer === undefined ? 'away' : answer.found ? 'agrees' : answer.why
  return { from, how, personalId, at: server.app.clock.now().toISOString() }
}

function valuesOfCard({ personalId, fullName, bornOn, birthYear, sex, address }: CardText): Record<string, string> {
  const born = bornOn ? formatDate(bornOn) : birthYear ? String(birthYear) : null
  return told({ identityPaper: 'personal-id', personalId, fullName, bornOn: born, sex, address })
}

function valuesOfPerson({ person }: RegistryAnswer & { found: true }): Record<string, string> {
  const { personalId, fullName, bornOn, sex, address, communeCode, phone, email } = person
  return told({
    identityPaper: 'personal-id',
    personalId,
    fullName,
    bornOn: formatDate(bornOn),
    sex,
    address,
    communeCode,
    phone,
    email,
  })
}

function told(values: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}
