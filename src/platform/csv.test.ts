import { expect, it } from 'vitest'
import { parseCsv } from './csv.ts'

it.each([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r\n"x, y","nói ""vâng"""\r\n',
    [
      ['a', 'b'],
      ['x, y', 'nói "vâng"'],
    ],
  ],
  [
    'a,b\n"hai\ndòng",\n',
    [
      ['a', 'b'],
      ['hai\ndòng', ''],
    ],
  ],
  [
    'a,b\n1,',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  [
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
])('reads %j', (text, lines) => expect(parseCsv(text)).toEqual(lines))

it('says where a quote is left open', () => expect(() => parseCsv('a,b\n1,"x')).toThrow('character 6'))
