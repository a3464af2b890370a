import type { PhoneRequest, Phones } from './phones.ts'
import { mysignNotice } from './mysign.ts'
import { smartcaNotice } from './smartca.ts'

/** Where the services tell that a holder has answered; without an address they tell nobody. */
export type NoticeDoors = {
  smartca?: { url: string }
  mysign?: { tokenUrl: string; resultUrl: string; clientId: string; clientSecret: string }
}

type Options = { phones: Phones; doors: NoticeDoors; spId: string; lateMs: number }

/** Tells the system under test what happened, as the services do: late or twice when they were told to be so. */
export function noticeSender({ phones, doors, spId, lateMs }: Options) {
  const pending = new Set<NodeJS.Timeout>()
  const sending = new Set<Promise<unknown>>()

  const send = async (request: PhoneRequest): Promise<void> => {
    if (request.owner.service === 'smartca') {
      if (doors.smartca) await post(doors.smartca.url, smartcaNotice(phones, spId, request))
      return
    }
    if (!doors.mysign) return
    const { tokenUrl, resultUrl, clientId, clientSecret } = doors.mysign
    const credentials = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }
    const { data } = (await post(tokenUrl, credentials)) as { data?: { access_token?: string } }
    await post(resultUrl, mysignNotice(phones, request), { authorization: `Bearer ${data?.access_token ?? ''}` })
  }

  const sendNow = (request: PhoneRequest): void => {
    // Nobody hears it: the other side asks by itself.
    const sent = send(request).catch(() => undefined)
    sending.add(sent)
    void sent.finally(() => sending.delete(sent))
  }

  return {
    tell(request: PhoneRequest): void {
      const state = phones.state(request.owner.service)
      const times = state === 'twice' ? 2 : 1
      const timer = setTimeout(
        () => {
          pending.delete(timer)
          for (let time = 0; time < times; time += 1) sendNow(request)
        },
        state === 'late' ? lateMs : 0,
      )
      pending.add(timer)
    },
    async stop(): Promise<void> {
      for (const timer of pending) clearTimeout(timer)
      await Promise.all(sending)
    },
  }
}

async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(5_000),
  })
  return response.json()
}
