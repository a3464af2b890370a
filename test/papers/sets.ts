import { seededRandom } from '../support/seeded-random.ts'
import { draw } from './draw.ts'
import { KNOWN, UNSEEN } from './kinds/index.ts'
import type { Paper, Style } from './paper.ts'
import { between, pick, type Random } from './people.ts'
import { DPI, LEVELS, wear, type Level } from './wear.ts'

/** Papers the probabilities are fitted on, papers they are tried on, and papers of kinds nobody told the system about. */
export const SETS = ['training', 'held-out', 'unseen'] as const
export type SetName = (typeof SETS)[number]
export type Scan = { name: string; level: Level; paper: Paper; jpeg: Buffer }

const FONTS: Record<SetName, string[]> = {
  training: ['Tinos', 'New Computer Modern'],
  'held-out': ['Libertinus Serif', 'DejaVu Serif', 'DejaVu Sans', 'Tinos'],
  unseen: ['Libertinus Serif', 'DejaVu Serif', 'DejaVu Sans', 'Tinos'],
}
const SEEDS: Record<SetName, number> = { training: 20_261_130, 'held-out': 2_091_945, unseen: 19_051_890 }

/** Every kind at every wear, each time another office's setting and other people; always the same for a set. */
export async function* scansOf(set: SetName, rounds = 1): AsyncGenerator<Scan> {
  const kinds = set === 'unseen' ? UNSEEN : KNOWN
  for (let round = 0; round < rounds; round += 1)
    for (const [kindNo, kind] of kinds.entries())
      for (const [levelNo, level] of LEVELS.entries()) {
        const random = seededRandom(SEEDS[set] + round * 10_000 + kindNo * 100 + levelNo)
        const paper = await kind(random, aStyle(random, FONTS[set]))
        const { png } = await draw(paper, DPI[level], random)
        yield { name: `${set}-${round}-${paper.type}-${level}`, level, paper, jpeg: await wear(png, level, random) }
      }
}

export function aStyle(random: Random, fonts: string[]): Style {
  const font = pick(random, fonts)
  return {
    font,
    valueFont: random() < 0.25 ? pick(random, fonts) : font,
    size: between(random, 22, 27) / 2,
    leading: 0.65 + random() * 0.35,
    margin: between(random, 15, 30),
    leaders: random() < 0.45,
    numbering: pick(random, ['none', 'none', 'figures', 'dashes'] as const),
    bold: pick(random, ['none', 'none', 'labels', 'values'] as const),
    grid: random() < 0.4,
    stamp: random() < 0.35,
  }
}
