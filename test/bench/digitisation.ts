import { vietnamDate } from '../../src/platform/dates.ts'
import { probabilityOf } from '../../src/digitisation/calibration/calibration.ts'
import { above, calibrationTable } from '../../src/digitisation/calibration/table.ts'
import { shippedKnown } from '../../src/digitisation/known-on.ts'
import { recogniserOf } from '../../src/digitisation/reading/recognisers/choose.ts'
import type { Held } from '../papers/measure.ts'
import { givenScans } from '../papers/given-scans.ts'
import { readScans, readSet, type MeasuredScan, type ReadSet } from '../papers/read-set.ts'
import type { Part } from './part.ts'
import type { Row } from './report.ts'

/** Of the papers read when the measuring itself is tried: prime to the six wears, so that each is among them. */
const QUICK_EVERY = 7
const SURE = 0.95

/**
 * Reads papers drawn for this alone: known kinds with fonts, people and settings nothing was fitted on, and kinds nobody told the
 * system about, each worn in six ways.
 */
export const digitisation: Part = async ({ quick, scans }) => {
  const recogniser = await recogniserOf(undefined)
  const known = await shippedKnown(vietnamDate(new Date()))
  const every = quick ? QUICK_EVERY : 1
  const heldOut = await readSet('held-out', recogniser, known, { every })
  const unseen = await readSet('unseen', recogniser, known, { every })
  const given = scans === undefined ? undefined : await readScans(givenScans(scans), recogniser, known, every)
  const all = [...heldOut.scans, ...unseen.scans]
  const told = (what: Held['what'], scans: readonly MeasuredScan[]) =>
    scans
      .flatMap(({ held }) => held)
      .filter((one) => one.what === what)
      .map(({ signs, isRight, hasFault }) => ({
        confidence: probabilityOf(known.calibration, signs),
        isRight,
        hasFault,
      }))
  const fields = told('field', heldOut.scans)
  const sure = above(
    fields.filter(({ hasFault }) => !hasFault),
    SURE,
  )
  return [
    {
      what: `Papers read with ${recogniser.name}: ${heldOut.scans.length} of known kinds, ${unseen.scans.length} of others`,
      measured: `${heldOut.failed + unseen.failed} pages beyond their limits`,
    },
    aimed(
      'Letters wrong, with marks',
      mean(all, ({ errors }) => errors),
      0.015,
      'less',
    ),
    { what: 'Letters wrong, without marks', measured: percent(mean(all, ({ plainErrors }) => plainErrors)) },
    ...wears(heldOut.scans),
    aimed(
      'Kinds told rightly',
      mean(all, ({ kindIsRight }) => (kindIsRight ? 1 : 0)),
      0.95,
      'more',
    ),
    aimed('Fields exact, of all on the papers', share(heldOut.scans, 'exact'), 0.93, 'more'),
    ...[...Map.groupBy(heldOut.scans, ({ type }) => type)].map(([type, own]) => ({
      what: `– ${type}`,
      measured: percent(share(own, 'exact')),
    })),
    aimed('Values of papers never seen, as label and value', share(unseen.scans, 'printed'), 0.85, 'more'),
    ...calibrationTable(fields)
      .filter(({ count }) => count > 0)
      .map(({ from, to, count, right }) => ({
        what: `Told with ${percent(from)} to ${percent(to)}`,
        measured: `${right} of ${count} right (${percent(right / count)})`,
      })),
    {
      ...aimed('Told as at least 95 % sure and without a fault', sure.right / Math.max(1, sure.count), SURE, 'more'),
      floor: `${sure.count} values`,
    },
    speed(all),
    ...(given ? rowsOfGiven(given) : []),
  ]
}

/** Scans somebody else made: the figures that were aimed at when this was begun. */
function rowsOfGiven({ scans, failed }: ReadSet): Row[] {
  const found = scans.flatMap(({ held }) => held).filter(({ what }) => what === 'field')
  const right = found.filter(({ isRight }) => isRight).length
  return [
    { what: `Given scans: ${scans.length}`, measured: `${failed} pages beyond their limits` },
    aimed(
      'Letters wrong on them, with marks',
      mean(scans, ({ errors }) => errors),
      0.015,
      'less',
    ),
    { what: 'Letters wrong on them, without marks', measured: percent(mean(scans, ({ plainErrors }) => plainErrors)) },
    ...wears(scans),
    aimed('Fields exact on them, of all on the papers', share(scans, 'exact'), 0.93, 'more'),
    {
      what: 'Fields exact on them, of those found',
      measured: `${right} of ${found.length} (${percent(right / found.length)})`,
    },
    ...[...Map.groupBy(scans, ({ type }) => type)].map(([type, own]) => ({
      what: `– ${type}`,
      measured: `${percent(mean(own, ({ errors }) => errors))} of letters wrong, ${percent(share(own, 'exact'))} of fields exact`,
    })),
  ]
}

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`

function mean(scans: readonly MeasuredScan[], of: (scan: MeasuredScan) => number): number {
  return scans.reduce((sum, scan) => sum + of(scan), 0) / Math.max(1, scans.length)
}

function share(scans: readonly MeasuredScan[], which: 'exact' | 'printed'): number {
  const all = scans.reduce((sum, { values }) => sum + values, 0)
  return scans.reduce((sum, scan) => sum + scan[which], 0) / Math.max(1, all)
}

function wears(scans: readonly MeasuredScan[]): Row[] {
  return [...Map.groupBy(scans, ({ level }) => level)].map(([level, own]) => ({
    what: `– worn “${level}”`,
    measured: `${percent(mean(own, ({ errors }) => errors))} of letters wrong, ${percent(share(own, 'exact'))} of fields exact`,
  }))
}

function aimed(what: string, value: number, aim: number, way: 'less' | 'more'): Row {
  const isMet = way === 'less' ? value <= aim : value >= aim
  return { what, measured: percent(value), aim: `${way === 'less' ? 'at most' : 'at least'} ${percent(aim)}`, isMet }
}

function speed(scans: readonly MeasuredScan[]): Row {
  const [whole, bare] = [mean(scans, (scan) => scan.whole), mean(scans, (scan) => scan.bare)]
  return {
    what: 'Pages a second on one core, from the picture to the words',
    measured: (1_000 / whole).toFixed(2),
    floor: `${(1_000 / bare).toFixed(2)}, the recogniser alone on the prepared page`,
    ratio: whole / bare,
  }
}
