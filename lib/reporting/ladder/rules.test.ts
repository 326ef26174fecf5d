import { describe, expect, it } from 'vitest';
import type { Cells, Reported } from '@/lib/reporting/checks';
import { elements, parts } from '@/lib/reporting/forms/elements';
import { ladders } from './catalogue';
import { imaging } from './catalogue/imaging';
import { medicalRecord } from './catalogue/medical-record';
import { Ladder } from './define';
import { ladderOf, partsOfLadder } from './rules';

const reported = (cells: Cells): Reported => ({
  cells,
  previous: {},
  explained: new Set(),
  evidence: new Set(),
  facility: { class: 'class_1', hospital: true, activities: new Set() },
  periodEnd: '2026-10-31',
});

const all = { E15: true, E20: 97, E16: '2026-02-01', E21: true, E22: true };
const proof = { element: 'E16', issuedOn: '2026-01-20' };
const standings = (cells: Cells, accepted = [proof]) =>
  ladderOf(medicalRecord, reported(cells), accepted).rungs.map(({ standing }) => standing);

describe('the ladders', () => {
  it('are well formed, name parts that exist and proofs that have a slot', () => {
    const slots = elements.filter(({ evidence }) => evidence).map(({ id }) => id);
    for (const ladder of ladders) {
      Ladder.parse(ladder);
      const codes = ladder.rungs.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(partsOfLadder(ladder).filter((part) => !parts.some(({ id }) => id === part))).toEqual([]);
      for (const { proof: slot, document } of ladder.rungs) {
        if (slot !== null) expect(slots).toContain(slot);
        expect(document !== undefined).toBe(slot !== null);
      }
    }
    expect(new Set(ladders.map(({ id }) => id)).size).toBe(ladders.length);
  });
});

describe('ladderOf', () => {
  it('tells proven from measured', () => {
    const view = ladderOf(medicalRecord, reported(all), [proof]);
    expect(view.rungs.map(({ standing }) => standing)).toEqual([
      'measured',
      'measured',
      'proven',
      'measured',
    ]);
    expect(view.highestClaimed).toBe('paperless');
    expect(view.highestProven).toBe('replaces_paper');
    expect(view.rungs[2]).toMatchObject({
      proven: true,
      provenOn: '2026-01-20',
      missing: null,
      proof: 'E16',
    });
    expect(view.rungs[0]).toMatchObject({ proven: false, claimed: true, proof: null, missing: null });
  });

  it('leaves a claim without a document a claim, and says which document is missing', () => {
    const view = ladderOf(medicalRecord, reported(all), []);
    expect(view.highestClaimed).toBe('paperless');
    expect(view.highestProven).toBeNull();
    expect(view.rungs[2]).toMatchObject({ standing: 'claimed', claimed: true, proven: false });
    expect(view.rungs[2]?.missing?.vi).toContain('thiếu văn bản công bố');
    expect(view.rungs[2]?.missing?.en).toContain('is missing');
  });

  it('does not let a document of after the period, or of another element, prove', () => {
    expect(standings(all, [{ element: 'E16', issuedOn: '2026-11-01' }])[2]).toBe('claimed');
    expect(standings(all, [{ element: 'E16', issuedOn: '2026-10-31' }])[2]).toBe('proven');
    expect(standings(all, [{ element: 'E24', issuedOn: '2026-01-20' }])[2]).toBe('claimed');
  });

  it('proves from the earliest accepted document', () => {
    const view = ladderOf(medicalRecord, reported(all), [{ element: 'E16', issuedOn: '2026-05-01' }, proof]);
    expect(view.rungs[2]?.provenOn).toBe('2026-01-20');
  });

  it('does not prove what is not claimed', () => {
    const view = ladderOf(medicalRecord, reported({ ...all, E21: false }), [proof]);
    expect(view.rungs[2]).toMatchObject({ standing: 'open', claimed: false, provenOn: null });
    expect(view.rungs[2]?.missing?.vi).toContain('E21');
    expect(view.highestClaimed).toBe('signed');
    expect(view.highestProven).toBeNull();
  });

  it('stops at the first gap: a step above it is not reached', () => {
    const view = ladderOf(medicalRecord, reported({ ...all, E20: 89.9 }), [proof]);
    expect(view.rungs[2]?.standing).toBe('proven');
    expect(view.highestClaimed).toBe('software');
    expect(view.highestProven).toBeNull();
    expect(standings({ ...all, E20: 90 })[1]).toBe('measured');
  });

  it('does not take a date after the period for a claim', () => {
    expect(standings({ ...all, E16: '2026-11-02' })[2]).toBe('open');
  });

  it('says unknown where figures are missing, no where they speak', () => {
    expect(standings({})).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    expect(standings({ E15: false, E20: null, E21: false, E22: false })).toEqual([
      'open',
      'unknown',
      'open',
      'open',
    ]);
    expect(ladderOf(medicalRecord, reported({}), [proof]).rungs[1]?.missing?.vi).toContain('Chưa có số liệu');
  });

  it('names a proving document in general words where the ladder names none', () => {
    const bare = {
      ...imaging,
      rungs: imaging.rungs.map((rung) => ({ ...rung, document: undefined })),
    };
    const view = ladderOf(bare, reported({ E11: true, E14: true, E12a: true }), []);
    expect(view.rungs[2]?.missing?.vi).toBe('Đã khai, thiếu văn bản minh chứng.');
  });

  it('counts every kind of condition a step may use', () => {
    const ladder: Ladder = {
      ...imaging,
      rungs: [
        { ...imaging.rungs[0], claim: [{ kind: 'none', parts: ['E54a', 'E54b'] }] },
        { ...imaging.rungs[1], claim: [{ kind: 'hospital', is: true }] },
      ],
    };
    expect(partsOfLadder(ladder)).toEqual(['E54a', 'E54b']);
    expect(ladderOf(ladder, reported({ E54a: 0, E54b: 0 }), []).highestClaimed).toBe('linked');
  });
});
