/**
 * What the National Public Service Portal is told of a dossier.
 * Decree 118/2025/NĐ-CP as amended by 367/2025/NĐ-CP: dossiers are synchronised through their whole life, so that
 * citizens follow them at one place; fields follow the portal's published message.
 */
import type { SharedDossier } from '@/lib/integrations/national-portal/port';
import { isoOf } from '@/lib/kernel/calendar';
import { type DossierState, dossierStates } from '../workflow';

export interface ShareableDossier {
  code: string;
  slug: string;
  /** Code in the national procedure database; null until it is confirmed. */
  procedureCode: string | null;
  procedureName: string;
  channel: 'ministry_portal' | 'npsp' | 'counter' | 'post';
  subject: string;
  unit: string;
  state: DossierState;
  submittedAt: Date;
  receivedAt: Date | null;
  promisedAt: Date | null;
  endedAt: Date | null;
  applicant: {
    name: string;
    personalId: string | null;
    taxCode: string | null;
    email: string | null;
    phone: string | null;
    verifiedByVneid: boolean;
  };
  documents: readonly {
    component: string;
    id: string;
    name: string;
    digitised: boolean;
    reused: boolean;
    source: string;
  }[];
  fees: readonly {
    id: string;
    kind: 'phi' | 'le_phi';
    amount: number;
    moment: 'receipt' | 'supplement' | 'result';
    paid: boolean;
  }[];
  supplements: readonly {
    id: string;
    items: readonly { what: string }[];
    requestedAt: Date;
    answeredAt: Date | null;
  }[];
  results: readonly { number: string; title: string; capability: string }[];
}

const channels = { ministry_portal: 'online', npsp: 'online', counter: 'counter', post: 'post' } as const;
const moments = { receipt: 'receipt', supplement: 'supplement', result: 'return' } as const;
const at = (instant: Date | null) => (instant === null ? null : isoOf(instant));

/** Null while nobody but its author knows the dossier, or when its applicant has no number to be named by. */
export function sharedDossier(dossier: ShareableDossier, base: string): SharedDossier | null {
  const { state, applicant, fees } = dossier;
  const publicStatus = dossierStates[state].public;
  const idNumber = applicant.taxCode ?? applicant.personalId;
  if (publicStatus === null || idNumber === null) return null;
  return {
    code: dossier.code,
    procedureCode: dossier.procedureCode ?? dossier.slug,
    procedureName: dossier.procedureName,
    channel: channels[dossier.channel],
    applicant: {
      kind: applicant.taxCode === null ? 'citizen' : 'business',
      name: applicant.name,
      idNumber,
      email: applicant.email,
      phone: applicant.phone,
      verifiedByVneid: applicant.verifiedByVneid,
    },
    summary: dossier.subject,
    unit: dossier.unit,
    publicStatus,
    submittedAt: isoOf(dossier.submittedAt),
    receivedAt: at(dossier.receivedAt),
    dueAt: at(dossier.promisedAt),
    finishedAt: at(dossier.endedAt),
    returnedAt: publicStatus === 10 ? at(dossier.endedAt) : null,
    rejectedAt: publicStatus === 3 ? at(dossier.endedAt) : null,
    onlinePayment: fees.some(({ paid }) => paid) ? 'agency_gateway' : 'none',
    components: dossier.documents.map(({ component, id, name, digitised, reused, source }) => ({
      code: component,
      fileName: name,
      url: `${base}/api/v1/documents/${id}`,
      digitised,
      reused,
      fromNationalStore: source === 'store',
    })),
    fees: fees.map(({ kind, amount, moment }) => ({
      code: kind,
      name: kind === 'phi' ? 'Phí' : 'Lệ phí',
      amount,
      moment: moments[moment],
    })),
    supplements: dossier.supplements.map(({ id, items, requestedAt, answeredAt }) => ({
      id,
      askedBy: dossier.unit,
      content: items.map(({ what }) => what).join('; '),
      askedAt: isoOf(requestedAt),
      completedAt: at(answeredAt),
    })),
    results: dossier.results.map(({ number, title, capability }) => ({
      code: number,
      name: title,
      url: `${base}/verify/${capability}`,
    })),
  };
}
