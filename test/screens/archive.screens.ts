import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { bring } from '../journeys/support/bring.ts'
import { command } from '../journeys/support/command.ts'
import { officer } from '../journeys/support/people.ts'
import { CERTIFIED_COPY as COPY } from '../journeys/support/procedures.ts'
import { databaseOf } from '../support/system-database.ts'
import { take } from './picture.ts'

const HANH = { citizen: '022188000512', citizenName: 'Nguyễn Thu Hạnh', bornOn: '1988-03-14' }
const ENTERED = `select count(*)::int as n from documents.vault_entry`

/** What entered the vaults has been there for longer than a year. */
async function letAYearPass(atLeast: number): Promise<void> {
  const client = new pg.Client({ connectionString: await databaseOf(inject('system'), 'postgres') })
  await client.connect()
  const entered = async () => (await client.query<{ n: number }>(ENTERED)).rows[0]?.n
  await expect.poll(entered, { timeout: 60_000 }).toBeGreaterThanOrEqual(atLeast)
  await client.query(`update documents.vault_entry set entered_at = entered_at - interval '13 months'`)
  await client.end()
}

test('pictures of the archive room and of the numbers of digitisation', async () => {
  const asked = [COPY, COPY, { ...COPY, ...HANH }]
  for (const one of asked) await bring(one, 'sealed', { resultDelivery: 'electronic' })
  await letAYearPass(asked.length)
  const clerk = await officer(COPY.clerk)
  await clerk.open('/luu-tru')
  await clerk.press('Giữ lại')
  await clerk.fill('Lý do, yêu cầu của ai', 'Toà án đang giải quyết vụ việc, Thông báo 45/TB-TA')
  await take(clerk, '32a-giu-lai', { whole: false })
  await clerk.press('Giữ lại')
  await take(clerk, '32-luu-tru', { whole: false })
  await clerk.press('Lập gói nộp lưu')
  await take(clerk, '32b-goi-nop-luu', { whole: false })

  await command('numbers', 'rebuild')
  const supervisor = await officer('binh.nth')
  await supervisor.open('/giam-sat/so-hoa')
  await take(supervisor, '31-so-lieu-so-hoa', { whole: false })
  await supervisor.press('Theo cơ quan')
  await take(supervisor, '31a-theo-co-quan', { whole: false })
})
