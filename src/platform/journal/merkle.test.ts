import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inclusionPath, leafHash, merkleRoot, rootFromPath } from './merkle.ts'

/** Test vectors of Certificate Transparency (RFC 6962 reference implementation): leaves and the root after each. */
const VECTOR_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const VECTOR_ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const leavesOf = (contents: readonly string[]) => contents.map((content) => leafHash(Buffer.from(content, 'hex')))

describe('Merkle tree', () => {
  it('gives the roots of the reference implementation', () => {
    const leaves = leavesOf(VECTOR_LEAVES)
    const roots = leaves.map((_, index) => merkleRoot(leaves.slice(0, index + 1)).toString('hex'))
    expect(roots).toEqual(VECTOR_ROOTS)
    expect(merkleRoot([]).toString('hex')).toBe(createHash('sha256').digest('hex'))
  })

  const tree = fc
    .array(fc.uint8Array({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 70 })
    .chain((contents) => fc.record({ contents: fc.constant(contents), index: fc.nat(contents.length - 1) }))

  it('proves every leaf, and no other leaf, position, size or path', () => {
    fc.assert(
      fc.property(tree, fc.nat(), ({ contents, index }, pick) => {
        const leaves = contents.map((content) => leafHash(content))
        const root = merkleRoot(leaves)
        const leaf = leaves[index] ?? Buffer.alloc(0)
        const path = inclusionPath(leaves, index)
        expect(rootFromPath(leaf, index, leaves.length, path)).toEqual(root)

        const foreign = leafHash(Buffer.from('something never sealed'))
        expect(rootFromPath(foreign, index, leaves.length, path)).not.toEqual(root)
        expect(rootFromPath(leaf, index, leaves.length, [...path, foreign]) ?? null).not.toEqual(root)
        if (path.length > 0) {
          const broken = path.map((hash, step) => (step === pick % path.length ? foreign : hash))
          expect(rootFromPath(leaf, index, leaves.length, broken)).not.toEqual(root)
          expect(rootFromPath(leaf, index, leaves.length, path.slice(1)) ?? null).not.toEqual(root)
        }
      }),
    )
  })

  it('gives another root when two different leaves change places', () => {
    fc.assert(
      fc.property(tree, fc.nat(), ({ contents, index }, pick) => {
        const leaves = contents.map((content) => leafHash(content))
        const other = pick % leaves.length
        const swapped = leaves
          .with(index, leaves[other] ?? Buffer.alloc(0))
          .with(other, leaves[index] ?? Buffer.alloc(0))
        const isSame = leaves[index]?.equals(leaves[other] ?? Buffer.alloc(0))
        expect(merkleRoot(swapped).equals(merkleRoot(leaves))).toBe(isSame)
      }),
    )
  })

  it('refuses a leaf that is not in the tree', () => {
    expect(() => inclusionPath(leavesOf(['00', '01']), 2)).toThrow(RangeError)
    expect(rootFromPath(leafHash('x'), 2, 2, [])).toBeUndefined()
  })
})
