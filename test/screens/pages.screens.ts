import { expect, test } from 'vitest'
import { fileByProgram, programFor } from '../journeys/support/bring.ts'
import { receiveAtCounter } from '../journeys/support/counter.ts'
import { fillApplicant, fillIn, fillRequest, handIn } from '../journeys/support/filing.ts'
import { appraise, approve, assign, draft, openWork, receive, seal, sign } from '../journeys/support/office.ts'
import { citizen, officer } from '../journeys/support/people.ts'
import { BIRTH, CERTIFIED_COPY, HOUSEHOLD_BUSINESS, RETAIL_LICENCE } from '../journeys/support/procedures.ts'
import { openVisitor } from '../journeys/support/visitor.ts'
import { take } from './picture.ts'

const NEIGHBOURS = [
  ['022090000146', 'Trần Hải Nam', '1990-07-30', 'Chứng thực bản sao sổ hộ khẩu cũ, 1 bản'],
  ['022195000633', 'Phạm Thị Kim Oanh', '1995-01-09', 'Chứng thực bản sao bằng đại học, 3 bản'],
  ['022079000815', 'Vũ Mạnh Hùng', '1979-09-18', 'Chứng thực bản sao giấy phép lái xe, 1 bản'],
] as const

/** Work on the desks, so that no list is bare. */
async function fillDesks(): Promise<string[]> {
  const codes: string[] = []
  for (const [personalId, citizenName, bornOn, request] of NEIGHBOURS) {
    await citizen(personalId)
    const program = await programFor(personalId)
    const asked = { ...CERTIFIED_COPY, citizen: personalId, citizenName, bornOn, request }
    for (const one of [asked, { ...HOUSEHOLD_BUSINESS, citizen: personalId, citizenName, bornOn }])
      codes.push(await fileByProgram(program, one))
  }
  return codes
}

