import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { PERMISSIONS_FILE, permissionsTable } from '../src/permissions.ts'

it('docs/permissions.md is what the code says (npx motcua permissions writes it)', async () => {
  expect(await readFile(PERMISSIONS_FILE, 'utf8')).toBe(await permissionsTable())
})
