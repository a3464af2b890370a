export const handlingWordsEn = {
  submitted: 'Waiting to be accepted',
  received: 'Accepted, to be given to an officer',
  appraising: 'Being assessed',
  suspended: 'Suspended on a legal basis',
  'awaiting-approval': 'Waiting for approval',
  'awaiting-signature': 'Waiting for signature',
  'awaiting-seal': 'Waiting for the seal',
  finished: 'Result ready',
  delivered: 'Result handed over',
  'awaiting-supplement': 'Waiting for the applicant to add papers',
  refused: 'Not accepted',
  withdrawn: 'Withdrawn by the applicant',
  stopped: 'Handling stopped',
}

export const doneWordsEn = {
  submitDossier: 'filed the application',
  fileAtCounter: 'accepted the application at the counter',
  receiveDossier: 'accepted the application',
  requestSupplement: 'asked for more papers',
  supplyDossier: 'sent what was missing',
  refuseIntake: 'did not accept the application',
  assignDossier: 'gave it to an officer',
  takeDossier: 'took up the application',
  returnStep: 'sent it back to the step before',
  recordAppraisal: 'recorded the assessment',
  suspendDossier: 'suspended the handling',
  resumeDossier: 'went on with the handling',
  draftResult: 'submitted a draft result',
  approveResult: 'approved it',
  returnDraft: 'returned the draft',
  signResult: 'signed the result',
  sealResult: 'numbered and sealed it',
  deliverResult: 'handed over the result',
  refuseDelivery: 'recorded that the result was not taken',
  replaceResult: 'began to correct the result',
  extendDeadline: 'apologised and gave a new due date',
  withdrawDossier: 'withdrew the application',
  stopDossier: 'stopped the handling',
  undoStep: 'undid the last step',
}

export const machineDoneEn: { signResult?: string } = { signResult: 'released it, with no person signing' }

export const channelWordsEn = {
  online: 'Online',
  counter: 'Counter',
  postal: 'Post',
  'national-portal': 'National portal',
}

export const deliveryWordsEn = {
  electronic: 'Electronic copy on the public service portal',
  counter: 'Collected at the counter',
  postal: 'Sent by the public postal service',
}

export const closureGroundWordsEn = {
  'asked-by-applicant': 'The applicant asked for it',
  'not-supplied-in-time': 'The papers were not added in time',
  other: 'Another reason provided by law',
}

export const nationalStatusWordsEn = {
  1: 'Newly registered',
  2: 'Accepted',
  3: 'Not accepted',
  4: 'Being handled',
  5: 'Papers to be added',
  6: 'Payment due',
  7: 'Withdrawal asked for by the citizen',
  8: 'Handling stopped',
  9: 'Handling finished',
  10: 'Result handed over',
}

export const paperWordsEn = {
  atIntake: 'intake',
  atAppraisal: 'assessment',
  supplement: (no: number) => `Request to add papers no. ${no}`,
  extension: (code: string) => `Apology and extension, application ${code}`,
  asProvided: 'as the rules provide',
  noFee: 'none',
}

