import { ruleOf } from '@/lib/dossiers/commands/clock';
import { prefillAnswers } from '@/lib/dossiers/drafts/rules';
import { subjectOf } from '@/lib/dossiers/papers/rules';
import type { ClockRule } from '@/lib/kernel/clock-rules';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import type { Answers } from '@/lib/procedures/fields/define';
import { feeOf, needsUpload, requiredComponents } from '@/lib/procedures/rules';
import { sampleAnswers } from '../sample-answers';
import type { Draw } from './draws';
import { thingNames } from './names';
import type { Applicant } from './people';

/** Stand in a filled form where the applicant and the subject go; nothing in the samples contains them. */
const marks = {
  name: '‹name›',
  organisation: '‹organisation›',
  taxCode: '‹tax code›',
  address: '‹address›',
  subject: '‹subject›',
} as const;
type Mark = keyof typeof marks;

/** One way to fill in a procedure's form, with what the rules make of those answers. */
export interface FilledForm {
  readonly definition: ProcedureDefinition;
  readonly rule: ClockRule | null;
  readonly fee: number;
  readonly components: readonly string[];
  readonly asked: { readonly component: string; readonly title: string } | null;
  /** What it is about: drawn by the field that says so, or the same for every dossier of the procedure. */
  readonly subject: (draw: Draw, applicant: Applicant) => string;
  /** The answers as JSON. */
  readonly answers: (applicant: Applicant, subject: string) => string;
}

const namingFields = Object.keys(thingNames);

function namingField(definition: ProcedureDefinition, answers: Answers): string | null {
  return (
    namingFields.find(
      (code) =>
        subjectOf(definition, { ...answers, [code]: marks.subject }) === marks.subject &&
        typeof answers[code] === 'string',
    ) ?? null
  );
}

function filledForm(definition: ProcedureDefinition, nth: number): FilledForm {
  const known = prefillAnswers(definition, {
    name: marks.name,
    email: 'lien-he@mau.moh.example',
    phone: '0912345678',
    personalId: '099090900001',
    birthDate: '1990-01-01',
    organisationName: marks.organisation,
    taxCode: marks.taxCode,
    address: marks.address,
    representative: marks.name,
  });
  const answers = sampleAnswers(definition, `form:${definition.slug}:${nth}`, known);
  const field = namingField(definition, answers);
  const isDrawn = field !== null && known[field] === undefined;
  const fixed = subjectOf(definition, answers);
  const write = writer(JSON.stringify(isDrawn ? { ...answers, [field]: marks.subject } : answers));
  const asked = definition.components.find(needsUpload) ?? definition.components[0];
  return {
    definition,
    rule: ruleOf(definition, answers),
    fee: definition.fee === null ? 0 : (feeOf(definition, answers) ?? 0),
    components: requiredComponents(definition, answers).map(({ code }) => code),
    asked: asked === undefined ? null : { component: asked.code, title: asked.title.vi },
    subject: (draw, applicant) =>
      isDrawn ? (thingNames[field]?.(draw) ?? fixed) : replaced(fixed, applicant),
    answers: (applicant, subject) => write(valuesOf(applicant, subject)),
  };
}

function valuesOf(applicant: Applicant, subject: string): Record<Mark, string> {
  const { name, organisation } = applicant;
  return {
    name,
    organisation: organisation?.name ?? name,
    taxCode: organisation?.taxCode ?? '0199001236',
    address: organisation?.address ?? 'Số 1 phố Mẫu, thành phố Hà Nội',
    subject,
  };
}

function replaced(text: string, applicant: Applicant): string {
  return writer(text)(valuesOf(applicant, ''));
}

/** The text cut at its marks once, so that filling it in is one join. */
function writer(text: string): (values: Record<Mark, string>) => string {
  const names = Object.keys(marks) as Mark[];
  const pieces = text.split(new RegExp(`(${names.map((name) => marks[name]).join('|')})`));
  const keys = pieces.map((piece) => names.find((name) => marks[name] === piece) ?? null);
  return (values) => {
    let filled = '';
    for (let at = 0; at < pieces.length; at += 1) {
      const key = keys[at];
      filled += key == null ? pieces[at] : values[key];
    }
    return filled;
  };
}

const waysToFill = 40;

/** Filling in a form by its own rules is slow; forty ways a procedure are enough under a hundred thousand names. */
export function formsOf(definition: ProcedureDefinition): readonly FilledForm[] {
  return Array.from({ length: waysToFill }, (_, nth) => filledForm(definition, nth));
}
