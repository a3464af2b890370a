import { formatDate, vietnamDate, vietnamTime } from '../../platform/dates.ts'
import { renderTypst } from '../../platform/pdf.ts'
import { foldText } from '../../platform/text.ts'
import { qrSvg } from '../../platform/qr.ts'
import type { FormData, FormDefinition } from '../form.ts'
import { printTexts } from '../officers.texts.ts'
import { pledgeOf, printedParts } from './printed-form.ts'

export type FormOnPaper = {
  form: FormDefinition
  data: FormData
  /** What it is an application for. */
  procedureName: string
  /** Kính gửi, unless the form says otherwise. */
  agencyName: string
  personName: string
  /** Of the dossier once it is filed, with the address a phone finds it at; a form half done has none. */
  code: { text: string; address: string } | null
  /** The day on the paper: of filing, or today. */
  madeAt: Date
}

/** The filled form as a PDF/A-2b, laid out like the official template: heading, numbered answers, tables, room to sign. */
export async function printForm({ form, data, code, madeAt, ...paper }: FormOnPaper): Promise<Buffer> {
  const { print, template } = form.layout
  const title = print?.title ?? template?.name ?? printTexts.title
  const day = vietnamDate(madeAt)
  return renderTypst({
    template: 'src/forms/print/form.typ',
    title: `${title}: ${paper.procedureName}`,
    date: madeAt,
    data: {
      title,
      formNo: template?.number ?? null,
      issuedWith: template?.instrument ?? null,
      under: isTold(title, paper.procedureName) ? null : paper.procedureName,
      toWhom: printTexts.toWhom,
      addressee: print?.addressee || paper.agencyName,
      parts: printedParts(form, data),
      tableNo: printTexts.tableNo,
      closing: pledgeOf(form),
      signer: print?.signer ?? printTexts.signer,
      coSigner: print?.coSigner ?? null,
      signHint: printTexts.signHint,
      // Which of two who sign is the one that filed, their answers alone tell.
      personName: print?.coSigner === undefined ? paper.personName : '',
      day,
      code: code && { text: code.text, qr: await qrSvg(code.address), label: printTexts.code },
      foot: code ? printTexts.filedFoot : printTexts.draftFoot(`${vietnamTime(madeAt)}, ${formatDate(day)}`),
    },
  })
}

/** `Tờ khai đăng ký khai sinh` says already that it is for `Thủ tục đăng ký khai sinh`. */
function isTold(title: string, procedureName: string): boolean {
  return foldText(title).includes(foldText(procedureName).replace(/^thu tuc /, ''))
}
