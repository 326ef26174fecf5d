/**
 * What registers already know is filled in and not asked again.
 * Decree 224/2026/NĐ-CP, article 15: information is supplied once.
 */
import type { ProcedureDefinition } from '@/lib/procedures/define';
import type { Answers, Prefill } from '@/lib/procedures/fields/define';

/** What we know of an applicant when a draft is opened. */
export interface KnownApplicant {
  name: string;
  email: string | null;
  phone: string | null;
  personalId: string | null;
  birthDate: string | null;
  organisationName: string | null;
  taxCode: string | null;
  address: string | null;
  representative: string | null;
}

export function prefillAnswers(definition: ProcedureDefinition, known: KnownApplicant): Answers {
  const values = prefillValues(known);
  const answers: Answers = {};
  for (const field of definition.form.flatMap(({ fields }) => fields)) {
    const value = field.kind === 'list' || field.prefill === undefined ? null : values[field.prefill];
    if (value !== null && value !== undefined) answers[field.code] = value;
  }
  return answers;
}

function prefillValues(known: KnownApplicant): Partial<Record<Prefill, string | null>> {
  return {
    'person.fullName': known.name,
    'person.personalId': known.personalId,
    'person.dateOfBirth': known.birthDate,
    'person.phone': known.phone,
    'person.email': known.email,
    'organisation.name': known.organisationName,
    'organisation.taxCode': known.taxCode,
    'organisation.address': known.address,
    'organisation.representative': known.representative,
    'organisation.phone': known.phone,
    'organisation.email': known.email,
    'facility.name': known.organisationName,
    'facility.address': known.address,
  };
}

/** Who applies, as the form itself says: the organisation it names, else the person. */
export function applicantNamedIn(definition: ProcedureDefinition, answers: Answers): string | null {
  const wanted = [
    'organisation.name',
    'facility.name',
    'person.fullName',
  ] as const satisfies readonly Prefill[];
  const fields = definition.form.flatMap((section) => section.fields);
  for (const prefill of wanted) {
    const field = fields.find((one) => one.kind !== 'list' && one.prefill === prefill);
    const name = field === undefined ? undefined : answers[field.code];
    if (typeof name === 'string' && name.trim() !== '') return name.trim();
  }
  return null;
}
