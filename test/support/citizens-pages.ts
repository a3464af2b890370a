import { openInvitation } from '../../src/dossiers/co-applicants/answer-invitation.ts'
import { askCoApplicants } from '../../src/dossiers/co-applicants/ask-co-applicants.ts'
import { invitationPath, requestPath } from '../../src/dossiers/co-applicants/link.ts'
import { nameCoApplicant } from '../../src/dossiers/co-applicants/name-co-applicants.ts'
import { draftCoApplicants } from '../../src/dossiers/co-applicants/store.ts'
import { Readable } from 'node:stream'
import { openWeb, work } from '../../src/app.tsx'
import { disputeEntry, keepInVault, receiveUpload, shareEntry } from '../../src/documents/index.ts'
import { aPdf } from '../../src/documents/testing.ts'
import { aPaper } from '../../src/documents/vault/testing.ts'
import { askToHelp, confirmHelpByPaper, getDossier, startDraft, submitDossier } from '../../src/dossiers/index.ts'
import { BY_IDENTITY } from '../../src/dossiers/portal/filing/sign-section.tsx'
import { begin, filledIn } from '../../src/dossiers/portal/testing.ts'
import { aCitizensSession, HANH } from '../../src/identity/testing.ts'
import { aFiling, answersOfPerson } from '../../src/dossiers/testing.ts'
import { readTable } from '../../src/platform/spreadsheet/read-table.ts'
import { writeWorkbook } from '../../src/platform/spreadsheet/write-workbook.ts'
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
  /** The cookie by which her browser finds again what she sent after her session had ended. */
  held: { name: string; value: string }
  dossiers: EveryState
  /** A dossier she filed for her child. */
  forChild: string
  /** Many dossiers from one spreadsheet, none of its rows as it must be. */
  many: string
  /** Somebody else asks her to apply together: the link she has not opened, and what she read. */
  link: string
  invitation: string
  /** Addresses of forms: everything answered, nothing answered. */
  filled: string
  begun: string
  /** Where she stands by what she declares before handing in. */
  confirm: string
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
  const forChild = await fileForChild(world)
  await world.read(getDossier, world.people.desk, { dossierCode: dossiers.appraising })
  await seatPorts(world.app)
  const folder = `${world.folder}/assets`
  const web = await openWeb(world.app, { folder, manifest: await buildAssets(folder) })
  await web.listen({ port: 0, host: '127.0.0.1' })
  const { port } = web.server.address() as { port: number }
  const { paper, oldPaper, shared } = await fillVault(world)
  const held = await sendTooLate(world, web)
  await beHelped(world)
  const organisation = { businessCode: '5700000124', name: 'Hợp tác xã Bản Sen' }
  const hanh = formClient(web, [await aCitizensSession(world.app, { ...HANH, organisation })])
  const filled = await filledIn(hanh, BIRTH)
  const begun = await begin(hanh, CERTIFIED_COPY)
  const many = await sendSheet(web, hanh)
  const signed = await filledIn(hanh, CERTIFIED_COPY)
  await hanh.get(`${signed}/kiem-tra`)
  const { to: confirm = '' } = await hanh.post(`${signed}/nop`, { ky: BY_IDENTITY })
  const { body } = await hanh.get(`/ho-so/${dossiers.delivered}`)
  const link = await beInvited(world)
  const invitation = await openInvited(world, await beInvited(world))
  return {
    world,
    web,
    address: `http://localhost:${port}`,
    hanh,
    held,
    dossiers,
    forChild,
    many,
    link,
    invitation,
    filled,
    begun,
    confirm,
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

/** Half an hour goes by over a form. */
async function sendTooLate({ app, clock }: ResultsWorld, web: Web): Promise<CitizensPages['held']> {
  const tired = formClient(web, [await aCitizensSession(app, HANH)])
  const part = `${await begin(tired, BIRTH)}/nguoi-nop`
  await tired.get(part)
  clock.advance(31)
  await tired.post(part, { phone: '0912 000 512' })
  const [name = '', value = ''] = [...tired.cookies].find(([cookie]) => cookie.endsWith('motcua-giu')) ?? []
  return { name, value }
}

async function fileForChild({ app, people: { hanh }, run }: ResultsWorld): Promise<string> {
  const child = { capacity: 'parent', ownerName: 'Nguyễn Bảo An', ownerBornOn: '2020-02-29', ownerRelation: 'mẹ' }
  const answers = { ...answersOfPerson(hanh), onBehalf: 'other', ...child }
  return (await run(submitDossier, hanh, await aFiling(app, hanh, CERTIFIED_COPY, { answers }))).code
}

/** The desk helps her with a form, after a look at her identity card. */
async function beHelped({ people: { hanh, desk }, run }: ResultsWorld): Promise<void> {
  const { fullName, personalId } = hanh
  const asked = { fullName, personalId, procedureCode: CERTIFIED_COPY, without: 'code' as const }
  const help = await run(askToHelp, desk, asked)
  if (!('helpId' in help)) throw new Error(`not asked: ${help.refused.code}`)
  await run(confirmHelpByPaper, desk, { helpId: help.helpId })
}

/** Lê Văn Đông fills in a form and asks her to stand for it too; gives the link. */
async function beInvited({ app, people: { hanh, dong }, run }: ResultsWorld): Promise<string> {
  const { id: draftId, resumeCode } = await run(startDraft, dong, { procedureCode: CERTIFIED_COPY })
  const { fullName, personalId } = hanh
  const { id } = await run(nameCoApplicant, dong, { resumeCode, fullName, personalId, phone: null, email: null })
  const filing = { ...(await aFiling(app, dong, CERTIFIED_COPY)), draftCode: resumeCode }
  await run(askCoApplicants, dong, { filing })
  const person = (await draftCoApplicants(app.db, draftId)).find((one) => one.id === id)
  if (!person) throw new Error('nobody was named')
  return invitationPath(app.settings.secret, person)
}

async function openInvited({ people: { hanh }, run }: ResultsWorld, link: string): Promise<string> {
  const [id = '', token = ''] = link.split('/').slice(-2)
  await run(openInvitation, hanh, { id, token })
  return requestPath({ id })
}

/** The template with a row that says too little. */
async function sendSheet(web: Web, hanh: FormClient): Promise<string> {
  const start = `/thu-tuc/${CERTIFIED_COPY}/nop-nhieu`
  const { rawPayload } = await web.inject({ url: `${start}/mau.xlsx`, cookies: Object.fromEntries(hanh.cookies) })
  const [head] = readTable(rawPayload, { sheet: 'Hồ sơ', mostRows: 10 }).rows
  const headings = [...(head?.cells.values() ?? [])].map(({ text }) => text)
  const row = headings.map((heading) => (heading.startsWith('Bạn đề nghị') ? 'Chứng thực bằng tốt nghiệp' : ''))
  const columns = headings.map(() => ({ width: 20 }))
  const sheet = writeWorkbook([{ name: 'Hồ sơ', columns, rows: [headings, row] }])
  await hanh.get(start)
  return (await hanh.upload(start, [['bang', 'bang.xlsx', sheet]])).to ?? ''
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
