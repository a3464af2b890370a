import { expect, test } from 'vitest'
import { dueHistoryOf } from './due-history.ts'
import type { ClockEntry } from './clock-entry.ts'

type View = Parameters<typeof dueHistoryOf>[0]

const at = (day: string) => new Date(`2026-11-${day}T09:00:00+07:00`)
const due = (day: string) => new Date(`2026-11-${day}T16:30:00+07:00`)
const entry = (
  no: number,
  kind: ClockEntry['kind'],
  on: string,
  dueAt: Date | null,
  more: Partial<ClockEntry> = {},
) => ({
  no,
  kind,
  at: at(on),
  ground: null,
  until: null,
  document: null,
  legalBasis: null,
  reason: null,
  byAccountId: null,
  byName: 'Phạm Quang Huy',
  dueAt,
  dueOn: null,
  rulesOn: null,
  rulesVersion: null,
  ...more,
})
const kept = (form: 'supplement-request' | 'extension-notice' | 'stop-notice', no = 1) => ({
  form,
  no,
  file: { id: `${form}-${no}` },
})
const links = { paper: ({ file }: { file: { id: string } }) => `/tep/${file.id}`, closures: '/lich-lam-viec' }

function historyOf(
  clock: ClockEntry[],
  {
    papers = [],
    supplements = [],
    closure = null,
    current,
  }: { papers?: object[]; supplements?: object[]; closure?: object | null; current: Date | null },
) {
  const dossier = { originalDueAt: due('20'), dueAt: current }
  return dueHistoryOf({ clock, papers, supplements, closure, dossier } as unknown as View, links)
}

test('each event that moved the date is kept apart, with its paper', () => {
  const history = historyOf(
    [
      entry(1, 'received', '10', due('20')),
      entry(2, 'stopped', '11', null, { ground: 'supplement', document: 'Phiếu yêu cầu bổ sung lần 1' }),
      entry(3, 'received', '13', due('23')),
      entry(4, 'stopped', '16', null, {
        ground: 'legal-basis',
        document: '12/CV',
        legalBasis: 'Điều 236',
        reason: 'Tranh chấp',
      }),
      entry(5, 'resumed', '17', due('25'), { document: '15/CV' }),
      entry(6, 'recomputed', '18', due('26'), { document: '7/CĐ', reason: 'Bão số 12' }),
      entry(7, 'extended', '19', due('30'), { document: 'Văn bản xin lỗi', reason: 'Chờ đo đạc' }),
    ],
    {
      current: due('30'),
      supplements: [{ no: 1, requestedAt: at('11') }],
      papers: [kept('supplement-request'), kept('extension-notice')],
    },
  )
  expect(history).toMatchObject({ original: due('20'), current: due('30') })
  expect(
    history?.moves.map(({ kind, before, after, document, reason, href }) => [
      kind,
      before,
      after,
      document,
      reason,
      href,
    ]),
  ).toEqual([
    ['restarted', due('20'), due('23'), 'Phiếu yêu cầu bổ sung lần 1', null, '/tep/supplement-request-1'],
    ['resumed', due('23'), due('25'), '12/CV', 'Tranh chấp. Điều 236', undefined],
    ['closed', due('25'), due('26'), '7/CĐ', 'Bão số 12', '/lich-lam-viec'],
    ['extended', due('26'), due('30'), 'Văn bản xin lỗi', 'Chờ đo đạc', '/tep/extension-notice-1'],
  ])
})

test('while the clock stands nothing is promised, and the paper that stopped it is named', () => {
  const clock = [
    entry(1, 'received', '10', due('20')),
    entry(2, 'stopped', '11', null, { ground: 'supplement', document: 'Phiếu yêu cầu bổ sung lần 2' }),
  ]
  const supplements = [
    { no: 1, requestedAt: at('09') },
    { no: 2, requestedAt: at('11') },
  ]
  const papers = [kept('supplement-request'), kept('supplement-request', 2)]
  const history = historyOf(clock, { current: null, supplements, papers })
  expect(history?.moves).toMatchObject([
    { kind: 'standing', before: due('20'), after: null, href: '/tep/supplement-request-2' },
  ])
})

test('a dossier that was stopped promises nothing any more; one never moved has no moves; before reception there is none', () => {
  const stopped = historyOf([entry(1, 'received', '10', due('20')), entry(2, 'finished', '12', due('20'))], {
    current: due('20'),
    closure: { kind: 'stopped', at: at('12'), reason: 'Người nộp đề nghị', legalBasis: 'Nghị định 118/2025/NĐ-CP' },
    papers: [kept('stop-notice')],
  })
  expect(stopped).toMatchObject({
    current: null,
    moves: [{ kind: 'stopped', before: due('20'), after: null, href: '/tep/stop-notice-1' }],
  })
  expect(historyOf([entry(1, 'received', '10', due('20'))], { current: due('20') })?.moves).toEqual([])
  const waiting = {
    clock: [],
    papers: [],
    application: null,
    supplements: [],
    closure: null,
    dossier: { originalDueAt: null, dueAt: null },
  }
  expect(dueHistoryOf(waiting, links)).toBeNull()
})
