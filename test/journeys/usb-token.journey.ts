import { afterEach, expect, inject, test } from 'vitest'
import { bring } from './support/bring.ts'
import { officer, takeProblems } from './support/people.ts'
import { CERTIFIED_COPY } from './support/procedures.ts'
import { openVisitor, type Visitor } from './support/visitor.ts'

const { environment } = inject('system')
const PROGRAM = `https://127.0.0.1:${environment.TOKEN_PORT}`

afterEach(async () => {
  expect(await takeProblems()).toEqual([])
})

/** A machine with the signing program on it, whose certificate the browser was told to believe. */
async function putIn({ page }: Visitor, holder: string): Promise<void> {
  const program = await page.context().newPage()
  await program.goto(PROGRAM)
  await program.getByRole('button', { name: `Cắm USB token của ${holder}` }).click()
  await program.getByText(`Đang cắm USB token của ${holder}`).waitFor()
  await program.close()
}

async function setProgram(words: string): Promise<void> {
  const administrator = await officer('linh.tk')
  await administrator.open('/quan-tri/ket-noi')
  const form = administrator.page.getByRole('form', { name: 'Phần mềm ký bằng USB token' })
  await form.getByRole('button', { name: words }).click()
  await administrator.sees(`Phần mềm ký bằng USB token đang ở chế độ: ${words}`)
}

test('a leader reads the certificate on a USB token once and signs with it; what the program does wrong spoils nothing', async () => {
  const code = await bring(CERTIFIED_COPY, 'approved')
  const leader = await openVisitor({ believesLocal: true, as: await officer(CERTIFIED_COPY.signatory) })
  await leader.open('/ky-so/usb-token')
  await leader.page.getByRole('button', { name: 'Đọc từ USB token' }).click()
  await leader.sees('Phần mềm ký không trả chứng thư về')
  await putIn(leader, CERTIFIED_COPY.signatoryName)
  await leader.open('/ky-so/usb-token')
  await leader.press('Đọc từ USB token')
  await leader.sees('Đã ghi nhận chứng thư số')

  const sign = async () => {
    await leader.open(`/ky/${code}`)
    await leader.page.getByRole('button', { name: 'Ký bằng USB token' }).click()
  }
  for (const [state, words] of [
    ['Ngừng', 'Không thấy phần mềm ký trên máy này'],
    ['Từ chối', 'Bạn đã đóng cửa sổ ký'],
    ['Trả lời sai', /không phải|khác|thay đổi/],
  ] as const) {
    await setProgram(state)
    await sign()
    await leader.sees(words)
  }
  await setProgram('Chậm')
  await sign()
  await leader.sees('Đang chờ phần mềm ký trên máy này')
  await leader.sees(`Đã ký kết quả hồ sơ ${code}`)
  await setProgram('Bình thường')
  await leader.page.context().close()
})
