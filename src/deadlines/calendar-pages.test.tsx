import { mkdir } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PortalShell } from '../portal/shell.tsx'
import { runAction } from '../platform/action.ts'
import { renderPage } from '../ui/index.ts'
import { axeFindings, fitsWidth, openBrowser, servePages, type PageServer } from '../ui/testing.ts'
import { OFFICER_HEADER, openOfficersSite, type OfficersSite } from '../workspace/testing.ts'
import { clockOf, type ClockEvent } from './clock.ts'
import { closeDay } from './close-day.ts'
import { at, busyCalendar, provinceCalendar, term } from './testing.ts'
import { WhyThisDate } from './why-this-date.tsx'
import { deadlinesWorkspaceRoutes } from './workspace/routes.tsx'

const SUPERVISOR = 'binh.nth'
/** Set to a folder to look at what was tested. */
const PICTURES = process.env.MOTCUA_PICTURES

let site: OfficersSite
let browser: Browser
let address: string
let pages: PageServer
beforeAll(async () => {
  site = await openOfficersSite(deadlinesWorkspaceRoutes)
  address = await site.web.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
  const { calendar, rules } = await provinceCalendar()
  const events: ClockEvent[] = [
    { kind: 'received', at: at('2026-11-13T15:48') },
    { kind: 'stopped', at: at('2026-11-18T10:00'), ground: 'legal-basis', document: '45/TB-SCT', legalBasis: 'Điều 9' },
    { kind: 'resumed', at: at('2026-11-20T09:00') },
    { kind: 'extended', at: at('2026-11-25T09:00'), until: '2026-12-04', document: '12/XL-SCT', reason: 'chờ đo đạc' },
  ]
  const turned = clockOf({ term: term('7 working-day'), events, calendar, rules })
  const tet = [{ kind: 'received' as const, at: at('2027-01-28T09:00') }]
  const busy = { events: tet, calendar: await busyCalendar(), rules }
  const expected = clockOf({ term: term('10 working-day'), ...busy })
  pages = await servePages(async (assets) => ({
    html: renderPage(
      <PortalShell
        title="Vì sao là ngày này?"
        assets={assets}
        body={
          <>
            <h1>Vì sao là ngày này?</h1>
            <WhyThisDate explanation={turned.explanation} moves={turned.movedBy} today="2026-11-25" />
            <h2>Qua Tết</h2>
            <WhyThisDate explanation={expected.explanation} stacked />
          </>
        }
      />,
    ),
  }))
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await pages?.close()
  await site?.close()
})

async function look(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return
  await mkdir(PICTURES, { recursive: true })
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
}

test.each([360, 1280])(
  'the calendar of a year and the form to close days, %d px',
  async (width) => {
    const page = await browser.newPage({
      viewport: { width, height: 3600 },
      extraHTTPHeaders: { [OFFICER_HEADER]: SUPERVISOR },
    })
    const storm = { part: 'morning', order: `118-${width}/CĐ-UBND`, reason: 'Bão số 13' } as const
    const officer = await site.officer(SUPERVISOR)
    await runAction(site.world.app, closeDay, officer, { from: '2026-11-25', to: '2026-11-26', ...storm })
    await page.goto(`${address}/lich-lam-viec`)
    await page.getByLabel('Cơ quan').selectOption('so-cong-thuong')
    await page.getByRole('button', { name: 'Xem lịch' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Lịch làm việc')
    expect(await page.getByText('Đang áp dụng').count()).toBeGreaterThan(0)
    expect(await axeFindings(page)).toEqual([])
    expect(await fitsWidth(page)).toBe(true)
    await look(page, `lich-lam-viec-${width}`)
    await page.close()
  },
  60_000,
)

test.each([360, 1280])(
  'why this date, %d px',
  async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    await page.goto(pages.url)
    expect(await page.getByText('tạm dừng theo 45/TB-SCT').count()).toBe(1)
    expect(await page.locator('.tuan .end').count()).toBe(2)
    expect(await axeFindings(page)).toEqual([])
    expect(await fitsWidth(page)).toBe(true)
    await look(page, `vi-sao-${width}`)
    await page.emulateMedia({ media: 'print' })
    await look(page, `vi-sao-in-${width}`)
    await page.close()
  },
  60_000,
)
