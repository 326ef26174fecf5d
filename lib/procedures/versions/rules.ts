// Legal basis: Decree 118/2025/NĐ-CP (one-stop handling): a dossier is settled under the rules in force when it was
// received, so a changed decree is a new version with its own effective date, never an edit.
import type { ProcedureDefinition } from '@/lib/procedures/define';
import { type Condition, type Field, fieldsNamedIn } from '@/lib/procedures/fields/define';

type Dated = { effectiveFrom: string; effectiveTo?: string | null | undefined };

/** Versions in the order of their effective dates. */
export function inForceOn<T extends Dated>(versions: readonly T[], date: string): T | undefined {
  return versions.findLast(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= date && (!effectiveTo || date <= effectiveTo),
  );
}

export type PublicationFault = {
  code:
    | 'condition_cycle'
    | 'unknown_field'
    | 'repeated_code'
    | 'options_missing'
    | 'bad_pattern'
    | 'condition_in_list'
    | 'part_without_reason'
    | 'never_required'
    | 'route_share';
  at: string;
};

const fieldsOf = (definition: ProcedureDefinition): Field[] =>
  definition.form.flatMap((section) => section.fields);

/** Every circle of fields that wait for each other, each told once from its first field on. */
export function conditionCycles(definition: Pick<ProcedureDefinition, 'form'>): string[][] {
  const fields = definition.form.flatMap((section) => section.fields);
  const waitsFor = new Map(fields.map((field) => [field.code, field.when ? fieldsNamedIn(field.when) : []]));
  const done = new Set<string>();
  const cycles: string[][] = [];

  function walk(code: string, path: readonly string[]): void {
    const start = path.indexOf(code);
    if (start >= 0) {
      cycles.push(path.slice(start));
      return;
    }
    if (done.has(code)) return;
    for (const next of waitsFor.get(code) ?? []) walk(next, [...path, code]);
    done.add(code);
  }

  for (const field of fields) walk(field.code, []);
  return cycles;
}

function repeated(codes: readonly string[]): string[] {
  return codes.filter((code, index) => codes.indexOf(code) !== index);
}

function conditionsOf(definition: ProcedureDefinition): Condition[] {
  const owners = [
    ...fieldsOf(definition),
    ...definition.components,
    ...(definition.fee?.variants ?? []),
    ...(definition.limit?.variants ?? []),
  ];
  return owners.flatMap((owner) => (owner.when ? [owner.when] : []));
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

function fieldFaults(field: Field): PublicationFault[] {
  if (field.kind === 'list') {
    return [
      ...field.fields.filter((inner) => inner.when).map(fault('condition_in_list')),
      ...repeated(field.fields.map((inner) => inner.code)).map(
        (at) => ({ code: 'repeated_code', at }) as const,
      ),
      ...field.fields.flatMap(fieldFaults),
    ];
  }
  const isChoice = field.kind === 'select' || field.kind === 'radio';
  return [
    ...(isChoice && !field.options ? [fault('options_missing')(field)] : []),
    ...(field.pattern && !isPattern(field.pattern) ? [fault('bad_pattern')(field)] : []),
  ];
}

const fault = (code: PublicationFault['code']) => (owner: { code: string }) => ({ code, at: owner.code });

/** A version with any fault is refused at publication. */
export function publicationFaults(definition: ProcedureDefinition): PublicationFault[] {
  const fields = fieldsOf(definition);
  const known = new Set(fields.map((field) => field.code));
  const named = conditionsOf(definition).flatMap(fieldsNamedIn);
  const codes = [...fields, ...definition.components].map((owner) => owner.code);
  const unasked = definition.components.filter(
    ({ need, when, whenText }) => need === 'conditional' && !when && !whenText,
  );
  const shares = definition.route.reduce((total, step) => total + step.share, 0);
  return [
    ...conditionCycles(definition).map(
      (cycle) => ({ code: 'condition_cycle', at: cycle.join(' → ') }) as const,
    ),
    ...named.filter((code) => !known.has(code)).map((at) => ({ code: 'unknown_field', at }) as const),
    ...repeated(codes).map((at) => ({ code: 'repeated_code', at }) as const),
    ...fields.flatMap(fieldFaults),
    ...unasked.map(fault('never_required')),
    ...(definition.level === 'PART' && !definition.partReason
      ? [fault('part_without_reason')({ code: 'level' })]
      : []),
    ...(shares === 100 ? [] : [fault('route_share')({ code: 'route' })]),
  ];
}
