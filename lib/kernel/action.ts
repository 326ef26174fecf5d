import 'server-only';
import { headers } from 'next/headers';
import type { Actor } from '@/lib/policy/actor';
import { DomainError, InvalidInput } from './errors';
import type { FormState } from './form-state';

/** Words for what went wrong, in the language of the person; `field` is null for what concerns the whole form. */
export type Say = (code: string, params?: Record<string, string | number>) => string;

interface Edge {
  /** Whoever is asking, proven by the session. */
  actor: () => Promise<Actor>;
  say: Say;
}

/**
 * A form's side of a command: text values in, form state out. Expected failures become words beside the
 * fields and the input is kept; anything else is a bug and passes.
 */
export async function submitForm(
  form: FormData,
  edge: Edge,
  run: (actor: Actor, values: FormValues) => Promise<void>,
): Promise<FormState> {
  const values = valuesOf(form);
  try {
    await refuseForeignSite();
    await run(await edge.actor(), values);
    return { status: 'ok' };
  } catch (cause) {
    return invalidState(cause, values, edge.say);
  }
}

export type FormValues = Record<string, string>;

/** Text values without the keys React adds to server-rendered forms; a repeated key is joined by commas. */
export function valuesOf(form: FormData): FormValues {
  const values: FormValues = {};
  for (const [key, value] of form.entries()) {
    if (key.startsWith('$ACTION') || typeof value !== 'string') continue;
    values[key] = Object.hasOwn(values, key) ? `${values[key]},${value}` : value;
  }
  return values;
}

function invalidState(cause: unknown, values: FormValues, say: Say): FormState {
  if (cause instanceof InvalidInput) {
    const summary = cause.issues.map(({ path, code, params }) => ({
      field: path,
      message: say(code, params),
    }));
    return {
      status: 'invalid',
      values,
      summary,
      fields: Object.fromEntries(summary.map((s) => [s.field, s.message])),
    };
  }
  if (cause instanceof DomainError) {
    const message = say(cause.code, { detail: cause.detail ?? '' });
    return {
      status: 'invalid',
      values,
      fields: {},
      summary: [{ field: cause.code === 'unauthenticated' ? '/sign-in' : '', message }],
    };
  }
  throw cause;
}

/** A server action without an `Origin` header is let through by the framework; the fetch metadata is not so easily absent. */
async function refuseForeignSite(): Promise<void> {
  const site = (await headers()).get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none')
    throw new DomainError('denied', 'cross_site');
}
