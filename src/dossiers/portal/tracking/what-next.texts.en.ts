export const whatNextTextsEn = {
  next: 'What comes next:',
  steps: {
    submitted: (desk: string, unit: string) =>
      `${desk} looks at the papers. If they are complete, it accepts the application, writes down the promised date and passes it to ${unit}; if something is missing, you are told once, point by point.`,
    received: (_: string, unit: string) =>
      `${unit} gives it to an officer to assess, then approves and signs the result.`,
    appraising: () =>
      'After the assessment the head approves and signs, the clerk puts the seal on, and you get the result.',
    suspended: (_: string, unit: string) =>
      `When the reason is over, ${unit} goes on and writes down a new date; the time in between does not count.`,
    'awaiting-approval': () => 'After the approval the head signs, the clerk puts the seal on, and you get the result.',
    'awaiting-signature': () =>
      'After signing, the clerk gives it a number and puts the seal on, and you get the result.',
    'awaiting-seal': () => 'Once it is sealed, you get the result.',
    finished: () => 'You collect the result.',
    delivered: () => 'Nothing is left to do. The result is kept among your documents.',
    'awaiting-supplement': (desk: string) =>
      `You send what is missing, then ${desk} accepts it again and writes down a new date. If nothing comes in time, the application may be stopped.`,
    refused: () => 'Put right what is named below and file a new application, or call before you file again.',
    withdrawn: () => 'Nothing is left to do. If you need it after all, file a new application.',
    stopped: () => 'Nothing is left to do. If you need it after all, file a new application.',
  },
  collect: {
    electronic: () => 'Download the result on this page.',
    counter: (desk: string) => `Collect the result at ${desk}; bring an identity paper and the appointment slip.`,
    postal: () => 'The post brings the result; postage is paid on delivery.',
  },
  noDate: 'There is no promised date yet: it is written down when the application is accepted.',
  until: (due: string) => `You get the result on ${due} at the latest.`,
  late: (due: string) => `The result was due on ${due} at the latest; it is late.`,
  because: (term: string, from: string) => `The time limit is ${term}, counted from its acceptance on ${from}.`,
  moved: (before: string) => `The date promised then was ${before}; “Why this date?” says why it changed.`,
  again: 'File a new application',
}
