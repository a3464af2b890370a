import { refusalSentence as fill } from '../../../platform/refusal.ts'
import {
  ask,
  field,
  formToken,
  refusalText,
  sitePage,
  type FormBody,
  type Outcome,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { getDossier, nameOf, workPath, type DossierView } from '../../../dossiers/index.ts'
import { keyOfUnit, ownKeyOf, signersPort } from '../../../signing/index.ts'
import { BackLink, ButtonLink, Notice, PageTitle, Table, Tag } from '../../../ui/index.ts'
import { listCheckedScans } from '../../copies/get-source.ts'
import { listCopies } from '../../copies/list-copies.ts'
import { copiesPath, CopyTable, sourcePath } from './copy-table.tsx'
import { SealForms, SignForm, type SealKey } from './copy-forms.tsx'
import { scansOf, type Scan } from './scans.ts'
import { copyTexts as t } from './texts.ts'

/** Refusals about what was typed stand beside the box. */
export const OF_THE_PIN = new Set(['signing.wrong-pin', 'signing.pin-missing'])

export type Shown = {
  form?: FormBody
  outcome?: Outcome<unknown>
  said?: string | undefined
  fileId?: string
  copyId?: string
}

/** Which scans there are, the one being certified, and what has been; the copy that is being sealed. */
export async function copiesPage(
  request: WebRequest,
  reply: WebReply,
  code: string,
  { form = {}, outcome, said, fileId, copyId }: Shown,
): Promise<WebReply> {
  const { app } = request.server
  const view = await ask(request, getDossier, { dossierCode: code })
  const copies = await ask(request, listCopies, { dossierCode: code })
  const isAtDesk = view.dossier.roles.includes('intake-officer')
  const checked = isAtDesk ? await ask(request, listCheckedScans, { dossierCode: code }) : []
  const scans = scansOf(view, copies, checked)
  const scan = scans.find(({ file, isTaken }) => file.id === fileId && !isTaken)
  const sealing = copies.find(({ id, state, raises }) => id === copyId && state === 'signed' && !raises)
  const refusal = outcome && !outcome.ok ? outcome.refusal : undefined
  const pinError = refusal && OF_THE_PIN.has(refusal.code) ? refusalText(request, refusal) : undefined
  const token = formToken(request, reply)
  return sitePage(request, reply, {
    site: 'workspace',
    title: `${t.title}: ${nameOf(view.dossier.applicant)}`,
    current: '/viec',
    status: refusal ? (app.refusals[refusal.code]?.status ?? 409) : 200,
    body: (
      <div class="cuon-trang">
        <BackLink href={workPath(code, '?the=ban-sao')}>{t.back}</BackLink>
        <PageTitle over={code}>{`${t.title}: ${nameOf(view.dossier.applicant)}`}</PageTitle>
        {said !== undefined && (
          <Notice tone="ok" role="status">
            {said}
          </Notice>
        )}
        {refusal && pinError === undefined && (
          <Notice tone="late" role="alert">
            {refusalText(request, refusal)}
          </Notice>
        )}
        {isAtDesk && scan && (
          <SignForm
            path={copiesPath(code)}
            scan={{ ...scan, owner: scan.owner ?? nameOf(view.dossier.applicant) }}
            form={form}
            token={token}
            own={await ownKeyOf(app, request.actor)}
            pinError={pinError}
          />
        )}
        {isAtDesk && sealing && (
          <SealForms
            path={copiesPath(code)}
            copy={sealing}
            unitName={view.unitNames[sealing.unitId] ?? ''}
            sealKey={await sealKeyOf(request, sealing.unitId)}
            token={token}
            reason={field(form, 'ly-do')}
            error={pinError}
          />
        )}
        <h2>{t.copies}</h2>
        <CopyTable kind="dossier" copies={copies} />
        {isAtDesk && (
          <SealLinks
            view={view}
            waiting={copies.filter((one) => one.state === 'signed' && !one.raises && one !== sealing)}
          />
        )}
        <h2>{t.scans}</h2>
        <p class="nhe">{t.lead}</p>
        <Scans code={code} scans={scans} isAtDesk={isAtDesk} />
      </div>
    ),
  })
}

function SealLinks({ view, waiting }: { view: DossierView; waiting: readonly { id: string; title: string }[] }) {
  return (
    <>
      {waiting.map(({ id, title }) => (
        <p key={id}>
          <ButtonLink kind="secondary" icon="stamp" href={copiesPath(view.dossier.code, `?dau=${id}#dau`)}>
            {fill(t.sealTitle, { title })}
          </ButtonLink>
        </p>
      ))}
    </>
  )
}

function Scans({ code, scans, isAtDesk }: { code: string; scans: readonly Scan[]; isAtDesk: boolean }) {
  return (
    <Table
      caption={t.scans}
      captionHidden
      rows={scans}
      rowKey={({ file }) => file.id}
      empty={<p class="nhe">{t.noScans}</p>}
      columns={[
        {
          title: t.paper,
          rowHeader: true,
          cell: ({ name, isChecked }) => (
            <>
              <span class="hai-dong">{name}</span>
              {isChecked && <Tag tone="ok">{t.checkedScan}</Tag>}
            </>
          ),
        },
        {
          title: t.file,
          cell: ({ file }) => (
            <>
              <a href={sourcePath(copiesPath(code), file.id)} target="_blank" rel="noopener">
                {file.name}
              </a>{' '}
              <span class="nhe">{fill(t.pages, { n: file.pages ?? 0 })}</span>
            </>
          ),
        },
        {
          title: t.sign,
          titleHidden: true,
          cell: ({ file, isTaken }) =>
            isTaken ? (
              <Tag tone="ok">{t.taken}</Tag>
            ) : (
              isAtDesk && (
                <ButtonLink kind="secondary" icon="pen-line" href={copiesPath(code, `?tep=${file.id}#ky`)}>
                  {t.choose}
                  <span class="an"> {file.name}</span>
                </ButtonLink>
              )
            ),
        },
      ]}
    />
  )
}

/** How the desk's key is opened. */
export async function sealKeyOf({ server: { app } }: WebRequest, unitId: string): Promise<SealKey> {
  const holder = await keyOfUnit(app.db, unitId, app.clock.now())
  if (!holder) return 'none'
  return app.ports.get(signersPort).named(holder.signer).authorisedBy === 'pin' ? 'pin' : 'elsewhere'
}
