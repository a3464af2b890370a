import { beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../../../test/support/seeded-random.ts'
import type { GreyPage } from '../../reading/marks.ts'
import { aPaper, blurred, remade, scanned } from '../testing.ts'
import { judgePage } from './judge-page.ts'
import type { Fault } from './quality.ts'

/** Half the points to look at. */
const A5 = { width: 148, height: 210, size: 10, lines: 15 }

let page: GreyPage
beforeAll(async () => {
  page = await scanned(await aPaper({ ...A5, sheets: ['GIẤY KHAI SINH'] }), { seed: 5 })
})

const judged = (one: GreyPage, whole: GreyPage | undefined = one, dpi = one.dpi) =>
  judgePage({ page: one, raw: one, dpi, whole })
const faultsOf = (one: GreyPage, whole?: GreyPage, dpi?: number): string[] =>
  judged(one, whole, dpi).quality.faults.map(said)
const said = ({ kind, weight, places }: Fault) => [kind, weight, ...places].join(' ')

function cut({ data, width, height, dpi }: GreyPage, columns: number): GreyPage {
  const rows = Array.from({ length: height }, (_, y) => [...data.subarray(y * width, y * width + columns)])
  return { data: Uint8Array.from(rows.flat()), width: columns, height, dpi }
}

describe('what is wrong with a page', () => {
  it('finds nothing on a good one, and with much grain', async () => {
    expect(faultsOf(page)).toEqual([])
    const paper = await aPaper({ ...A5, sheets: ['ĐƠN XIN XÁC NHẬN'] })
    expect(faultsOf(await scanned(paper, { seed: 3, grain: 22 }))).toEqual([])
  })

  it('tells which part is blurred, and blurred a little from unreadable', async () => {
    const soft = await blurred(page, 3)
    const foot = remade(page, (value, x, y) => (y > page.height * 0.62 ? (soft.data[y * page.width + x] ?? 0) : value))
    expect(faultsOf(foot)).toEqual(['blurred again bottom-left bottom'])
    expect(judged(await blurred(page, 3)).quality.faults).toMatchObject([{ kind: 'blurred', weight: 'again' }])
    expect(judged(await blurred(page, 1.9)).quality.faults).toMatchObject([{ kind: 'blurred', weight: 'look' }])
    expect(faultsOf(await blurred(page, 0.7))).toEqual([])
  })

  it('tells dark from faint', () => {
    expect(faultsOf(remade(page, (value) => value * 0.2))).toEqual(['dark again'])
    expect(faultsOf(remade(page, (value) => value * 0.42))).toEqual(['dark look'])
    expect(faultsOf(remade(page, (value) => 150 + value * 0.38))).toEqual(['faint look'])
  })

  it('tells at which side letters are cut off', () => {
    const half = cut(page, Math.round(page.width * 0.4))
    expect(faultsOf(half, half, 200)).toEqual(['cut-edge again right'])
    expect(faultsOf(page, undefined)).toEqual([])
  })

  it('tells resolutions that are too low by what came, not by what was made of it', () => {
    expect(faultsOf(page, page, 150)).toEqual(['coarse look'])
    expect(faultsOf(page, page, 90)).toEqual(['coarse again'])
  })

  it('tells the photo of a screen by its grid', () => {
    const grid = remade(page, (value, x, y) => {
      const [along, across] = [x * 0.98 + y * 0.06, y * 0.98 - x * 0.06]
      return (
        value * (0.85 + 0.06 * Math.cos((2 * Math.PI * along) / 3.4) + 0.04 * Math.cos((2 * Math.PI * across) / 3.4))
      )
    })
    expect(faultsOf(grid)).toEqual(['screen again'])
  })

  it('tells two papers on one glass', async () => {
    const width = page.width
    const shrunk = remade(page, (_, x, y) => {
      const side = Math.floor((x * 2) / width)
      const from = { x: Math.round((x - side * (width / 2)) * 2.4 - width * 0.1), y: Math.round(y * 1.6) }
      if (from.x < 0 || from.x >= width || from.y >= page.height) return 235
      return page.data[from.y * width + from.x] ?? 235
    })
    expect(faultsOf(shrunk).filter((fault) => fault.startsWith('two'))).toEqual(['two-papers look'])
  })

  it('a blank sheet is blank, a blurred one and a dark picture are not', async () => {
    const random = seededRandom(9)
    const plain = remade(page, () => 240 + (random() - 0.5) * 12)
    expect(judged(plain)).toMatchObject({ isBlank: true, quality: { faults: [] } })
    const lost = await blurred(page, 14)
    expect(judged(lost).isBlank).toBe(false)
    expect(faultsOf(lost)).toEqual(['empty again'])
    expect(faultsOf(remade(page, () => 25 + (random() - 0.5) * 12))).toEqual(['empty again'])
  })
})

describe('which way up a page stands', () => {
  const turned = (quarter: 0 | 1 | 2 | 3): GreyPage => {
    const { data, width, height, dpi } = page
    const [wide, high] = quarter % 2 === 0 ? [width, height] : [height, width]
    const out = new Uint8Array(data.length)
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const [tx, ty] = [
          [x, y],
          [height - 1 - y, x],
          [width - 1 - x, height - 1 - y],
          [y, width - 1 - x],
        ][quarter] as [number, number]
        out[ty * wide + tx] = data[y * width + x] ?? 0
      }
    }
    return { data: out, width: wide, height: high, dpi }
  }

  it.each([
    [0, 0],
    [1, 270],
    [2, 180],
    [3, 90],
  ] as const)('turned by %i quarters it is turned on by %i degrees', (quarter, turn) => {
    const { orientation } = judged(turned(quarter))
    expect([turn, (turn + 180) % 360]).toContain(orientation?.turn)
    if (orientation?.sure) expect(orientation.turn).toBe(turn)
  })

  it('says nothing of a page with hardly anything on it', () => {
    expect(judged(remade(page, () => 240)).orientation).toBeUndefined()
  })
})
