import { classNames } from './class-names.ts'
import { FieldFrame, describedBy, idOf } from './field-frame.tsx'
import type { Question } from './field-frame.tsx'
import { Icon } from './icon.tsx'
import { uiTexts } from './texts.ts'

export type FileInputProps = Question & {
  /** What the picker offers: '.pdf,image/jpeg'. The server checks the bytes all the same. */
  accept?: string
  multiple?: boolean
  /** Opens the camera of a telephone. */
  camera?: boolean
  required?: boolean
  /** In bytes. With script, a heavier file is refused before it costs anybody's data. */
  maxBytes?: number
  /** Endings of files that are opened where they are sent, such as '.zip': they get no receipt of their own. */
  parcels?: string
  /** A large target a file can be dragged onto. */
  drop?: boolean
  /** With `drop`: sends the form as soon as a file lands. */
  submitOnDrop?: boolean
}

export function FileInput(props: FileInputProps) {
  const input = (
    <input
      class={classNames('o', 'tep-chon')}
      type="file"
      id={idOf(props)}
      name={props.name}
      accept={props.accept}
      multiple={props.multiple}
      capture={props.camera ? 'environment' : undefined}
      required={props.required}
      data-max-bytes={props.maxBytes}
      data-parcels={props.parcels}
      aria-describedby={describedBy(props)}
      aria-invalid={props.error === undefined ? undefined : 'true'}
    />
  )
  return (
    <FieldFrame question={props}>
      {props.drop ? (
        <div class="tha-tep" data-drop={props.submitOnDrop ? 'submit' : 'choose'}>
          <Icon name="upload" />
          <p class="tha-tep-loi" data-drop-words hidden>
            {uiTexts.dropHere}
          </p>
          {input}
        </div>
      ) : (
        input
      )}
    </FieldFrame>
  )
}
