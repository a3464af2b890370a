const NOT_KEPT = 'The file was not kept.'

export const documentsRefusalsEn = {
  'documents.no-file': 'No file was sent. Choose a file and send again.',
  'documents.too-many-files': 'Send one file at a time.',
  'documents.upload-cut': 'The line was cut while sending the file {name}. Send it again when the line is steady.',
  'documents.upload-gone':
    'This unfinished upload no longer exists: it was too old or was dropped. Choose the file again and send it.',
  'documents.upload-unfinished':
    'Only {percent} % of the file {name} has been sent. Choose the same file again to send the rest.',
  'documents.too-many-unfinished':
    'You have {most} unfinished uploads. Finish or drop some of them before you send another file.',
  'documents.empty': 'The file {name} is empty. Open it on your device to see, then choose the right file.',
  'documents.too-big':
    'The file {name} is larger than {limit}. Scan it at 150–200 dpi or split it into several files, then send again.',
  'documents.wrong-type':
    'The file {name} is not a PDF, a JPEG, PNG or HEIC picture, or a DOCX. Photograph the paper, or choose Print and Save as PDF, then send that file.',
  'documents.photo-unreadable':
    'The picture {name} is of a kind that cannot be opened here: a moving picture, or AVIF. Take it again as a plain photo, or save it as JPEG, and send it again.',
  'documents.polyglot': `The file {name} hides another file inside. Open it, choose Print and Save as PDF, then send the new file. ${NOT_KEPT}`,
  'documents.too-complex': `The file {name} is too heavy to be opened safely. Open it, choose Print and Save as PDF, then send the new file. ${NOT_KEPT}`,
  'documents.too-many-pages':
    'The file {name} has {pages} pages; at most {most} are taken. Split it into several files and send again.',
  'documents.pdf-broken':
    'The file {name} is damaged or not complete. Open it on your device, choose Print and Save as PDF, then send the new file.',
  'documents.pdf-encrypted':
    'The file {name} has a password, so the officer cannot open it. Remove the password and send again.',
  'documents.pdf-javascript': `The file {name} has code inside that runs by itself. Open it, choose Print and Save as PDF, then send the new file. ${NOT_KEPT}`,
  'documents.pdf-attachment': `The file {name} has another file attached inside. Send each file on its own, as a PDF or a picture. ${NOT_KEPT}`,
  'documents.pdf-active': `The file {name} has a button or form that opens other programs. Open it, choose Print and Save as PDF, then send the new file. ${NOT_KEPT}`,
  'documents.image-broken': 'The picture {name} is damaged or not complete. Take it again and send it.',
  'documents.image-too-large':
    'The picture in the file {name} has more than 100 million pixels. Take or scan it at a smaller size.',
  'documents.picture-too-hard':
    'The picture {name} could not be worked on. It is kept as you sent it; take it again and send it if you want it in a PDF.',
  'documents.not-a-picture': 'The file {name} is not a picture, so it cannot be made a page.',
  'documents.too-many-pictures': 'At most {most} pictures go into one file. Remove some, or send the rest as a PDF.',
  'documents.docx-broken':
    'The file {name} is damaged or has a password. Open it in Word, save it as PDF, then send the PDF.',
  'documents.docx-active': `The file {name} has macros or embedded files. Open it in Word, save it as PDF, then send the PDF. ${NOT_KEPT}`,
  'documents.let-go': 'The original {name} was deleted on {on} by this rule: {ground}.',
  'documents.infected': `The scanner found malware in the file {name}. ${NOT_KEPT} Scan your device before you send another file.`,
}
