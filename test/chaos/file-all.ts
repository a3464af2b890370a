import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { NoSuccess, submitDossier, uploadFile } from '../support/api-client.ts'
import { samplePdf, type SampleFiling } from '../support/sample-filing.ts'
import type { CitizenClient } from './citizens.ts'

export type FiledDossier = {
  citizen: CitizenClient
  key: string
  dossierId: string
  code: string
  files: { id: string; sha256: string }[]
}

/** How far the filing is; `mayStart` holds it back so that a strike always meets dossiers on their way. */
export type Ledger = {
  acknowledged: number
  mayStart: number
  isDone: boolean
  /** The system did not come back. */ isLost: boolean
}

type Work = {
  address: string
  citizens: CitizenClient[]
  filing: SampleFiling
  dossiers: number
  inFlight: number
  ledger: Ledger
}

const GIVE_UP_MS = 10 * 60_000
const FILE_BYTES = 20_000

/** Files all dossiers, so many at once; a sender asks again with the same key until there is an answer. */
export async function fileAll(work: Work): Promise<{ filed: FiledDossier[]; faults: string[] }> {
  const filed: FiledDossier[] = []
  const faults: string[] = []
  let next = 0
  const sender = async () => {
    while (next < work.dossiers) {
      const no = next
      next += 1
      while (no >= work.ledger.mayStart && !work.ledger.isLost) await pause(5)
      try {
        filed.push(await fileOne(work, no, faults))
        work.ledger.acknowledged = filed.length
      } catch (error) {
        faults.push(`dossier ${no} was never acknowledged: ${String(error)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: work.inFlight }, sender))
  return { filed, faults }
}

async function fileOne({ citizens, filing, ledger }: Work, no: number, faults: string[]): Promise<FiledDossier> {
  const citizen = citizens[no % citizens.length] as CitizenClient
  const files = await Promise.all(
    [1, 2].map(async (nth) => {
      const content = samplePdf(`Ho so ${no} tep ${nth} ${randomUUID()}`, FILE_BYTES)
      const sha256 = createHash('sha256').update(content).digest('hex')
      const key = randomUUID()
      const receipt = await untilAnswered(
        () => uploadFile(citizen, `ho-so-${no}-${nth}.pdf`, content, key),
        faults,
        ledger,
      )
      if (receipt.sha256 !== sha256) faults.push(`the receipt of file ${nth} of dossier ${no} names another content`)
      return { id: receipt.id, sha256 }
    }),
  )
  const key = randomUUID()
  const content = filing(
    citizen,
    files.map(({ id }) => id),
  )
  const { dossierId, code } = await untilAnswered(() => submitDossier(citizen, content, key), faults, ledger)
  return { citizen, key, dossierId, code, files }
}

/** What a sender may be told while something is down; anything else is a finding. */
const AGAIN = new Set([0, 429, 503])

async function untilAnswered<T>(ask: () => Promise<T>, faults: string[], ledger: Ledger): Promise<T> {
  const began = performance.now()
  for (let refused = 0; ;) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof NoSuccess)) throw error
      if (!AGAIN.has(error.status)) {
        faults.push(`unexpected answer: ${error.message}`)
        refused += 1
      }
      if (ledger.isLost || refused > 3 || performance.now() - began > GIVE_UP_MS) throw error
      await pause(100 + Math.random() * 300)
    }
  }
}
