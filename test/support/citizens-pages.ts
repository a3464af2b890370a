import { Readable } from 'node:stream'
import { openWeb, work } from '../../src/app.tsx'
import { disputeEntry, keepInVault, receiveUpload, shareEntry } from '../../src/documents/index.ts'
import { aPdf } from '../../src/documents/testing.ts'
import { aPaper } from '../../src/documents/vault/testing.ts'
import { getDossier } from '../../src/dossiers/index.ts'
import { begin, filledIn } from '../../src/dossiers/portal/testing.ts'
import { aCitizensSession, HANH } from '../../src/identity/testing.ts'
import { unitByCode } from '../../src/organisation/index.ts'
import type { Web } from '../../src/platform/web/web.ts'
import { refusals } from '../../src/refusals.ts'
import { openResultsWorld, type ResultsWorld } from '../../src/results/testing.ts'
import { seatPorts } from '../../src/seat-ports.ts'
import { buildAssets } from '../../src/ui/build-assets.ts'
import { inEveryState, type EveryState } from './every-state.ts'
import { formClient, type FormClient } from './form-client.ts'

const BIRTH = '1.001193'
const CERTIFIED_COPY = '2.000815'
/** What a certified copy is made from: the one paper of its procedure. */
const COPIED = '000.00.00.G15-KQ1973'

export type CitizensPages = {
  world: ResultsWorld
  web: Web
  address: string
  /** Nguyễn Thu Hạnh in a browser without script. */
  hanh: FormClient
  dossiers: EveryState
  /** Addresses of forms: everything answered, nothing answered. */
  filled: string
  begun: string
  /** Papers of her vault: one disputed and shared, one out of date; and the address by which somebody else opens the first. */
  paper: string
  oldPaper: string
  shared: string
  /** Where anybody checks her result. */
  result: string
  close(): Promise<void>
}

/** The whole system with forms, dossiers and papers of one person in every state. */
export async function openCitizensPages(): Promise<CitizensPages> {
  const world = await openResultsWorld({ ...work, refusals })
  const dossiers = await inEveryState(world)
  await world.read(getDossier, world.people.desk, { dossierCode: dossiers.appraising })
  await seatPorts(world.app)
  const folder = `${world.folder}/assets`
  const web = await openWeb(world.app, { folder, manifest: await buildAssets(folder) })
  await web.listen({ port: 0, host: '127.0.0.1' })
  const { port } = web.server.address() as { port: number }
  const { paper, oldPaper, shared } = await fillVault(world)
  const hanh = formClient(web, [await aCitizensSession(world.app, HANH)])
  const filled = await filledIn(hanh, BIRTH)
  const begun = await begin(hanh, CERTIFIED_COPY)
  const { body } = await hanh.get(`/ho-so/${dossiers.delivered}`)
  return {
    world,
    web,
    address: `http://localhost:${port}`,
    hanh,
    dossiers,
    filled,
    begun,
    paper: `/giay-to/${paper}`,
    oldPaper: `/giay-to/${oldPaper}`,
    shared: `/chia-se/${shared}`,
    result: /\/kiem-tra\/[\w-]+/.exec(body)?.[0] ?? '',
    async close() {
      await web.close()
      await world.close()
    },
  }
}

/** A diploma that is disputed and shared, and a paper that is out of date. */
async function fillVault({ app, people, run }: ResultsWorld) {
  const keeper = await unitByCode(app.db, 'H49.136', '2026-11-20')
  const kept = async (title: string, typeCode: string, issuedOn: string): Promise<string> => {
    const stream = Readable.from([aPdf({ catalog: `/Lang (${title.length})` })])
    const { id } = await receiveUpload(app, people.hanh, { name: 'giay.pdf', stream })
    const paper = aPaper({ fileIds: [id], title, typeCode, issuedOn, keeperUnitId: keeper?.id ?? '' })
    const { entryIds } = await run(keepInVault, { kind: 'system', name: 'test' }, { papers: [paper] })
    return entryIds[0] ?? ''
  }
  const oldPaper = await kept('Giấy xác nhận tình trạng hôn nhân', 'marital-status', '2026-01-10')
  const id = await kept('Bằng tốt nghiệp', COPIED, '2010-06-30')
  await run(disputeEntry, people.hanh, { id, words: 'Ngày sinh đúng là 12/02' })
  const share = { id, forWhom: 'Nhà trường', days: 7, mostOpens: 3, password: 'hoa-sen' }
  const { token } = await run(shareEntry, people.hanh, share)
  return { paper: id, oldPaper, shared: token }
}
