import { describe, expect, it } from 'vitest';
import {
  type DossierState,
  dossierMoves,
  dossierStates,
  isDossierMove,
  moveRow,
} from '@/lib/dossiers/workflow';
import { policy } from '@/lib/policy/table';
import { formNumberOf, orderOfMoves, shortcutOf } from './move-facts';

const applicants = ['applicant_citizen', 'applicant_org', 'partner', 'system'];
const moves = Object.keys(dossierMoves).filter(isDossierMove);
const staffMoves = moves.filter((move) =>
  Object.keys(policy[moveRow(move).action]).some((role) => !applicants.includes(role)),
);

describe('keys of the moves', () => {
  it('gives each move of an officer a key', () => {
    expect(staffMoves.filter((move) => shortcutOf(move) === '')).toEqual([]);
  });

  it.each(Object.keys(dossierStates) as DossierState[])('has no key twice at %s', (state) => {
    const keys = staffMoves
      .filter((move) => moveRow(move).from.includes(state))
      .map((move) => shortcutOf(move));
    const conditional = new Set(
      ['issue', 'issue_refusal'].map((move) => (isDossierMove(move) ? shortcutOf(move) : '')),
    );
    const clashing = keys.filter(
      (key, index) => keys.indexOf(key) !== index && !(state === 'signed' && conditional.has(key)),
    );
    expect(clashing).toEqual([]);
  });
});

it('puts the way on first', () => {
  expect(orderOfMoves(['stop', 'reassign', 'ask_supplement', 'draft_result'])).toEqual([
    'draft_result',
    'ask_supplement',
    'reassign',
    'stop',
  ]);
});

it('names the form a move carries', () => {
  expect(formNumberOf('accept')).toBe('01');
  expect(formNumberOf('assign')).toBeNull();
});
