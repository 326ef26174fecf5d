/** What is looked at: everything that changes a figure on the screen, and nothing else. It lives in the address. */
export interface View {
  asOf?: string | undefined;
  period?: string | undefined;
  place?: string | undefined;
  world?: '34' | '63' | undefined;
  measure?: string | undefined;
}

type More = Readonly<Record<string, string | undefined>>;

/** The address of a page in the same view; what is at its default is left out. */
export function hrefOf(path: string, view: View, more: More = {}): string {
  const { asOf, period, place, world, measure } = { ...view, ...more };
  const given = { measure, place, period, asOf, world: world === '34' ? undefined : world, ...rest(more) };
  const search = new URLSearchParams(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
  return search === '' ? path : `${path}?${search}`;
}

const own = ['asOf', 'period', 'place', 'world', 'measure'];

function rest(more: More): More {
  return Object.fromEntries(Object.entries(more).filter(([name]) => !own.includes(name)));
}

/** The view of one measure's own pages: the measure is in the path. */
export function without(view: View, ...names: (keyof View)[]): View {
  return Object.fromEntries(Object.entries(view).filter(([name]) => !names.includes(name as keyof View)));
}
