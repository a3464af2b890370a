import { expect, it } from 'vitest'
import { ATTACKS } from './all-attacks.ts'
import { PEERS, askPeers, peersHere } from './ask-peers.ts'
import type { Peer, PeerAnswer } from './ask-peers.ts'
import { sample } from './attack.ts'
import { PEER_ANSWERS } from './peer-answers.ts'

const HONEST = 'honest'

it('what other programs say of the attacked files is what the table tells', { timeout: 200_000 }, async () => {
  const here = peersHere()
  if (here.length === 0) return
  const kept = await sample()
  const files = new Map([[HONEST, kept.sealed]])
  for (const attack of ATTACKS) files.set(attack.name, await attack.make(kept))
  const answers = await askPeers(kept.trust.anchors, files)
  const known = Object.fromEntries(
    [...files.keys()].map((name) => [name, Object.fromEntries(here.map((peer) => [peer, PEER_ANSWERS[name]?.[peer]]))]),
  )
  expect(Object.fromEntries(answers)).toEqual(known)
})

const WORDS: Record<PeerAnswer, string> = { valid: 'valid', finds: 'finds it', none: 'no signature' }

it('the table beside this is what the code says', async () => {
  const cells = (name: string) => PEERS.map((peer: Peer) => WORDS[PEER_ANSWERS[name]?.[peer] ?? 'none'])
  const rows = ATTACKS.map(({ name, done, verdict, reason }) => [
    `\`${name}\``,
    done,
    `${verdict}${reason ? `, ${reason}` : ''}`,
    ...cells(name),
  ])
  const fooled = (peer: Peer) => ATTACKS.filter(({ name }) => PEER_ANSWERS[name]?.[peer] === 'valid').length
  const text = [
    '# Attacks on signed files',
    '',
    'Each file is made by `make` of the attack with this name; `attacks.test.ts` holds what our verifier must say of it, `peers.test.ts`',
    'what other programs say. "valid": the program calls every signature valid and is fooled. qpdf knows only the structure of files.',
    `Of ${ATTACKS.length} files ${PEERS.map((peer) => `${peer} calls ${fooled(peer)} valid`).join(', ')}.`,
    'An honest file is valid for all of them. Written by `vitest run src/signing/attacks --update`.',
    '',
    ...aligned([['Name', 'What was done', 'Our verdict', ...PEERS], ...rows]),
    '',
  ].join('\n')
  await expect(text).toMatchFileSnapshot('./README.md')
})

/** As the formatter leaves it, so that both agree on the file. */
function aligned([head = [], ...rows]: string[][]): string[] {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)]
}
