import pg from 'pg'
import { expect, test } from 'vitest'
import { embeddedAddress } from './address.ts'

test('a role is reached through the socket of the data folder', () => {
  const { host, port, user, database } = new pg.Client({
    connectionString: embeddedAddress('/srv/một cửa/data', 54329, 'motcua_app', 'secret', 'motcua'),
  })
  expect({ host, port, user, database }).toEqual({
    host: '/srv/một cửa/data',
    port: 54329,
    user: 'motcua_app',
    database: 'motcua',
  })
})

test('a folder too deep for a socket is reached through the loopback address', () => {
  const address = embeddedAddress(`/srv/${'x'.repeat(100)}`, 54329, 'motcua_app', 'secret', 'motcua')
  expect(new pg.Client({ connectionString: address }).host).toBe('127.0.0.1')
})
