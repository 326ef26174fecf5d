/**
 * The facts of a digitised paper: which are known, and what the words of the paper suggest.
 * Field set of Circular 01/2023/TT-VPCP.
 */
import { datesOn, type ReadPage } from '@/lib/documents/rules';

/** What metadata the words of a paper suggest: number and symbol, date, issuing agency. An officer confirms each. */
export interface ProposedMetadata {
  numberSymbol: string | null;
  issueDate: string | null;
  issuingAgency: string | null;
}

export function proposeMetadata(pages: readonly ReadPage[]): ProposedMetadata {
  const words = pages[0]?.words ?? [];
  const text = words
    .map((word) => word.text)
    .join(' ')
    .normalize('NFC');
  const number =
    /(?:^|\s)Số(?:\s*\/\s*No\.?)?\s*[:.]?\s*([\p{L}\p{N}][\p{L}\p{N}./-]*\d[\p{L}\p{N}./-]*)/iu.exec(text);
  const agency = /(?:^|\s)((?:BỘ|SỞ|CỤC|VỤ|UBND|ỦY BAN NHÂN DÂN|CHI CỤC)(?:\s+\p{Lu}+){1,6})/u.exec(text);
  return {
    numberSymbol: number?.[1]?.replace(/[.,;]+$/, '') ?? null,
    issueDate: datesOn(words)[0]?.date ?? null,
    issuingAgency: agency?.[1] ?? null,
  };
}

/** Vietnamese shows itself by marks no other language of our papers carries; anything else is for the officer to say. */
export function languageOf(pages: readonly ReadPage[]): 'vi' | null {
  const text = pages
    .flatMap(({ words }) => words.map((word) => word.text))
    .join(' ')
    .normalize('NFC');
  return /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(text) ? 'vi' : null;
}

/** The 16 facts of a digitised paper; which of them are known is what the meter shows. */
export const metadataFields = [
  'code',
  'name',
  'type',
  'owner',
  'numberSymbol',
  'issuingAgency',
  'issueDate',
  'expiryDate',
  'abstract',
  'language',
  'pages',
  'copyKind',
  'source',
  'format',
  'digitisedBy',
  'digitisedAt',
] as const;
export type MetadataField = (typeof metadataFields)[number];

export function missingMetadata(known: Readonly<Partial<Record<MetadataField, unknown>>>): MetadataField[] {
  return metadataFields.filter(
    (field) => known[field] === null || known[field] === undefined || known[field] === '',
  );
}
