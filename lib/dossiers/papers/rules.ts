/**
 * What stands on the papers of a dossier: deadlines, numbers, validity, facts.
 * Circular 03/2025/TT-VPCP (forms); Decree 30/2020/NĐ-CP (layout of administrative papers);
 * validity and numbers come from the pinned version of the procedure.
 */

import { formatDate } from '@/lib/i18n/format';
import { addMonths, type Calendar, dateOf, dayNumberAt } from '@/lib/kernel/calendar';
import type { ClockStep } from '@/lib/kernel/clock-explanation';
import { dueDate } from '@/lib/kernel/clock-rules';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import type { Answers, Field } from '@/lib/procedures/fields/define';
import { visibleFields } from '@/lib/procedures/rules';

/** 17:00 of a civil date in Việt Nam. */
export function closeOfBusiness(date: string): Date {
  return new Date(`${date}T17:00:00+07:00`);
}

/** Last moment to answer Form 02, by the rule of the pinned version. */
export function supplementDeadline(
  { supplement }: ProcedureDefinition,
  requestedAt: Date,
  calendar: Calendar,
): Date {
  const { amount, unit } = supplement;
  const { due } = dueDate({ amount, unit }, [{ kind: 'start', at: requestedAt }], calendar);
  return due ?? requestedAt;
}

const stepNotes = {
  start: 'ngày tiếp nhận',
  extended: 'gia hạn',
  counted: '',
  swapped_in: 'làm bù',
  conditional: '',
  weekend: 'nghỉ hằng tuần',
  holiday: 'nghỉ lễ',
  paused: 'tạm dừng',
  interrupted: 'tạm dừng',
  outside_hours: 'ngoài giờ làm việc',
  moved: 'dời sang ngày làm việc',
  due: '',
} as const satisfies Record<ClockStep['kind'], string>;

/** A step of the clock in the words of Form 01; a holiday has its own name. */
export function formStepNote({ kind, name }: Pick<ClockStep, 'kind' | 'name'>): string {
  return kind === 'holiday' && name !== null ? name : stepNotes[kind];
}

/** End of validity of a result issued now; null when it has none or the paper states it itself. */
export function expiryOf({ result }: ProcedureDefinition, issuedAt: Date): Date | null {
  const { validity } = result;
  if (validity === null || validity.kind !== 'term') return null;
  const months = validity.unit === 'year' ? validity.amount * 12 : validity.amount;
  return closeOfBusiness(dateOf(addMonths(dayNumberAt(issuedAt), months)));
}

export function validityText({ result }: ProcedureDefinition): string {
  const { validity } = result;
  if (validity === null) return 'Theo quy định của pháp luật';
  if (validity.kind === 'unlimited') return 'Không thời hạn';
  return validity.text?.vi ?? 'Theo quy định của pháp luật';
}

/** A notice of refusal grants nothing: it counts in the unit's own series of notices (TB), not among the results. */
export function refusalNumber(unit: string, { sequence, day }: { sequence: number; day: string }): string {
  return `${String(sequence).padStart(3, '0')}/${day.slice(0, 4)}/TB-${unit}`;
}

/** Running number of the year in the procedure's own pattern. */
export function resultNumber(
  { result }: ProcedureDefinition,
  { sequence, day }: { sequence: number; day: string },
): string {
  return result.numberPattern
    .replaceAll('{seq}', String(sequence).padStart(3, '0'))
    .replaceAll('{yyyy}', day.slice(0, 4))
    .replaceAll('{yy}', day.slice(2, 4));
}

/** A corrected result keeps the number it corrects and counts the corrections. */
export function correctedNumber(number: string): string {
  const [, base = number, count = '0'] = number.match(/^(.*)-ĐC(\d+)$/) ?? [];
  return `${base}-ĐC${Number(count) + 1}`;
}

interface Named {
  name: string;
  identifier: string | null;
}

const factLimit = 12;

/** The answers that say what was granted, as label and value; lists and declarations stay in the dossier. */
export function resultFacts(definition: ProcedureDefinition, answers: Answers, applicant: Named) {
  const facts = visibleFields(definition, answers)
    .filter(({ kind }) => kind !== 'list' && kind !== 'checkbox' && kind !== 'email' && kind !== 'phone')
    .map((field) => ({ label: field.label.vi, value: answerText(field, answers[field.code]) }))
    .filter(({ value }) => value !== '' && value !== applicant.name && value !== applicant.identifier);
  return [
    { label: 'Tổ chức, cá nhân', value: applicant.name, strong: true },
    ...(applicant.identifier === null ? [] : [{ label: 'Mã số', value: applicant.identifier }]),
    ...facts.slice(0, factLimit),
  ];
}

/** An answer as people read it: the label of an option, a Vietnamese date. */
export function answerText(field: Field, value: unknown, locale: 'vi' | 'en' = 'vi'): string {
  if (value === undefined || value === null || value === '') return '';
  if (field.kind === 'date' && typeof value === 'string')
    return /^\d{4}-/.test(value) ? formatDate(value) : value;
  if (field.kind === 'country' && typeof value === 'string')
    return new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(value) ?? value;
  if (field.kind !== 'list' && field.options !== undefined) {
    const chosen = Array.isArray(value) ? value : [value];
    const labels = field.options
      .filter((option) => chosen.includes(option.value))
      .map(({ label }) => label[locale]);
    return labels.length === 0 ? String(value) : labels.join(', ');
  }
  return typeof value === 'object' ? '' : String(value);
}

/** What the dossier is about, for lists: the first answer that names a thing. */
export function subjectOf(definition: ProcedureDefinition, answers: Answers): string {
  const naming = [
    'product_name',
    'drug_name',
    'device_name',
    'preparation_name',
    'technique_name',
    'laboratory_name',
    'site_name',
    'facility_name',
    'patient_name',
    'child_name',
    'full_name',
  ];
  const code = naming.find(
    (candidate) => typeof answers[candidate] === 'string' && answers[candidate] !== '',
  );
  return code === undefined ? definition.result.title.vi : String(answers[code]);
}
