import { describe, expect, test } from 'vitest'
import { ROLES, type Officer, type Role } from '../platform/actor.ts'
import { BLANK_READERS } from '../results/blanks/keeper.ts'
import { HANDLING_ROLES, workNav } from './nav.ts'

const NOTHING = {
  opinions: 0,
  linkedParts: 0,
  notices: 0,
  handOvers: 0,
  confirmations: 0,
  papers: 0,
  disputes: 0,
  duplicates: 0,
}

function toolsOf(role: Role): string[] {
  const grants = [{ role, unitId: 'a', unitCode: 'H49.136', reach: 'unit' as const }]
  const officer: Officer = { kind: 'officer', accountId: 'b', fullName: 'Phạm Quang Huy', grants }
  return workNav(officer, undefined, NOTHING).tools.map(({ href }) => href)
}

describe('the tools in the side rail', () => {
  test.each(ROLES.filter((role) => role !== 'citizen'))('lead a %s to what the role may open', (role) => {
    const isHandling = HANDLING_ROLES.some((one) => one === role)
    expect(toolsOf(role).includes('/chung-thu-so-cua-toi')).toBe(isHandling)
    expect(toolsOf(role).includes('/phoi')).toBe(BLANK_READERS.some((one) => one === role))
  })

  test('show the register of certificates to administrators alone', () => {
    expect(ROLES.filter((role) => toolsOf(role).includes('/quan-tri/chung-thu-so'))).toEqual(['administrator'])
  })
})
