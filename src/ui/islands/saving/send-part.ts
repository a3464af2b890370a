const PATIENCE_MS = 30_000
/** Browsers let no more than this outlive the page. */
const OUTLIVES_BYTES = 60_000

/** Why something typed is not kept at the server. */
export type Trouble = 'no-line' | 'server' | 'signed-out' | 'elsewhere' | 'gone' | 'refused'

export type Sent = { kind: 'saved'; mark: string; savedAt: string } | { kind: Trouble }

/** A part of a form as it is sent: what was typed, what it is based on, and the page's token. */
export type Part = {
  address: string
  typed: string
  mark: string
  token: string
  /** Sent before and not answered: it may be at the server or not. */
  unanswered?: string
}

/** Sends a part of a form without leaving the page. Sent twice, the second changes nothing. */
export async function sendPart({ address, typed, mark, token }: Part): Promise<Sent> {
  const body = new URLSearchParams(typed)
  body.set('moc', mark)
  body.set('_csrf', token)
  const answer = await fetch(address, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
    credentials: 'same-origin',
    keepalive: typed.length < OUTLIVES_BYTES,
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => undefined)
  if (!answer) return { kind: 'no-line' }
  if (!answer.ok) return { kind: troubleOf(answer.status) }
  // An answer cut in the middle is no answer.
  const told = await (answer.json() as Promise<{ mark: string; savedAt: string }>).catch(() => undefined)
  return told ? { kind: 'saved', ...told } : { kind: 'no-line' }
}

function troubleOf(status: number): Trouble {
  if (status >= 500 || status === 429) return 'server'
  if (status === 401) return 'signed-out'
  if (status === 409) return 'elsewhere'
  return status === 404 ? 'gone' : 'refused'
}

/** Another try may do it without the person; the rest waits for them. */
export function maySoonPass(trouble: Trouble): boolean {
  return trouble === 'no-line' || trouble === 'server' || trouble === 'signed-out'
}
