import { describe, expect, it } from 'vitest';
import { isTaxCode } from '@/lib/integrations/business-registry/port';
import { demoOrganisation, demoPeople } from '@/lib/integrations/people';
import { roles } from '@/lib/policy/table';

describe('the demonstration people', () => {
  it('have one account and one personal id each, and none of a real province', () => {
    const ids = demoPeople.flatMap(({ personalId }) => (personalId === null ? [] : [personalId]));
    expect(new Set(demoPeople.map(({ account }) => account)).size).toBe(demoPeople.length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^099[0-3]\d{8}$/.test(id))).toBe(true);
  });

  it('have real birth dates that agree with their ids', () => {
    for (const { personalId, birthDate, sex } of demoPeople) {
      if (personalId === null || birthDate === null) continue;
      expect(new Date(`${birthDate}T00:00:00Z`).toISOString().slice(0, 10)).toBe(birthDate);
      expect(personalId.slice(4, 6)).toBe(birthDate.slice(2, 4));
      expect(Number(personalId[3]) % 2).toBe(sex === 'female' ? 1 : 0);
    }
  });

  it('fill every role but the system’s', () => {
    const held = new Set(demoPeople.flatMap(({ grants }) => grants.map(({ role }) => role)));
    expect(roles.filter((role) => !held.has(role))).toEqual(['system']);
  });

  it('give each department that receives dossiers a whole chain of officers', () => {
    for (const unit of ['QLD', 'HTTB', 'ATTP', 'QLKCB', 'YDCT', 'PB', 'KHCNDT', 'BMTE', 'HDGDYK']) {
      const chain = demoPeople.flatMap(({ grants }) =>
        grants.filter(({ scope }) => scope === unit).map(({ role }) => role),
      );
      expect(chain).toEqual(
        expect.arrayContaining(['dispatcher', 'reviewer', 'checker', 'approver', 'records']),
      );
    }
  });

  it('belong to a company whose tax code passes the check digit', () => {
    expect(isTaxCode(demoOrganisation.taxCode)).toBe(true);
    expect(isTaxCode('0199001237')).toBe(false);
    expect(isTaxCode('019900123')).toBe(false);
  });
});
