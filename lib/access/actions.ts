'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { parseDate } from '@/lib/i18n/parse';
import { type FormValues, type Say, submitForm } from '@/lib/kernel/action';
import { InvalidInput } from '@/lib/kernel/errors';
import type { FormState } from '@/lib/kernel/form-state';
import type { Actor } from '@/lib/policy/actor';
import { signedInActor } from '@/lib/session/actor';
import { isStaff } from '@/lib/session/staff';
import { delegateRole, endDelegation } from './commands/delegate';
import { confirmGrants, grantRole, revokeGrant } from './commands/grant';
import { revokeSession } from './commands/session';
import { setAccountState } from './commands/state';
import { issueToken, revokeToken, withdrawToken } from './commands/token';
import type { TokenScope } from './schema';

/** Words of a refusal: what is wrong with this field, why this person may not, or the general sentence. */
async function saying(): Promise<Say> {
  const [t, errors] = await Promise.all([getTranslations('access'), getTranslations('errors')]);
  return (code, params = {}) => {
    const detail = String(params.detail ?? '').replaceAll('.', '_');
    if (detail !== '' && t.has(`fault.${detail}` as never)) return t(`fault.${detail}` as never);
    if (code === 'clash') return t('fault.clash', { role: t(`roles.${params.role}` as never) });
    if (t.has(`fault.${code}` as never)) return t(`fault.${code}` as never);
    return errors.has(`code.${code}` as never) ? errors(`code.${code}` as never) : errors('code.invalid');
  };
}

const known = ['scope', 'scope_unknown', 'past', 'order', 'clash', 'self', 'colleague'];

/** A field has one sentence of its own, whatever the reason it can't be read. */
function nameFaults(cause: unknown): never {
  if (!(cause instanceof InvalidInput)) throw cause;
  throw new InvalidInput(
    cause.issues.map((issue) => {
      const field = issue.path.split('.')[0] ?? '';
      return { ...issue, path: field, code: known.includes(issue.code) ? issue.code : field };
    }),
  );
}

type Act = (actor: Actor, values: FormValues) => Promise<string>;

/** Runs the act and goes to the address it answers with. */
async function submit(form: FormData, act: Act): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await saying() }, async (actor, values) => {
    redirect(await act(actor, values).catch(nameFaults));
  });
}

const pageOf = (account: string, done: string) =>
  `/access/accounts/${encodeURIComponent(account)}?done=${done}`;
const ownPage = (done: string) => `/access/mine?done=${done}`;

/** An empty date is none; one that can't be read stays as typed and is refused by the schema. */
const civilDate = (text: string | undefined) =>
  text === undefined || text.trim() === '' ? undefined : (parseDate(text) ?? text);

export async function grantRoleAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, { account = '', role, scope = '', validTo, reason = '' }) => {
    const until = civilDate(validTo);
    await grantRole(actor, {
      accountId: account,
      role: role as never,
      scope,
      ...(until === undefined ? {} : { validTo: until }),
      reason,
    });
    return pageOf(account, 'granted');
  });
}

export async function revokeGrantAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, { account = '', grant = '', reason = '' }) => {
    await revokeGrant(actor, { grantId: grant, reason });
    return pageOf(account, 'revoked');
  });
}

export async function confirmGrantsAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, { account = '', reason = '' }) => {
    await confirmGrants(actor, { accountId: account, reason });
    return pageOf(account, 'reviewed');
  });
}

export async function setAccountStateAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, { account = '', to, reason = '' }) => {
    const disabled = to === 'disabled';
    await setAccountState(actor, { accountId: account, disabled, reason });
    return pageOf(account, disabled ? 'disabled' : 'enabled');
  });
}

export async function revokeSessionAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, { account = '', session = '' }) => {
    await revokeSession(actor, { sessionId: session });
    return pageOf(account, 'session');
  });
}

export async function withdrawTokenAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, { account = '', token = '' }) => {
    await withdrawToken(actor, { tokenId: token });
    return pageOf(account, 'token');
  });
}

export async function revokeTokenAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, { token = '' }) => {
    await revokeToken(actor, { tokenId: token });
    return isStaff(actor) ? ownPage('token') : '/my/tokens?done=token';
  });
}

/** The token is in the answer to this one request: not in an address, not in the database, never shown again. */
export async function issueTokenAction(_state: FormState, form: FormData): Promise<FormState> {
  let token = '';
  const state = await submitForm(
    form,
    { actor: signedInActor, say: await saying() },
    async (actor, { name = '', scopes = '', days = '' }) => {
      const wanted = scopes.split(',').filter((scope) => scope !== '') as TokenScope[];
      token = (await issueToken(actor, { name, scopes: wanted, days }).catch(nameFaults)).token;
    },
  );
  return state.status === 'ok' ? { status: 'ok', message: token } : state;
}

export async function delegateRoleAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, values) => {
    const [role = '', scope = ''] = (values.role ?? '').split('@', 2);
    await delegateRole(actor, {
      toAccountId: values.toAccountId ?? '',
      role: role as never,
      ...(scope === '' ? {} : { scope }),
      documentNumber: values.documentNumber ?? '',
      validFrom: civilDate(values.validFrom) ?? '',
      validTo: civilDate(values.validTo) ?? '',
    });
    return ownPage('delegated');
  });
}

export async function endDelegationAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, { delegation = '' }) => {
    await endDelegation(actor, { delegationId: delegation });
    return ownPage('ended');
  });
}
