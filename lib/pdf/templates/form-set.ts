import type { PaperDocument, PaperNumber } from '@/lib/pdf/paper';

/**
 * Forms of the one-stop mechanism. Circular 03/2025/TT-VPCP, annex I, is in force; Circular 01/2018/TT-VPCP had
 * six forms under other numbers, and papers issued under it keep them.
 */
export type FormSet = '2018' | '2025';
export type FormKind = 'receipt' | 'supplement' | 'refusal' | 'apology' | 'stop' | 'control';

const codes: Record<FormSet, Record<FormKind, string | null>> = {
  '2018': {
    receipt: 'Mẫu số 01',
    supplement: 'Mẫu số 02',
    refusal: 'Mẫu số 03',
    apology: 'Mẫu số 04',
    stop: null,
    control: 'Mẫu số 05',
  },
  '2025': {
    receipt: 'Mẫu số 01',
    supplement: 'Mẫu số 02',
    refusal: 'Mẫu số 03',
    apology: 'Mẫu số 04',
    stop: 'Mẫu số 05',
    control: 'Mẫu số 06',
  },
};

const bases: Record<FormSet, string> = {
  '2018': '(Ban hành kèm theo Thông tư số 01/2018/TT-VPCP)',
  '2025': '(Ban hành kèm theo Thông tư số 03/2025/TT-VPCP)',
};

/** What every paper of a dossier needs, whatever it says. */
export interface PaperFrame {
  dossierCode: string;
  issuer: { parent: string; name: string };
  place: string;
  number: PaperNumber;
  verifyUrl: string;
  sample: boolean;
  at: Date;
}

export interface FormFrame extends PaperFrame {
  formSet: FormSet;
  officer: { name: string; title: string };
}

export function formOf(kind: FormKind, set: FormSet): Pick<PaperDocument, 'form'> {
  const code = codes[set][kind];
  return code ? { form: { code, basis: bases[set] } } : {};
}

export function frameOf(
  frame: PaperFrame,
): Pick<PaperDocument, 'dossierCode' | 'issuer' | 'place' | 'number' | 'verifyUrl' | 'sample' | 'at'> {
  const { dossierCode, issuer, place, number, verifyUrl, sample, at } = frame;
  return { dossierCode, issuer, place, number, verifyUrl, sample, at };
}

export interface Applicant {
  name: string;
  /** Personal identification number or enterprise code, as it may be shown on paper. */
  identifier: string | null;
  representative: string | null;
  address: string;
  phone: string | null;
  email: string | null;
}

export interface ProcedureName {
  name: string;
  code: string | null;
}
