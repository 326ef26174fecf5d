/** What an officer's form sends, as the input of the command; empty boxes are absent, unticked lines are left out. */
import type { MarkComponent, MoveDossier } from '@/lib/dossiers/schema';

type Values = Readonly<Record<string, string>>;

interface Read {
  civilDateOf: (written: string) => string;
  numberOf: (written: string) => number;
}

/** Lines of the form that were ticked, by their place in the list that is sent on. */
export type ItemPlaces = readonly number[];

export function inputOfMove(
  values: Values,
  { civilDateOf, numberOf }: Read,
): { input: MoveDossier; places: ItemPlaces } {
  const words = (name: string) =>
    values[name] === undefined || values[name].trim() === '' ? undefined : values[name];
  const places = askedLines(values);
  const newDate = words('newDateOther') ?? words('newDate');
  const amount = words('amount');
  const experts = words('experts');
  const input = {
    code: values.code ?? '',
    move: values.move ?? '',
    version: values.version ?? '',
    reason: words('reason'),
    ground: words('ground'),
    assignee: words('assignee'),
    experts: experts?.split(','),
    decision: words('decision'),
    opinion: words('opinion'),
    newDate: newDate === undefined ? undefined : civilDateOf(newDate),
    amount: amount === undefined ? undefined : numberOf(amount),
    items: places.length === 0 ? undefined : places.map((place) => itemOf(values, place)),
  };
  return {
    input: Object.fromEntries(
      Object.entries(input).filter(([, value]) => value !== undefined),
    ) as MoveDossier,
    places,
  };
}

function askedLines(values: Values): number[] {
  return Object.keys(values)
    .flatMap((name) => /^items\.(\d{1,3})\.ask$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((left, right) => left - right);
}

function itemOf(values: Values, place: number) {
  const part = (name: string) => values[`items.${place}.${name}`] ?? '';
  return { component: part('component'), what: part('what'), reason: part('reason') };
}

/** Faults name the list that was sent; the form must hear of its own line. */
export function placeOfItem(path: string, places: ItemPlaces): string {
  const match = /^items\.(\d+)\.(.+)$/.exec(path);
  if (match !== null) return `items.${places[Number(match[1])] ?? match[1]}.${match[2]}`;
  return path.startsWith('experts.') ? 'experts' : path;
}

/** Every component that was judged on the page; only changes are sent on, so nobody's note is rewritten in silence. */
export function marksOf(values: Values): MarkComponent[] {
  return Object.entries(values).flatMap(([name, component]): MarkComponent[] => {
    const place = /^marks\.(\d+)\.component$/.exec(name)?.[1];
    if (place === undefined) return [];
    const verdict = values[`marks.${place}.verdict`];
    const note = (values[`marks.${place}.note`] ?? '').trim();
    const unchanged =
      verdict === values[`marks.${place}.was`] && note === (values[`marks.${place}.noted`] ?? '');
    if (unchanged || (verdict !== 'good' && verdict !== 'wrong' && verdict !== 'missing')) return [];
    return [{ code: values.code ?? '', component, verdict, ...(note === '' ? {} : { note }) }];
  });
}
