import { formatDateTime } from '../../platform/dates.ts'
import { formToken, redirect, sitePage, type Web } from '../../platform/web/web.ts'
import { Actions, Button, ButtonLink, HiddenFields, HiddenToken, PageTitle } from '../../ui/index.ts'
import { HELD_PATH, heldFor } from '../held-request.ts'
import type { HeldSubmission } from '../held-submission.ts'
import { heldTexts as t } from '../texts.ts'

/** What waits for whoever signed in again, with a button that sends it as if nothing had happened. */
export async function heldRoutes(web: Web): Promise<void> {
  web.get(HELD_PATH, async (request, reply) => {
    const { actor } = request
    if (actor.kind === 'anonymous') return redirect(reply, `/dang-nhap?ve=${HELD_PATH}`)
    const held = await heldFor(request)
    const home = actor.kind === 'officer' ? '/viec' : '/ho-so'
    if (held.length === 0) return redirect(reply, home)
    const body = (
      <div class="mot">
        <PageTitle>{t.title}</PageTitle>
        <p>{t.lead}</p>
        {held.map((one) => (
          <HeldForm held={one} token={formToken(request, reply)} key={one.id} />
        ))}
        <Actions>
          <ButtonLink kind="quiet" href={home}>
            {t.leave}
          </ButtonLink>
        </Actions>
      </div>
    )
    return sitePage(request, reply, { site: 'official', title: t.title, body })
  })
}

function HeldForm({ held: { path, fields, heldAt }, token }: { held: HeldSubmission; token: string }) {
  const shown = fields.map(([, value]) => value.trim()).filter((value) => /\s|\d{3}/.test(value))
  return (
    <form method="post" action={path} class="san">
      <HiddenToken token={token} />
      <HiddenFields fields={fields} />
      <p>
        <b>{t.typedAt(formatDateTime(heldAt))}</b>
      </p>
      {shown.length > 0 && (
        <ul class="gach">
          {shown.slice(0, 8).map((value, index) => (
            <li key={index}>{value.length > 120 ? `${value.slice(0, 120)}…` : value}</li>
          ))}
        </ul>
      )}
      <Button large wide>
        {t.send}
      </Button>
    </form>
  )
}