test('pictures of the main pages', async () => {
  const stranger = await openVisitor()
  await stranger.open('/')
  await take(stranger, '01-trang-chu')
  await stranger.open('/tim?q=khai+sinh')
  await take(stranger, '01b-tim-kiem')
  await stranger.open('/thu-tuc')
  await take(stranger, '01c-danh-muc')
  await stranger.open(`/thu-tuc/${BIRTH.code}`)
  await take(stranger, '02-thu-tuc')
  await stranger.open('/kiem-tra')
  await take(stranger, '13-kiem-tra-van-ban')
  await stranger.open('/ho-tro')
  await take(stranger, '14-ho-tro')
  await stranger.open('/can-bo/dang-nhap')
  await take(stranger, '19-can-bo-dang-nhap')

  const hanh = await citizen(BIRTH.citizen)
  await hanh.open(`/thu-tuc/${BIRTH.code}/nop`)
  await take(hanh, '02b-truoc-khi-nop')
  await hanh.press(/^(Bắt đầu khai|Khai một hồ sơ khác)/)
  const list = hanh.path()
  await hanh.press('Người nộp')
  await fillApplicant(hanh)
  await take(hanh, '04-bieu-mau')
  await hanh.fill('Số điện thoại', '12345')
  await hanh.page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await hanh.sees('Còn 1 chỗ cần sửa')
  await take(hanh, '04b-bieu-mau-loi')
  await hanh.fill('Số điện thoại', '0912000512')
  await hanh.press('Lưu và tiếp tục')
  await hanh.open(`${list}/tre`)
  await fillRequest(hanh, BIRTH)
  await hanh.press('Lưu và tiếp tục')
  await hanh.open(list)
  await take(hanh, '03-cac-phan')

  await hanh.open(`/thu-tuc/${CERTIFIED_COPY.code}/nop`)
  const copy = { ...CERTIFIED_COPY, citizen: BIRTH.citizen, citizenName: BIRTH.citizenName }
  const draftCode = await fillIn(hanh, copy)
  await hanh.open(`/bai-khai/${draftCode}/giay-to/1`)
  await take(hanh, '04c-giay-to')
  await hanh.open(`/bai-khai/${draftCode}`)
  await hanh.press('Kiểm tra lại và nộp')
  await take(hanh, '05-kiem-tra')
  await hanh.open(`/bai-khai/${draftCode}`)
  const code = await handIn(hanh, copy)
  await take(hanh, '07-da-nop')

  const [first = '', , , ...waiting] = await fillDesks()
  const desk = await openWork(copy.desk, code)
  await desk.press('Tiếp nhận')
  await take(desk, '21b-tiep-nhan', { whole: false })
  await receive(copy, code)
  await desk.open('/viec')
  await take(desk, '20b-hang-viec-mot-cua', { whole: false })
  await openWork(copy.desk, first)
  await desk.press('Yêu cầu bổ sung')
  await desk.page.getByRole('checkbox', { name: 'Ảnh mờ, mất góc' }).first().check()
  await desk.press('Xem như người dân')
  await take(desk, '22-soan-bo-sung', { whole: false })
  await desk.page.getByRole('checkbox', { name: /Tôi đã xem hết hồ sơ/ }).check()
  await desk.press('Gửi yêu cầu')
  const nam = await citizen(NEIGHBOURS[0][0])
  await nam.open(`/ho-so/${first}/bo-sung`)
  await take(nam, '09-bo-sung')

  for (const other of waiting) {
    await receive(copy, other)
    await assign(copy, other)
  }
  await assign(copy, code)
  const specialist = await officer(copy.specialist)
  await specialist.open('/viec')
  await take(specialist, '20-hang-viec', { whole: false })
  await specialist.open(`/lam/${code}`)
  await take(specialist, '21-ho-so', { whole: false })
  await hanh.open(`/ho-so/${code}`)
  await take(hanh, '08-theo-doi')
  await appraise(copy, code)
  await specialist.open(`/lam/${code}/du-thao`)
  await take(specialist, '26-du-thao', { whole: false })
  await draft(copy, code)
  const head = await officer(copy.head)
  await head.open(`/lam/${code}/duyet`)
  await take(head, '27-phe-duyet', { whole: false })
  await approve(copy, code)
  const signatory = await officer(copy.signatory)
  await signatory.open(`/ky/${code}`)
  await take(signatory, '25-ky', { whole: false })
  await sign(copy, code)
  const clerk = await officer(copy.clerk)
  await clerk.open('/van-thu')
  await take(clerk, '28-van-thu', { whole: false })
  await seal(copy, code)
  await expect
    .poll(
      async () => {
        await hanh.open(`/ho-so/${code}`)
        return hanh.text()
      },
      { timeout: 60_000, interval: 700 },
    )
    .toContain('Đã trả kết quả')
  await take(hanh, '08c-ket-qua')
  await hanh.follow((await hanh.page.locator('a[href^="/kiem-tra/"]').first().getAttribute('href')) ?? '')
  await take(hanh, '13b-van-ban-dung')
  await hanh.open('/ho-so')
  await take(hanh, '08b-ho-so-cua-toi')
  await hanh.open('/thong-bao')
  await take(hanh, '15-thong-bao')

  await desk.open('/quay')
  await take(desk, '23a-quay', { whole: false })
  const counter = await officer(RETAIL_LICENCE.desk)
  await counter.open(`/quay/moi/${RETAIL_LICENCE.code}`)
  await take(counter, '23-quay-tiep-nhan', { whole: false })
  await receiveAtCounter(RETAIL_LICENCE)
  await take(counter, '23b-quay-da-nhan', { whole: false })

  const administrator = await officer('linh.tk')
  await administrator.open('/quan-tri/thu-tuc')
  await take(administrator, '40-quan-tri-thu-tuc', { whole: false })
  await administrator.open('/quan-tri/ket-noi')
  await take(administrator, '42-ket-noi', { whole: false })
  await administrator.open('/quan-tri/thu')
  await take(administrator, '43-thu-da-gui', { whole: false })
})
