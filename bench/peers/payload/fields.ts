/** A dossier as 25 short texts: 13 facts of it and the first 12 answers of its form. */
export const facts = [
  'code',
  'procedure',
  'procedureTitle',
  'state',
  'applicant',
  'subject',
  'unit',
  'channel',
  'assignee',
  'submitted',
  'received',
  'due',
  'ended',
] as const;

export const answers = [
  'answer01',
  'answer02',
  'answer03',
  'answer04',
  'answer05',
  'answer06',
  'answer07',
  'answer08',
  'answer09',
  'answer10',
  'answer11',
  'answer12',
] as const;

export const fieldNames = [...facts, ...answers];
