import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBareWeb, type BareWeb } from '../../../test/support/bare-web.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { ANONYMOUS } from '../actor.ts'
import { languageNow } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { choicesOf, keepChoices, withChoice, type Choices } from './choices.ts'

let world: TestApp
let bare: BareWeb
let own: Partial<Choices> | undefined
const remembered: Partial<Choices>[] = []

beforeAll(async () => {
  world = await openTestApp()
  bare = await openBareWeb(
    world.app,
    () => ANONYMOUS,
    async (web) => {
      web.addHook('onRequest', async (request) => {
        request.ownChoices = own
      })
      keepChoices(web, async (_request, choices) => void remembered.push(choices))
      for (const path of ['/trang', '/viec', '/api/v1/thu'])
        web.get(path, (request, reply) => reply.send({ ...choicesOf(request), spoken: languageNow() }))
      web.get('/api/v1/khong', () => {
        throw new Refusal('platform.not-found')
      })
    },
  )
})

afterAll(async () => {
  await bare?.close()
  await world?.close()
})

const spoken = async (url: string, headers: Record<string, string> = {}) =>
  (await bare.web.inject({ url, headers })).json<Choices & { spoken: string }>()

describe('the language of an answer', () => {
  test('is Vietnamese until somebody chooses, whatever the browser was set to', async () => {
    expect(await spoken('/trang', { 'accept-language': 'en-US' })).toMatchObject({ spoken: 'vi', 'ngon-ngu': 'vi' })
    expect(await spoken('/trang', { cookie: 'ngon-ngu=en' })).toMatchObject({ spoken: 'en', 'ngon-ngu': 'en' })
    expect(await spoken('/trang', { cookie: 'ngon-ngu=fr' })).toMatchObject({ spoken: 'vi' })
  })

  test('is Vietnamese on the pages of officers', async () => {
    expect(await spoken('/viec?loc=gap', { cookie: 'ngon-ngu=en' })).toMatchObject({ spoken: 'vi' })
  })

  test('is what a program accepts, also when it is refused', async () => {
    expect(await spoken('/api/v1/thu', { 'accept-language': 'en' })).toMatchObject({ spoken: 'en' })
    expect(await spoken('/api/v1/thu')).toMatchObject({ spoken: 'vi' })
    const { statusCode, headers, body } = await bare.web.inject({
      url: '/api/v1/khong',
      headers: { 'accept-language': 'en' },
    })
    expect([statusCode, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8'])
    expect(JSON.parse(body)).toMatchObject({ title: 'This does not exist, or you are not allowed to see it.' })
  })
})

describe('choosing how pages look', () => {
  test('keeps the choice in a cookie and comes back to the same page without it', async () => {
    const { statusCode, headers, cookies } = await bare.web.inject('/trang?q=nh%C3%A0&chu=lon&tuong-phan=cao')
    expect([statusCode, headers.location]).toEqual([303, '/trang?q=nh%C3%A0'])
    expect(cookies.map(({ name, value }) => [name, value])).toEqual([
      ['chu', 'lon'],
      ['tuong-phan', 'cao'],
    ])
    expect(remembered.splice(0)).toEqual([{ chu: 'lon', 'tuong-phan': 'cao' }])
  })

  test('leaves strange values alone', async () => {
    expect((await bare.web.inject('/trang?chu=to')).statusCode).toBe(200)
    expect(remembered).toEqual([])
  })

  test('on another device is followed until this one chooses otherwise', async () => {
    own = { 'ngon-ngu': 'en', chu: 'rat-lon' }
    try {
      expect(await spoken('/trang')).toMatchObject({ spoken: 'en', chu: 'rat-lon', 'tuong-phan': 'thuong' })
      expect(await spoken('/trang', { cookie: 'ngon-ngu=vi; chu=vua' })).toMatchObject({ spoken: 'vi', chu: 'vua' })
    } finally {
      own = undefined
    }
  })

  test('has an address of its own', () => {
    expect(withChoice('/tim?q=nh%C3%A0', 'ngon-ngu', 'en')).toBe('/tim?q=nh%C3%A0&ngon-ngu=en')
  })
})
