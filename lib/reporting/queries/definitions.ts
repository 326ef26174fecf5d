import 'server-only';
import { DomainError } from '@/lib/kernel/errors';
import type { Check, Element, ElementPart, Frequency, ReportForm } from '../define';
import { forms } from '../forms/catalogue';
import { checkTable } from '../forms/check-table';
import { elements } from '../forms/elements';

/**
 * Forms, elements and checks come from the catalogue by version and date: the rows of `report_forms` and
 * `report_elements` are its dated copy for foreign keys and for SQL, and lack the activity an element depends on.
 */
interface Dated {
  effectiveFrom: string;
  effectiveTo?: string | undefined;
}

const inForce = (date: string) => (one: Dated) =>
  one.effectiveFrom <= date && (one.effectiveTo === undefined || one.effectiveTo >= date);

/** A report keeps the version of its form that was in force when it was opened. */
export function formOfVersion(id: string, version: number): ReportForm {
  const form = forms.find((one) => one.id === id && one.version === version);
  if (form === undefined) throw new DomainError('misconfigured', `report_form.${id}.${version}`);
  return form;
}

/** The form of a kind of period, as it stands on the period's last day. */
export function formOn(kind: Frequency, date: string): ReportForm | null {
  return forms.filter(inForce(date)).find(({ frequency }) => frequency === kind) ?? null;
}

export const formKind = (formId: string): Frequency | null =>
  forms.find(({ id }) => id === formId)?.frequency ?? null;

/** The elements of a form in its order, as they stand on the period's last day. */
export function elementsOf(form: ReportForm, date: string): Element[] {
  const current = new Map(elements.filter(inForce(date)).map((one) => [one.id, one]));
  return form.sections.flatMap(({ elements: ids }) =>
    ids.flatMap((id) => {
      const element = current.get(id);
      return element === undefined ? [] : [element];
    }),
  );
}

export type DatedPart = ElementPart & { version: number; element: string };

const partsByDay = new Map<string, ReadonlyMap<string, DatedPart>>();

/** Every part in force on a day, by id, with the version of its element. */
export function partsOn(date: string): ReadonlyMap<string, DatedPart> {
  const known = partsByDay.get(date);
  if (known !== undefined) return known;
  const parts = elements
    .filter(inForce(date))
    .flatMap(({ id: element, version, parts }) => parts.map((one) => ({ ...one, version, element })));
  const found = new Map(parts.map((part) => [part.id, part]));
  partsByDay.set(date, found);
  return found;
}

export const allChecks: readonly Check[] = checkTable;
