import { describe, expect, test } from 'vitest'
import { depthOf, factsOf, listedPapersOf, type DossierEvidence, type PaperEvidence } from './facts.ts'
import { SHARES, share, sumFigures, wholeFigures } from './figures.ts'

const paper = (code: string, hasFile = true, isSigned = false, hasData = false): PaperEvidence => {
  return { code, hasFile, isSigned, hasData }
}
const evidence = (changes: Partial<DossierEvidence>): DossierEvidence => ({
  dossier: { id: 'd', code: 'H49-1', procedureCode: '1.000001', competentUnitId: 'u' },
  level: 'commune',
  receivedOn: '2026-11-20',
  finishedOn: '2026-11-23',
  papers: [paper('A', true, true, true), paper('B', true, true)],
  listed: new Set(),
  reused: { vault: new Set(), register: new Set(), nationalPortal: 0 },
  result: 2,
  ...changes,
})

test.each([
  [paper('A', false, true, true), 0],
  [paper('A'), 1],
  [paper('A', true, false, true), 1],
  [paper('A', true, true), 2],
  [paper('A', true, true, true), 3],
])('depth of %o is %i', (one, depth) => expect(depthOf(one)).toBe(depth))

describe('a dossier', () => {
  test.each<[string, Partial<DossierEvidence>, object]>([
    [
      'counts every paper without a list',
      {},
      { duePapers: 2, signedPapers: 2, dataPapers: 1, isDigitised: true, fromList: false },
    ],
    [
      'counts the papers of the list',
      { listed: new Set(['B', 'Z']) },
      { duePapers: 1, dataPapers: 0, fromList: true, isDigitised: true },
    ],
    [
      'with one bare file is not digitised',
      { papers: [paper('A', true, true), paper('B')] },
      { filePapers: 2, signedPapers: 1, isDigitised: false },
    ],
    ['with nothing due is not digitised, and told apart', { papers: [] }, { duePapers: 0, isDigitised: false }],
    [
      'from before there was a rule counts for nothing',
      { receivedOn: '2022-05-31' },
      { signedPapers: 2, isDigitised: false },
    ],
    ['has an electronic result when it is signed', {}, { resultDepth: 2, isResultDigitised: true }],
    ['has none yet', { result: 0 }, { isResultDigitised: false }],
    [
      'counts a component once, whencesoever it was not asked for, and vault and registers apart',
      { reused: { vault: new Set(['A', 'B']), register: new Set(['B', 'C']), nationalPortal: 0 } },
      { reusedPapers: 3, reusedVault: 2, reusedRegister: 2 },
    ],
    ['that is not resolved has no result to count', { finishedOn: null }, { isResultDigitised: false }],
  ])('%s', (_, changes, facts) => expect(factsOf(evidence(changes))).toMatchObject(facts))
})

test('papers of the list are told one by one: handed in, from a vault, held by a register; others are not', () => {
  const listed = new Set(['A', 'B', 'C', 'Z'])
  const reused = { vault: new Set(['A']), register: new Set(['C', 'D']), nationalPortal: 0 }
  const papers = [paper('A', true, true, true), paper('B'), paper('X', true, true)]
  expect(listedPapersOf(evidence({ papers, listed, reused }))).toMatchObject([
    { componentCode: 'A', origin: 'vault', depth: 3, isDigitised: true },
    { componentCode: 'B', origin: 'filed', depth: 1, isDigitised: false },
    { componentCode: 'C', origin: 'register', depth: 0, isDigitised: false },
  ])
  expect(listedPapersOf(evidence({ papers, reused }))).toEqual([])
})

test('each share has its own denominator, and nothing of nothing is no share', () => {
  const figures = wholeFigures({ received: 4, digitised: 3, resolved: 5, resultDigitised: 4, carriedOver: 2 })
  expect([SHARES.digitised(figures), SHARES.resultDigitised(figures)]).toEqual([0.75, 0.8])
  expect(SHARES.listed(figures)).toBeUndefined()
  expect(share(0, 0)).toBeUndefined()
  expect(sumFigures([figures, figures])).toMatchObject({ received: 8, resolved: 10 })
})
