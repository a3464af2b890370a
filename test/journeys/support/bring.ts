import { filingOf, programOf, type Json, type Program } from './api.ts'
import { citizen, pinOf, sealPinOf } from './people.ts'
import type { Case } from './procedures.ts'

const programs = new Map<string, Promise<Program>>()

/** A program that works for this person; one token each for all journeys. */
export function programFor(account: string): Promise<Program> {
  const known = programs.get(account) ?? programOf(account)
  programs.set(account, known)
  return known
}

const PERSON = { applicantKind: 'person', onBehalf: 'self' }
/** Forms differ in what they ask about the applicant and refuse what they did not ask. */
const PAPER = { identityPaper: 'personal-id' }
const APPLICANTS: Json[] = [{ ...PERSON, ...PAPER }, PERSON, PAPER]

export async function fileByProgram(program: Program, asked: Case, more: Json = {}): Promise<string> {
  const refusals: unknown[] = []
  for (const applicant of APPLICANTS) {
    const filing = await filingOf(program, asked, { ...applicant, ...more })
    const { status, json } = await program.call<{ code: string }>('POST', '/dossiers', filing)
    if (status === 201) return json.code
    refusals.push(json)
  }
  throw new Error(`${asked.code} was not taken: ${JSON.stringify(refusals)}`)
}

/** Each way on from the one before it. */
const WAYS = {
  received: ({ desk }, at) => post(desk, `${at}/receive`),
  appraising: async ({ head, specialistName }, at) => assignTo(head, at, specialistName),
  appraised: ({ specialist }, at) =>
    post(specialist, `${at}/appraisals`, { outcome: 'eligible', note: 'Giấy tờ đầy đủ, đúng thẩm quyền.' }),
  drafted: ({ specialist }, at) => post(specialist, `${at}/result/draft`),
  approved: ({ head }, at) => post(head, `${at}/result/approve`),
  signed: async ({ signatory }, at) => post(signatory, `${at}/result/sign`, { pin: await pinOf(signatory) }),
  sealed: async ({ clerk, agencyCode }, at) => post(clerk, `${at}/result/seal`, { pin: await sealPinOf(agencyCode) }),
} satisfies Record<string, (asked: Case, at: string) => Promise<unknown>>
const STATES = Object.keys(WAYS) as State[]
export type State = keyof typeof WAYS

export async function post<T = Json>(account: string, path: string, body: Json = {}): Promise<T> {
  return (await programFor(account)).done<T>('POST', path, body)
}

export async function assignTo(head: string, at: string, specialistName: string): Promise<void> {
  const assignees = await (await programFor(head)).done<{ accountId: string; fullName: string }[]>('GET', '/assignees')
  const chosen = assignees.find(({ fullName }) => fullName === specialistName)
  await post(head, `${at}/assign`, { assigneeAccountId: chosen?.accountId })
}

/** Takes a dossier on over the API, from the state after `from` up to `to`. */
export async function takeOn(asked: Case, code: string, to: State, from?: State): Promise<void> {
  for (const state of STATES.slice(from === undefined ? 0 : STATES.indexOf(from) + 1, STATES.indexOf(to) + 1))
    await WAYS[state](asked, `/dossiers/${code}`)
}

/** Files a dossier and brings it over the API to where a journey begins; its owner's window is signed in. */
export async function bring(asked: Case, to?: State, more: Json = {}): Promise<string> {
  await citizen(asked.citizen)
  const code = await fileByProgram(await programFor(asked.citizen), asked, more)
  if (to !== undefined) await takeOn(asked, code, to)
  return code
}

/** `2026-12-04`, so many days from today. */
export function dayFromToday(days: number): string {
  return new Date(Date.now() + (days * 24 + 7) * 3_600_000).toISOString().slice(0, 10)
}
