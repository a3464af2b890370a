import { afterAll, beforeAll, expect, test } from 'vitest'
import { PortalShell } from '../portal/shell.tsx'
import { runAction } from '../platform/action.ts'
import { renderPage } from '../ui/index.ts'
import { pageFindings, servePages, type PageServer } from '../ui/testing.ts'
import { openOfficersScreen, openOfficersSite, type OfficersScreen, type OfficersSite } from '../workspace/testing.ts'
import { clockOf, type Clock, type ClockEvent } from './clock.ts'
import { closeDay } from './close-day.ts'
import type { DueHistory } from './due-history.tsx'
import { at, busyCalendar, provinceCalendar, term } from './testing.ts'
import { WhyThisDate } from './why-this-date.tsx'
import { deadlinesWorkspaceRoutes } from './workspace/routes.tsx'

const SUPERVISOR = 'binh.nth'

/** As a dossier's page gives it: the moves of the clock with the paper of each. */
const historyOf = ({ original, current, movedBy }: Clock): DueHistory | null =>
  original &&
  current && {
    original: original.dueAt,
    current: current.dueAt,
    moves: movedBy.map((move) => ({
      ...move,
      before: move.before.dueAt,
      after: move.after.dueAt,
      ...(move.kind === 'extended' ? { href: '/ho-so/H49.11-261113-0004/tep/1' } : {}),
    })),
  }

let site: OfficersSite
let screen: OfficersScreen
let pages: PageServer
beforeAll(async () => {
  site = await openOfficersSite(deadlinesWorkspaceRoutes)
  screen = await openOfficersScreen(site)
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
            <WhyThisDate explanation={turned.explanation} history={historyOf(turned)} today="2026-11-25" />
            <h2>Qua Tết</h2>
            <WhyThisDate explanation={expected.explanation} stacked />
          </>
        }
      />,
    ),
  }))
}, 180_000)
afterAll(async () => {
  await screen?.close()
  await pages?.close()
  await site?.close()
})

test('the calendar of a year and the form to close days', async () => {
  const storm = { part: 'morning', order: '118/CĐ-UBND', reason: 'Bão số 13' } as const
  const officer = await site.officer(SUPERVISOR)
  await runAction(site.world.app, closeDay, officer, { from: '2026-11-25', to: '2026-11-26', ...storm })
  const page = await screen.open('/lich-lam-viec', SUPERVISOR)
  await page.getByLabel('Cơ quan').selectOption('so-cong-thuong')
  await page.getByRole('button', { name: 'Xem lịch' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Lịch làm việc')
  expect(await page.getByText('Đang áp dụng').count()).toBeGreaterThan(0)
  expect(await pageFindings(page, 'lich-lam-viec')).toEqual([])
}, 60_000)

test('why this date', async () => {
  const { page } = screen
  await page.goto(pages.url)
  expect(await page.getByText('tạm dừng theo 45/TB-SCT').count()).toBe(1)
  expect(await page.locator('.tuan .end').count()).toBe(2)
  expect(await pageFindings(page, 'vi-sao')).toEqual([])
}, 60_000)
