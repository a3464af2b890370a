import type { Page } from 'playwright-core'
import type { CitizensPages } from './citizens-pages.ts'

/** A page in one of its states: its address, and what is done there before one looks. */
export type Visit = { path: string; before?: (page: Page) => Promise<void> }

/** What a stranger meets. */
export function strangersVisits({ dossiers, shared, result }: CitizensPages): Visit[] {
  return [
    ...pages(
      '/',
      '/thu-tuc',
      '/tim?q=khai+sinh',
      '/tim?q=khongcogi',
      '/thu-tuc/1.001193',
      '/thu-tuc/1.013225',
      '/thu-tuc/1.001193/hoi-nhanh',
      '/viec/co-con-nho',
      '/ho-tro',
      '/tra-cuu',
      `/tra-cuu?ma=${dossiers.appraising}`,
      '/tra-cuu?ma=abc',
      '/kiem-tra',
      result,
      '/kiem-tra/khong-co',
      '/dang-nhap',
      shared,
      '/chia-se/khong-co',
      '/khong-co-trang-nay',
    ),
    refused(shared, '', typed('mat-khau', 'sai')),
  ]
}

/** What the owner of the forms, dossiers and papers meets. */
export function ownersVisits({
  dossiers,
  filled,
  begun,
  paper,
  oldPaper,
  hanh,
  forChild,
  many,
  link,
  invitation,
  confirm,
}: CitizensPages): Visit[] {
  const asked = `/ho-so/${dossiers['awaiting-supplement']}`
  const mine = `/ho-so/${dossiers.submitted}`
  const delivery = `${mine}/nhan-ket-qua`
  const request = `${filled}/noi-dung`
  return [
    ...pages('/thu-tuc/1.001193/nop', begun, `${begun}/giay-to/1`, `${begun}/kiem-tra`),
    refused(`${begun}/giay-to/1`, '/khong-nop'),
    ...pages(filled, `${filled}/nguoi-nop`, `${filled}/noi-giai-quyet`, request, `${filled}/kiem-tra`),
    ...pages(`${filled}/giay-to/1`, `${filled}/giay-to/4`, '/bai-khai/7KQ-402', confirm),
    refused(`${filled}/nguoi-nop`, '', typed('phone', '12')),
    refused(request, '', async (page) => {
      const elsewhere = { request: `Lưu từ máy khác ${Math.random()}`, resultDelivery: 'counter', declaredTrue: 'yes' }
      await hanh.get(request)
      await hanh.post(request, elsewhere)
      await typed('request', 'Gõ ở đây')(page)
    }),
    { path: request, before: withoutLine },
    ...pages('/ho-so', ...Object.values(dossiers).map((code) => `/ho-so/${code}`)),
    ...pages(`${mine}/da-nop`, `${mine}/rut`, delivery, `${asked}/bo-sung`),
    ...pages(`/ho-so/${forChild}`, `/ho-so/${forChild}/nguoi-nop-thay`, '/ai-da-giup-toi', '/to-chuc'),
    ...pages('/thu-tuc/2.000815/nop-nhieu', many, `${many}/dong/2`),
    ...pages(`${filled}/cung-dung-ten`, link, invitation),
    refused(`${filled}/cung-dung-ten`),
    refused(invitation, '/tu-choi'),
    refused(`${mine}/rut`),
    refused(delivery, '', async (page) => {
      await page.locator('[value=postal]').check()
      await typed('dia-chi', '')(page)
    }),
    refused(`${asked}/bo-sung`),
    ...pages('/giay-to', paper, '/giay-to/ai-da-xem', '/thong-bao', '/phien', '/tai-khoan', '/dang-xuat', '/gui-tiep'),
    refused(paper, '/chia-se', typed('so-lan', '99')),
    refused(oldPaper, '/bao-sai', typed('sai', 'x')),
    refused('/tai-khoan', '', typed('so-dien-thoai', '12')),
  ]
}

const pages = (...paths: string[]): Visit[] => paths.map((path) => ({ path }))

const typed = (name: string, value: string) => async (page: Page) => {
  const box = page.locator(`[name="${name}"]`).first()
  await box.evaluate((one) => one.closest('details')?.setAttribute('open', ''))
  await box.fill(value)
}

/** A form sent as it stands, past what the script checks before, so that the server says what is wrong. */
function refused(path: string, to = '', fill: (page: Page) => Promise<void> = async () => {}): Visit {
  return {
    path,
    async before(page) {
      await fill(page)
      const [whole, begin] = [`main form[action="${path}${to}"]`, `main form[action^="${path}${to}`]
      const form = page.locator(`${whole}, ${begin}#"], ${begin}?"], main form:not([action])`).first()
      await Promise.all([
        page.waitForEvent('load'),
        form.evaluate((one: HTMLFormElement) => HTMLFormElement.prototype.submit.call(one)),
      ])
      await page.locator('[role=alert], [aria-invalid=true]').first().waitFor({ timeout: 5_000 })
    },
  }
}

/** Something is typed while the line is away. */
async function withoutLine(page: Page): Promise<void> {
  await page.context().setOffline(true)
  await typed('request', 'Gõ lúc mất mạng')(page)
  await page.locator('.tt-luu:not(:empty)').waitFor()
  await page.waitForTimeout(300)
}
