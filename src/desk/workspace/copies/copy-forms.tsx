import type { VNode } from 'preact'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { field, type FormBody } from '../../../platform/web/web.ts'
import { KeyQuestion, type OwnKey } from '../../../signing/index.ts'
import { Button, Checkboxes, Details, Field, HiddenToken, Notice, Panel } from '../../../ui/index.ts'
import type { CertifiedCopy } from '../../copies/certified-copy.ts'
import { sourcePath } from './copy-table.tsx'
import type { Scan } from './scans.ts'
import { copyTexts as t } from './texts.ts'

export const COMPARED = 'doi-chieu'
/** Longer ones are rules about a paper rather than its name. */
const LONGEST_NAME = 120

type SignProps = {
  /** Of the page the copy is made on. */
  path: string
  scan: Pick<Scan, 'file' | 'name' | 'owner'>
  /** Asked of a paper of no dossier: what was verified on it. */
  ownerNumber?: string
  form: FormBody
  token: string
  own: OwnKey
  pinError?: string | undefined
}

/** The scan on the left, what is said about it on the right. */
export function SignForm({ path, scan, ownerNumber, form, token, own, pinError }: SignProps) {
  const { file, name, owner } = scan
  const href = sourcePath(path, file.id)
  return (
    <div class="ban-giay" id="ky">
      <section class="xem-pdf" aria-label={file.name}>
        <div class="giay-ve">
          <iframe src={`${href}#navpanes=0&view=FitH`} title={file.name} />
        </div>
      </section>
      <aside class="canh" aria-label={t.sign}>
        <h2>{t.sign}</h2>
        <form method="post" action={path} autocomplete="off">
          <HiddenToken token={token} />
          <input type="hidden" name="tep" value={file.id} />
          <Field
            name="ten"
            label={t.name}
            hint={t.nameHint}
            value={field(form, 'ten') || (name.length <= LONGEST_NAME ? name : '')}
            maxLength={300}
            required
          />
          <Field
            name="cua-ai"
            label={t.owner}
            value={field(form, 'cua-ai') || (owner ?? '')}
            maxLength={200}
            required
          />
          {ownerNumber !== undefined && (
            <Field
              name="so-dinh-danh"
              label={t.ownerNumber}
              hint={t.ownerNumberHint}
              value={field(form, 'so-dinh-danh') || ownerNumber}
              inputMode="numeric"
              width="medium"
              maxLength={20}
              required
            />
          )}
          <Checkboxes
            name={COMPARED}
            label={t.sign}
            labelHidden
            values={field(form, COMPARED) === '' ? [] : ['co']}
            options={[{ value: 'co', label: t.compared }]}
          />
          <KeyQuestion own={own} why={t.why} {...(pinError === undefined ? {} : { error: pinError })} />
          {own !== 'none' && (
            <Button icon="pen-line" block>
              {t.submit}
            </Button>
          )}
        </form>
      </aside>
    </div>
  )
}

export type SealKey = 'pin' | 'elsewhere' | 'none'
type SealProps = {
  path: string
  copy: CertifiedCopy
  unitName: string
  sealKey: SealKey
  token: string
  reason: string
  error?: string | undefined
}

/** The agency's signature on one copy, or leaving it out with a reason. */
export function SealForms({ path, copy, unitName, sealKey, token, reason, error }: SealProps): VNode {
  const { id, title } = copy
  return (
    <section id="dau">
      <Panel title={fill(t.sealTitle, { title })}>
        {sealKey === 'none' ? (
          <Notice tone="soon">{t.noSeal}</Notice>
        ) : (
          <form method="post" action={`${path}/${id}/dong-dau`} autocomplete="off">
            <HiddenToken token={token} />
            {sealKey === 'elsewhere' ? (
              <p>{t.sealConfirm}</p>
            ) : (
              <Field
                name="pin"
                type="password"
                inputMode="numeric"
                autoComplete="off"
                width="short"
                label={t.sealPin}
                hint={fill(t.sealHint, { unit: unitName })}
                maxLength={64}
                {...(error === undefined ? {} : { error })}
              />
            )}
            <Button icon="stamp">{t.seal}</Button>
          </form>
        )}
        <Details summary={t.drop} open={reason !== ''}>
          <form method="post" action={`${path}/${id}/bo`}>
            <HiddenToken token={token} />
            <Field name="ly-do" label={t.dropReason} hint={t.dropHint} value={reason} maxLength={500} required />
            <Button kind="secondary">{t.dropSubmit}</Button>
          </form>
        </Details>
      </Panel>
    </section>
  )
}
