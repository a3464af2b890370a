import { expect, test } from 'vitest'
import { asChoice, firstChoice, handedIn, stateOf, type DeskPaper } from './paper-choice.ts'

const asked = { originals: 1, copies: 0, conditional: false, eform: false }
const paper = (changes: Partial<DeskPaper>): DeskPaper => ({
  ...asked,
  no: 1,
  code: 'A',
  name: 'Giấy chứng sinh',
  groupName: '',
  choice: 'original',
  fileIds: [],
  ...changes,
})

test.each([
  [asked, 'original'],
  [{ ...asked, originals: 0, copies: 1 }, 'copy'],
  [{ ...asked, originals: 0 }, 'original'],
  [{ ...asked, conditional: true }, 'not-my-case'],
  [{ ...asked, eform: true, conditional: true }, 'filled-on-screen'],
] as const)('%o is first taken as %s', (component, choice) => expect(firstChoice(component)).toBe(choice))

test.each([
  ['original', ['f1'], 'there'],
  ['original', [], 'missing'],
  ['held-by-the-state', [], 'left-out'],
  ['not-my-case', ['f1'], 'both'],
] as const)('%s with %j is %s', (choice, fileIds, state) =>
  expect(stateOf({ choice, fileIds: [...fileIds] })).toBe(state),
)

test('only a declaration can be filled in on screen, and only known words are choices', () => {
  expect(asChoice('filled-on-screen', { eform: false })).toBeUndefined()
  expect(asChoice('filled-on-screen', { eform: true })).toBe('filled-on-screen')
  expect(asChoice('later', { eform: true })).toBeUndefined()
})

test('papers go to filing as handed in or left out', () => {
  expect(
    handedIn([paper({ fileIds: ['f1'], choice: 'certified-copy' }), paper({ code: 'B', choice: 'held-by-the-state' })]),
  ).toEqual({
    components: [{ componentCode: 'A', form: 'certified-copy', fileIds: ['f1'] }],
    omitted: [{ componentCode: 'B', reason: 'held-by-the-state' }],
  })
})

test('papers of the vault are named with their files, each once', () => {
  const fromVault = new Map([
    ['f1', 'e1'],
    ['f2', 'e1'],
  ])
  expect(handedIn([paper({ fileIds: ['f1', 'f2'], choice: 'electronic', fromVault })]).components).toEqual([
    { componentCode: 'A', form: 'electronic', fileIds: ['f1', 'f2'], vaultEntryIds: ['e1'] },
  ])
})
