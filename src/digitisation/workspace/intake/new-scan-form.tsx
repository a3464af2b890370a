import { ACCEPT } from '../../../documents/index.ts'
import { Button, Checkboxes, Field, FileInput, HiddenToken, Radios, Select } from '../../../ui/index.ts'
import { SPLITS } from '../../intake/scan.ts'
import { SCANS } from './paths.ts'
import { intakeTexts as t, splitWords } from './texts.ts'

export type Typed = { name: string; unitId: string; dossierCode: string; splitAt: string; bySelf: boolean }
export type FormError = { field: string; message: string }

type Props = {
  units: readonly { id: string; name: string }[]
  typed: Typed
  errors: readonly FormError[]
  /** In bytes. */
  mostBytes: number
  token: string
}

/** Papers put in by hand: chosen, dragged, or photographed. */
export function NewScanForm({ units, typed, errors, mostBytes, token }: Props) {
  const error = (name: string) => {
    const message = errors.find(({ field }) => field === name)?.message
    return message === undefined ? {} : { error: message }
  }
  return (
    <form
      method="post"
      action={`${SCANS}?_csrf=${encodeURIComponent(token)}`}
      enctype="multipart/form-data"
      data-upload
    >
      <HiddenToken token={token} />
      <FileInput
        name="tep"
        label={t.files}
        hint={t.filesHint}
        accept={ACCEPT}
        multiple
        drop
        maxBytes={mostBytes}
        {...error('tep')}
      />
      <FileInput name="anh" label={t.camera} accept="image/*" camera multiple optional maxBytes={mostBytes} />
      <Field name="ten" label={t.name} hint={t.nameHint} value={typed.name} maxLength={200} {...error('ten')} />
      {units.length > 1 && (
        <Select
          name="bo-phan"
          label={t.unit}
          value={typed.unitId}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          {...error('bo-phan')}
        />
      )}
      <Field
        name="ho-so"
        label={t.dossier}
        hint={t.dossierHint}
        optional
        value={typed.dossierCode}
        width="medium"
        maxLength={40}
        {...error('ho-so')}
      />
      <Radios
        name="chia"
        label={t.splitAt}
        value={typed.splitAt}
        options={SPLITS.map((value) => ({ value, label: splitWords[value] }))}
      />
      <Checkboxes
        name="tu-chuyen"
        label={t.handsOn}
        values={typed.bySelf ? ['co'] : []}
        options={[{ value: 'co', label: t.bySelf }]}
      />
      <Button icon="upload">{t.send}</Button>
    </form>
  )
}
