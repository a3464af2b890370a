export const groundPaperNamesEn = {
  parent: "Your child's birth certificate (giấy khai sinh)",
  guardian: 'Extract of the guardianship register, or decision appointing the guardian',
  authorised: 'Authorisation (văn bản uỷ quyền)',
  sent: 'Letter of introduction or authorisation of the organisation',
}

export const capacityWordsEn = {
  parent: 'Parent',
  guardian: 'Guardian',
  authorised: 'Authorised person',
  member: 'Member of the organisation',
  sent: 'Sent by the organisation',
}

export const actingPageTextsEn = {
  title: 'Person acting for the applicant',
  filedBy: (name: string) => `Filed by ${name}`,
  inCapacity: 'Capacity',
  ground: 'Paper',
  groundOf: (number: string | null, on: string) => (number === null ? `signed on ${on}` : `no. ${number} of ${on}`),
  scope: 'Allowed to',
  until: 'Until the end of',
  isOver: 'Has no right to this application any more',
  checked: 'Officer looked at the paper',
  verdicts: { accepted: 'Accepted', doubted: 'In doubt' },
  doubtMeans:
    'The application is not accepted or approved until this is cleared up. An officer may ask for another paper.',
  doubtTitle: 'An officer doubts the paper to act for the applicant',
  more: 'See or end this right',
  means: 'If you end it, this person can no longer see or change the application. It is still decided.',
  meansOwn: 'If you stop, you no longer see this application. It is still decided for the applicant.',
  end: 'End the right of this person',
  endOwn: 'Stop acting',
  keep: 'Leave it as it is',
}

export const actingRefusalsEn = {
  'dossiers.acting-not-yours': 'Only the representative of the organisation can end this right.',
  'dossiers.ground-doubted':
    'The paper to act for the applicant is in doubt, so the application cannot be accepted, approved or signed yet. The one-stop desk, the officer in charge or the head judges the paper again, asks for another, or refuses with a reason.',
  'dossiers.no-ground': 'Nobody acts by a paper in this application, so there is none to judge.',
  'dossiers.ground-too-late': 'The application has ended; the paper is not judged any more.',
  'dossiers.doubt-needs-words': 'Say what you doubt about the paper.',
  'dossiers.not-of-organisation':
    'The organisation has not put your name down on this portal. Ask its representative to add you on the Organisation page, or file with a letter of introduction.',
  'dossiers.acting-grown-up':
    'Your child is 18 or older and files alone, or authorises you in writing. Choose again under For whom you file.',
  'dossiers.acting-authority-over':
    'The paper that lets you file was in force until {until} only. Get a new one, then enter it under For whom you file.',
  'dossiers.acting-paper-missing':
    'To file for someone else you must attach the paper that lets you. Upload it, or choose it from your own papers.',
  'dossiers.acting-by-law': 'This right to represent comes from the law and cannot be ended here.',
  'dossiers.acting-over': 'This person no longer has a right to the application.',
}
