import { inject } from 'vitest'
import pg from 'pg'
import { newId } from '../../src/platform/id.ts'

export type TestDatabase = {
  name: string
  url(role: 'postgres' | 'motcua_owner' | 'motcua_app'): string
  drop(): Promise<void>
}

/** A fresh database cloned from the template: about 40 ms. */
export async function cloneDatabase(from?: string): Promise<TestDatabase> {
  const { urls } = inject('database')
  const name = `world_${newId().replaceAll('-', '')}`
  const template = from ?? new URL(urls.postgres).pathname.slice(1)
  const url: TestDatabase['url'] = (role) => Object.assign(new URL(urls[role]), { pathname: `/${name}` }).href
  const admin = async (statement: string) => {
    const client = new pg.Client({
      connectionString: Object.assign(new URL(urls.postgres), { pathname: '/postgres' }).href,
    })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await admin(`create database ${name} template ${template} strategy file_copy owner motcua_owner`)
  return { name, url, drop: () => admin(`drop database if exists ${name} with (force)`) }
}
