import { Readable } from 'node:stream'
import { holds } from '../../../platform/actor.ts'
import { vietnamDate } from '../../../platform/dates.ts'
import { act, ask, formToken, redirect, sitePage, type Web, type WebRequest } from '../../../platform/web/web.ts'
import { sendPdf } from '../../../documents/index.ts'
import { closeRegister } from '../../register/close-register.ts'
import { REGISTER_CLOSERS } from '../../register/desks.ts'
import { exportRegister } from '../../register/export-register.ts'
import { checkRegister, getRegister, listRegisters, type RegisterPage } from '../../register/get-register.ts'
import { printRegister } from '../../register/print-register.ts'
import { mayClose } from '../../register/register.ts'
import { fill } from '../../register/texts.ts'
import { NoRegister, REGISTER_PATH, RegisterPageView, registerAddress } from './page.tsx'
import { pageTexts as texts } from './texts.ts'

type Asked = { so?: string; thang?: string; sau?: string; xong?: string }
type Book = { Params: { deskId: string; year: string }; Querystring: { thang?: string; phan?: string } }

/** The register of dossiers (form 07): read, print, export, close. */
export async function registerRoutes(web: Web): Promise<void> {
  web.get<{ Querystring: Asked }>(REGISTER_PATH, async (request, reply) => {
    const { so, thang, sau, xong } = request.query
    const books = await ask(request, listRegisters, {})
    const [deskId = books[0]?.deskId, year = books[0]?.year] = so?.split('.') ?? []
    const frame = { site: 'workspace', title: texts.title, current: REGISTER_PATH } as const
    if (deskId === undefined || year === undefined) return sitePage(request, reply, { ...frame, body: <NoRegister /> })
    const month = thang ? Number(thang) : undefined
    const book = { deskId, year: Number(year) }
    const page = await ask(request, getRegister, { ...book, ...monthOf(month), ...(sau ? { after: Number(sau) } : {}) })
    // Counting a year anew reads all of it: done where the book is opened, not on each page of it.
    const check = page.closing && !sau ? await ask(request, checkRegister, book) : null
    return sitePage(request, reply, {
      ...frame,
      body: (
        <RegisterPageView
          books={books}
          page={page}
          month={month}
          matches={check && check.matches}
          closeToken={closable(request, page) ? formToken(request, reply) : null}
          notice={xong === undefined ? null : fill(texts.justClosed, { book: page.book })}
        />
      ),
    })
  })

  web.get<Book>(`${REGISTER_PATH}/:deskId/:year/in`, async (request, reply) => {
    const { thang, phan } = request.query
    const asked = { ...bookOf(request.params), ...monthOf(thang ? Number(thang) : undefined) }
    const { name, pdf } = await ask(request, printRegister, { ...asked, part: Number(phan ?? 1) })
    return sendPdf(reply, name, pdf)
  })

  web.get<Book>(`${REGISTER_PATH}/:deskId/:year/tai`, async (request, reply) => {
    const { thang } = request.query
    const { name, csv } = await ask(request, exportRegister, {
      ...bookOf(request.params),
      ...monthOf(thang ? Number(thang) : undefined),
    })
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      .send(Readable.from(csv))
  })

  web.post<Book>(`${REGISTER_PATH}/:deskId/:year/khoa`, async (request, reply) => {
    const { deskId, year } = bookOf(request.params)
    await act(request, closeRegister, { deskId, year })
    return redirect(reply, `${registerAddress({ desk: { id: deskId, name: '' }, year })}&xong=1`)
  })
}

const bookOf = ({ deskId, year }: Book['Params']) => ({ deskId, year: Number(year) })
const monthOf = (month: number | undefined) => (month === undefined ? {} : { month })

function closable(request: WebRequest, { year, closing }: RegisterPage): boolean {
  const today = vietnamDate(request.server.app.clock.now())
  return REGISTER_CLOSERS.some((role) => holds(request.actor, role)) && mayClose({ year, closing }, today)
}
