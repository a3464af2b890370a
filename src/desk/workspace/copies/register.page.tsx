import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { ask, sitePage, type Web } from '../../../platform/web/web.ts'
import { Button, EmptyState, Field, Pagination, Select } from '../../../ui/index.ts'
import { listCopyRegister, type CopyRegister } from '../../copies/list-copies.ts'
import { COPY_REGISTER } from '../../copies/copy-paths.ts'
import { CopyTable } from './copy-table.tsx'
import { copyTexts as t } from './texts.ts'

type Asked = { Querystring: { quay?: string; nam?: string; truoc?: string } }

/** sổ đăng ký bản sao of a desk: what waits, and the book of a year. */
export async function copyRegisterRoutes(web: Web): Promise<void> {
  web.get<Asked>(COPY_REGISTER, async (request, reply) => {
    const { quay, nam, truoc } = request.query
    const register = await ask(request, listCopyRegister, {
      ...(quay ? { deskId: quay } : {}),
      ...(nam ? { year: Number(nam) } : {}),
      ...(truoc ? { before: Number(truoc) } : {}),
    })
    return sitePage(request, reply, {
      site: 'workspace',
      title: t.register,
      current: COPY_REGISTER,
      body: <RegisterPage register={register} />,
    })
  })
}

function RegisterPage({ register }: { register: CopyRegister }) {
  const { desk, year, waiting, entries, next } = register
  if (!desk)
    return (
      <div class="cuon-trang">
        <EmptyState icon="stamp" title={t.bookEmpty} />
      </div>
    )
  const more = new URLSearchParams({ quay: desk.id, nam: String(year), truoc: String(next ?? '') })
  return (
    <div class="cuon-trang">
      <p class="nhe">{fill(t.registerLead, { unit: desk.name, year })}</p>
      <Choice register={register} />
      <h2>{t.waiting}</h2>
      <CopyTable kind="waiting" copies={waiting} />
      <h2>{t.book}</h2>
      <CopyTable kind="book" copies={entries} />
      <Pagination {...(next === null ? {} : { nextHref: `${COPY_REGISTER}?${more.toString()}` })} />
    </div>
  )
}

function Choice({ register: { desk, desks, year } }: { register: CopyRegister }) {
  return (
    <form method="get" action={COPY_REGISTER} class="loc-hang">
      {desks.length > 1 && (
        <Select
          name="quay"
          label={t.desk}
          value={desk?.id ?? ''}
          options={desks.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Field name="nam" label={t.year} value={String(year)} inputMode="numeric" width="short" figures />
      <Button kind="secondary">{t.show}</Button>
    </form>
  )
}
