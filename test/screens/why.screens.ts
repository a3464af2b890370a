import { test } from 'vitest'
import { bring, dayFromToday, post, programFor } from '../journeys/support/bring.ts'
import { citizenReads } from '../journeys/support/citizen-sees.ts'
import { citizen, officer } from '../journeys/support/people.ts'
import { RETAIL_LICENCE as RETAIL } from '../journeys/support/procedures.ts'
import { take } from './picture.ts'

/** The first working day from so many days on. */
async function extended(code: string, days: number): Promise<void> {
  const head = await programFor(RETAIL.head)
  for (let later = days; later < days + 12; later += 1) {
    const ask = { reason: 'Chưa khảo sát xong địa điểm, cần thêm thời gian.', until: dayFromToday(later) }
    if ((await head.call('POST', `/dossiers/${code}/extend`, ask)).status < 300) return
  }
  throw new Error('no working day to promise')
}

test('pictures of why a date is what it is', async () => {
  const code = await bring(RETAIL, 'appraising')
  await post('binh.nth', '/calendar/closures', {
    from: dayFromToday(9),
    to: dayFromToday(10),
    part: 'day',
    order: '118/CĐ-UBND',
    reason: 'Bão số 13',
  })
  await extended(code, 36)
  const person = await citizen(RETAIL.citizen)
  await citizenReads(person, code, 'Văn bản xin lỗi, hẹn lại ngày trả')
  await take(person, '08d-vi-sao-ngay-nay')
  const specialist = await officer(RETAIL.specialist)
  await specialist.open(`/lam/${code}`)
  await specialist.page.getByText('Cách tính ngày hẹn').first().click()
  await take(specialist, '21c-vi-sao-ngay-nay', { at: '.doi-hen' })
})
