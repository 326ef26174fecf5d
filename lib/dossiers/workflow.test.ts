import { describe, expect, it } from 'vitest';
import { blockedMoves, movesFrom } from '@/lib/kernel/workflow';
import { policy, roles } from '@/lib/policy/table';
import { clockEffectOf, isEnded, isPaused } from './rules';
import { type DossierMove, type DossierState, dossierMoves, dossierStates, moveRow } from './workflow';

const states = Object.keys(dossierStates) as DossierState[];
const moves = Object.keys(dossierMoves) as DossierMove[];
const terminal: DossierState[] = [
  'rejected_intake',
  'expired_supplement',
  'withdrawn',
  'stopped',
  'result_revoked',
  'expired_payment',
  'cancelled',
];

/** Where a move can lead: `previous` to any state that can be interrupted. */
function targets(move: DossierMove): DossierState[] {
  const { to, from } = moveRow(move);
  if (to === 'same') return [...from];
  if (to !== 'previous') return [to];
  return [...moveRow(move === 'settle_fee' ? 'request_fee' : 'request_withdrawal').from];
}

describe('the workflow of a dossier', () => {
  it('has 30 states with one public code each', () => {
    expect(states).toHaveLength(30);
    const codes = new Set(states.map((state) => dossierStates[state].public));
    expect(codes).toEqual(new Set([null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
  });

  it('reaches every state from a draft', () => {
    const reached = new Set<DossierState>(['draft']);
    for (let grown = true; grown; ) {
      const before = reached.size;
      for (const move of moves)
        if (moveRow(move).from.some((from) => reached.has(from)))
          for (const to of targets(move)) reached.add(to);
      grown = reached.size > before;
    }
    expect(states.filter((state) => !reached.has(state))).toEqual([]);
  });

  it('has a way out of every state but the terminal ones', () => {
    const stuck = states.filter((state) => !moves.some((move) => moveRow(move).from.includes(state)));
    expect(stuck).toEqual(terminal.filter((state) => stuck.includes(state)));
    expect(new Set(stuck)).toEqual(new Set(terminal));
  });

  it('lets the applicant ask to withdraw and the authority stop from every running state before the signature', () => {
    const beforeSignature = states.filter((state) => {
      const code = dossierStates[state].public;
      return code !== null && code <= 6 && code !== 3 && state !== 'signed';
    });
    expect(beforeSignature.filter((state) => !moveRow('request_withdrawal').from.includes(state))).toEqual(
      [],
    );
    expect(beforeSignature.filter((state) => !moveRow('stop').from.includes(state))).toEqual([]);
    expect(moveRow('request_withdrawal').from).not.toContain('signed');
  });

  it('gives every move to somebody', () => {
    for (const move of moves)
      expect(Object.keys(policy[moveRow(move).action]).length, move).toBeGreaterThan(0);
  });

  it('is this matrix of state, move and role', () => {
    const matrix = Object.fromEntries(
      states.map((state) => [
        state,
        movesFrom(dossierMoves, state, () => true).map((move) => {
          const holders = roles.filter((role) => Object.hasOwn(policy[moveRow(move).action], role));
          return `${move} → ${targets(move).length === 1 ? targets(move)[0] : moveRow(move).to}: ${holders.join(', ')}`;
        }),
      ]),
    );
    expect(matrix).toMatchSnapshot();
  });

  it('holds moves back by name while their conditions fail', () => {
    const held = blockedMoves(dossierMoves, 'submitted_for_sign', () => false);
    expect(held).toContainEqual({ name: 'sign', unmet: ['checked', 'fee_settled'] });
    expect(movesFrom(dossierMoves, 'submitted_for_sign', () => false)).not.toContain('sign');
  });

  it('moves the clock by the public codes it leaves and enters', () => {
    const effect = (move: DossierMove, from: DossierState, to: DossierState, started = true) =>
      clockEffectOf(move, { from, to, started });
    expect(effect('accept', 'submitted', 'accepted', false)).toBe('start');
    expect(effect('ask_supplement', 'in_review', 'supplement_requested')).toBe('pause');
    expect(effect('answer_supplement', 'supplement_requested', 'in_review')).toBe('resume');
    expect(effect('request_withdrawal', 'supplement_requested', 'withdraw_requested')).toBeNull();
    expect(effect('deny_withdrawal', 'withdraw_requested', 'supplement_requested')).toBeNull();
    expect(effect('deny_withdrawal', 'withdraw_requested', 'in_review')).toBe('resume');
    expect(effect('issue', 'signed', 'issued')).toBe('stop');
    expect(effect('return_result', 'issued', 'returned')).toBeNull();
    expect(effect('extend', 'in_review', 'in_review')).toBe('extend');
    expect(effect('ask_before_intake', 'submitted', 'intake_supplement', false)).toBeNull();
  });

  it('never both pauses and ends', () => {
    expect(states.filter((state) => isPaused(state) && isEnded(state))).toEqual([]);
  });
});
