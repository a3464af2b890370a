import { test } from 'vitest'
import { GROUND_PAPER } from '../../src/dossiers/index.ts'
import { filingOf, upload } from '../journeys/support/api.ts'
import { bring, programFor } from '../journeys/support/bring.ts'
import { citizen, officer } from '../journeys/support/people.ts'
import { CERTIFIED_COPY as COPY, RETAIL_LICENCE as RETAIL } from '../journeys/support/procedures.ts'
import { take } from './picture.ts'

const HANH = { citizen: '022188000512', citizenName: 'Nguyễn Thu Hạnh', bornOn: '1988-03-14' }
const CHILD = {
  applicantKind: 'person',
  identityPaper: 'personal-id',
  onBehalf: 'other',
  capacity: 'parent',
  ownerName: 'Nguyễn Bảo An',
  ownerBornOn: '2020-02-29',
  ownerRelation: 'mẹ',
}

/** A mother files for a child that has no number yet. */
async function fileForChild(): Promise<string> {
  await citizen(HANH.citizen)
  const program = await programFor(HANH.citizen)
  const filing = await filingOf(program, { ...COPY, ...HANH }, CHILD)
  const { id } = await upload(program, 'khai-sinh.pdf')
  const ground = { componentCode: GROUND_PAPER, form: 'electronic', fileIds: [id] }
  const components = [...(filing.components as object[]), ground]
  return (await program.done<{ code: string }>('POST', '/dossiers', { ...filing, components })).code
}

test('pictures of who files for another: a paper in doubt, a number written down', async () => {
  const code = await bring(RETAIL)
  const desk = await officer(RETAIL.desk)
  await desk.open(`/lam/${code}/nop-thay`)
  await desk.page.locator('[name=ket-luan][value=doubted]').check()
  await desk.fill('Nghi ngờ điều gì', 'Giấy giới thiệu ghi ông Trần Văn Bình, không phải ông Lê Văn Đông.')
  await take(desk, '21d-xet-giay-nop-thay', { whole: false })
  await desk.press('Ghi lại')
  await take(desk, '21e-dang-nghi-ngo', { at: '.bao.soon' })

  const forChild = await fileForChild()
  const office = await officer(COPY.desk)
  await office.open(`/lam/${forChild}/so-dinh-danh`)
  await office.fill('Số định danh cá nhân', '022221000017')
  await office.press('Ghi số định danh')
  await take(office, '21f-ghi-so-dinh-danh', { whole: false })
})
