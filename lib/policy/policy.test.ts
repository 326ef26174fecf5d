import { describe, expect, it } from 'vitest';
import { type Actor, type Grant, mintActor } from './actor';
import { barredBy, grantFor, isAction, may, reachOf } from './authorize';
import { purposeOf } from './purpose';
import { type Action, excludes, policy, roles } from './table';

const actor = (grants: Grant[], accountId = 'me'): Actor =>
  mintActor({
    accountId,
    personId: accountId,
    name: 'Tester',
    grants,
    sessionId: null,
    requestId: 'r',
    sample: true,
  });

const actions = Object.keys(policy) as Action[];

describe('policy', () => {
  it('is this matrix of role and action; a changed right shows as a changed line', () => {
    const matrix = Object.fromEntries(
      roles.map((role) => [
        role,
        actions.flatMap((action) => {
          const reach = reachOf(actor([{ role, scope: null }]), action)[0]?.reach;
          return reach === undefined ? [] : [`${action}: ${reach}`];
        }),
      ]),
    );
    expect(matrix).toMatchSnapshot();
  });

  it('refuses what it does not know', () => {
    expect(isAction('dossier.read')).toBe(true);
    expect(isAction('toString')).toBe(false);
    expect(isAction('dossier.burn')).toBe(false);
    expect(may(actor([]), 'dossier.read', { scopes: ['QLD'] })).toBe(false);
    expect(may(actor([{ role: 'reviewer', scope: null }]), 'dossier.read', { scopes: ['QLD'] })).toBe(false);
    expect(may(actor([{ role: 'reviewer', scope: 'QLD' }]), 'dossier.read', {})).toBe(false);
  });

  it.each([
    ['own record', 'applicant_citizen', null, { owner: 'me' }, true],
    ["somebody else's record", 'applicant_citizen', null, { owner: 'you' }, false],
    ["one's organisation", 'applicant_org', 'org:1', { owner: 'you', scopes: ['org:1'] }, true],
    ['another organisation', 'applicant_org', 'org:1', { owner: 'you', scopes: ['org:2'] }, false],
    ["one's unit", 'checker', 'QLD', { scopes: ['QLD'] }, true],
    ['another unit', 'checker', 'QLD', { scopes: ['HTTB'] }, false],
    ['everything', 'auditor', null, { scopes: ['HTTB'] }, true],
    ['an invited expert', 'expert', null, { assignees: ['me'] }, true],
    ['an expert nobody invited', 'expert', null, { assignees: ['you'] }, false],
  ] as const)('reading %s', (_, role, scope, subject, expected) => {
    expect(may(actor([{ role, scope }]), 'dossier.read', subject)).toBe(expected);
  });

  it('lets a mandate reach what its giver reaches, and says so', () => {
    const mandate = { delegationId: 'd', onBehalfOf: 'boss' };
    const deputy = actor([{ role: 'reviewer', scope: 'QLD', mandate }]);
    expect(grantFor(deputy, 'dossier.review', { assignees: ['boss'] })?.mandate).toEqual(mandate);
    expect(may(deputy, 'dossier.review', { assignees: ['me'] })).toBe(false);
  });

  it('keeps the pairs of duties apart and administrators away from dossiers', () => {
    for (const [first, second] of excludes) expect(barredBy(second)).toContain(first);
    const admin = actor([{ role: 'sys_admin', scope: null }]);
    expect(
      actions
        .filter((action) => action.startsWith('dossier.'))
        .filter((action) => reachOf(admin, action).length > 0),
    ).toEqual([]);
  });

  it('knows a purpose of reading for every role', () => {
    expect(roles.map((role) => purposeOf(role)).every((purpose) => purpose.length > 0)).toBe(true);
  });
});