export const ownRefusalsEn = {
  'dossiers.consultation-demanded':
    'The process demands opinions at the step "{step}" and not all are there. Get all of them, or record why not, with the legal basis.',
  'dossiers.parts-demanded':
    'The process demands that the linked step "{step}" be finished. Wait for the agencies, or record the legal basis for not doing it.',
  'dossiers.no-such-demand': 'The process of this application has no such step.',
  'dossiers.step-settled': 'The step "{step}" is finished and is not done again.',
  'dossiers.step-under-way': 'The step "{step}" has begun. Follow it in the application.',
  'dossiers.slip-missing': 'The application has not been accepted, so there is no appointment slip. Accept it first.',
  'dossiers.draft-missing': 'The step "{step}" has no draft result yet. Prepare and submit it first.',
  'dossiers.opinion-missing': 'The step "{step}" needs opinions of other agencies first.',
  'dossiers.result-missing': 'The step "{step}" has no signed result yet. Sign it first.',
  'dossiers.paper-missing':
    'The step "{step}" needs a paper of the kind {kind}. Ask the administrator to look at the process.',
  'dossiers.initials-missing':
    'The step "{step}" needs the initials of the person who drafted. Ask that person to initial the draft first.',
  'dossiers.approval-missing': 'The step "{step}" needs an approval first. Approve the draft.',
  'dossiers.sign-record':
    'The process demands that whoever does the step "{step}" signs its record. Record it again and sign it with your digital signature.',
  'dossiers.nothing-to-sign': 'This step does not ask for a signed record. Open the page again and go on as usual.',
  'dossiers.paper-unsigned':
    'The paper of the step "{step}" must be signed first. Sign it, or ask the administrator to look at the process.',
  'dossiers.wrong-state':
    'The application is no longer at a step where this can be done. Open it again to see where it is.',
  'dossiers.not-lead': '{unit} leads this. Only officers of that agency may remind, stop waiting, skip or conclude.',
  'dossiers.not-your-step': 'This step belongs to someone else. Your account does not have that role here.',
  'dossiers.not-assigned-to-you':
    'The application is with someone else. Ask the head of division to reassign it if needed.',
  'dossiers.not-appraised': 'There is no assessment yet. Record it before you draft the result.',
  'dossiers.overtaken':
    '{name} {done} at {time}. Nothing was changed from your side. Open the application again to see the new step.',
  'dossiers.opinions-awaited':
    'Opinions of other agencies are still awaited. The result can be drafted when they are there or the consultation is closed.',
  'dossiers.bulk-failed':
    'This application met an error of the system. Open it and do it on its own; if that fails, tell the administrator.',
  'dossiers.already-taken':
    'Someone has taken up this application already. Ask the head of division to reassign it if needed.',
  'dossiers.nothing-to-undo':
    'The last step cannot be undone: the applicant has been told, a document has been signed, or there is no internal step to undo.',
  'dossiers.undo-not-yours': 'The last step was done by {name}. Only that person can undo it.',
  'dossiers.seen-outside':
    'The National Public Service Portal has shown this step, so it cannot be undone. Go on, or return it with a reason.',
  'dossiers.nothing-awaited':
    'The application is not waiting for papers, so it cannot be stopped for this reason. Choose another reason.',
  'dossiers.supply-time-runs':
    'The applicant can still add papers until the end of {replyBy}. Only after that can it be stopped for this reason.',
  'dossiers.money-open':
    'There is still a fee or charge to settle. Collect, refund or waive it before stopping the application.',
  'dossiers.resolved-before':
    'The application has been decided; only mistakes in the result are corrected now. This can no longer be done.',
  'dossiers.delivery-refused-before': 'It is already recorded that the result was not taken.',
  'dossiers.not-you':
    'The identification number in the form is not that of the account signed in. Enter your own name as the person filing; the person you act for goes under the applicant.',
  'dossiers.unknown-component': 'This procedure has no paper with the code {component}.',
  'dossiers.component-twice': 'The paper "{component}" is named twice.',
  'dossiers.component-without-file': 'The paper "{component}" has no file. Attach one, or deselect this paper.',
  'dossiers.component-missing': '"{component}" is missing. Attach a file, or say why you do not have to file it.',
  'dossiers.too-many-files': 'One application takes at most {limit} files. Put the pages of one paper into one file.',
  'dossiers.file-twice': 'A file is attached in two places. Attach each file only once.',
  'dossiers.file-not-found': 'The chosen file was not found. Upload it again.',
  'dossiers.file-empty': 'The chosen file is empty. Choose another file.',
  'dossiers.file-infected': 'The chosen file has malware in it and cannot be used. Choose another file.',
  'dossiers.procedure-not-found': 'There is no procedure with the code {code} in force.',
  'dossiers.case-not-found': 'This procedure has no case with the code {case}.',
  'dossiers.case-without-term':
    'This case has no certain time limit yet, so it cannot be filed. Call the hotline for advice.',
  'dossiers.not-competent': 'The chosen agency does not decide this procedure. Choose another agency.',
  'dossiers.no-desk': 'No one-stop counter accepts for this agency yet. Call the hotline for advice.',
  'dossiers.other-desk': 'This procedure is filed at {desk}. Send the person there, or file online.',
  'dossiers.second-request': 'Papers have been asked for once already. Record why you ask again, then send.',
  'dossiers.reply-day-passed': 'The last day to add papers must be after today.',
  'dossiers.not-a-specialist-here': 'The chosen person is not an officer of the unit that decides this application.',
  'dossiers.item-not-asked':
    'The supplement request does not ask for item {no}. Take only what was asked for; give other papers back.',
  'dossiers.item-no-paper': 'Item {no} of the request asks for no paper. Write the answer, attach no file.',
  'dossiers.item-unanswered': 'Item {no} is missing: {what}. Take this paper, or write why it cannot be brought.',
  'dossiers.supplement-other-desk':
    'The missing papers of this application are handed in at {desk}. Send the person there, or use the post or this site.',
  'dossiers.never-asked': 'Nothing was ever asked to be added to this application, so there is nothing to take.',
  'dossiers.nothing-supplied': 'There is no file and no explanation for what was asked.',
  'dossiers.draft-changed-elsewhere':
    'This part has just been saved from another device or tab. Look at both versions and choose.',
  'dossiers.draft-not-found': 'There is no draft with this code, or it has been filed.',
}

export const filingFormTextsEn = { term: (term: string) => `Time limit: ${term}` }
