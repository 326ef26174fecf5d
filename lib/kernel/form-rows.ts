/** Repeating rows of a form without JavaScript: a row exists when a value is named `ingredients.2` or `ingredients.2.name`. */
type Values = Record<string, string>;

export function rowCount(values: Values, list: string): number {
  return Math.max(0, ...Object.keys(values).map((name) => (indexOf(name, list) ?? -1) + 1));
}

/** `add:ingredients` or `remove:ingredients.2`; null when the button pressed was another one. */
export function applyRowIntent(values: Values, intent: string | undefined): Values | null {
  const [verb, list = '', index] = (intent ?? '').split(/[:.]/);
  if (list === '') return null;
  if (verb === 'add') return { ...values, [`${list}.${rowCount(values, list)}`]: '' };
  if (verb === 'remove' && index !== undefined) return withoutRow(values, list, Number(index));
  return null;
}

function withoutRow(values: Values, list: string, removed: number): Values {
  const entries = Object.entries(values).flatMap(([name, value]): [string, string][] => {
    const index = indexOf(name, list);
    if (index === null || index < removed) return [[name, value]];
    if (index === removed) return [];
    return [[name.replace(`${list}.${index}`, `${list}.${index - 1}`), value]];
  });
  return Object.fromEntries(entries);
}

function indexOf(name: string, list: string): number | null {
  const [head, index, ...rest] = name.split('.');
  return head === list && index !== undefined && /^\d+$/.test(index) && rest.length <= 1
    ? Number(index)
    : null;
}
