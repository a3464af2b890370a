import { Field, TextArea } from '../../ui/index.ts'
import type { FormLayout } from '../../forms/index.ts'
import { Tick } from './question-form.tsx'
import { draftTexts as t } from './texts.ts'

/** The form as a whole: its common pages, the template it follows, how it is printed. */
export function SettingsBoxes({ layout: { application, template, print } }: { layout: FormLayout }) {
  return (
    <>
      <Tick name="trang-chung" label={t.commonPages} ticked={application !== undefined} />
      <Tick name="nop-ho" label={t.behalf} ticked={application?.behalf === true} />
      <Field name="mau" label={t.template} value={template?.name ?? ''} optional maxLength={500} />
      <Field name="mau-so" label={t.templateNumber} value={template?.number ?? ''} optional maxLength={500} />
      <Field name="van-ban" label={t.templateInstrument} value={template?.instrument ?? ''} optional maxLength={500} />
      <Tick name="da-doi-chieu" label={t.confirmed} ticked={template?.certainty === 'confirmed'} />
      <TextArea name="can-doi-chieu" label={t.toVerify} rows={3} value={template?.toVerify ?? ''} optional />
      <h3>{t.print}</h3>
      <Field name="in-ten" label={t.printTitle} value={print?.title ?? ''} optional maxLength={500} />
      <Field name="kinh-gui" label={t.addressee} value={print?.addressee ?? ''} optional maxLength={500} />
      <TextArea name="cam-doan" label={t.closing} rows={3} value={print?.closing ?? ''} optional />
      <Field name="nguoi-ky" label={t.signer} value={print?.signer ?? ''} optional maxLength={500} />
      <Field name="nguoi-cung-ky" label={t.coSigner} value={print?.coSigner ?? ''} optional maxLength={500} />
      <Tick name="danh-so" label={t.numbered} ticked={print?.numbered !== false} />
    </>
  )
}
