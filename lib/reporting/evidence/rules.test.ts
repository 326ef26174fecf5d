import { describe, expect, it } from 'vitest';
import { evidenceFindings, faultsOf, type OfferedFile, type SignatureFacts } from './rules';

const signature: SignatureFacts = {
  name: 'Nguyễn Văn An',
  organisation: 'BỆNH VIỆN BẠCH MAI',
  signedOn: '2026-09-14',
  valid: true,
  coversWholeFile: true,
  trusted: true,
};

const file: OfferedFile = {
  signatures: [signature],
  issuedOn: '2026-09-15',
  issuingUnit: 'Bệnh viện Bạch Mai',
  periodEnd: '2026-10-31',
  names: ['Bệnh viện Bạch Mai', 'Bach Mai Hospital', 'Bộ Y tế'],
  usedFor: null,
};

const faults = (change: Partial<OfferedFile>) => faultsOf(evidenceFindings({ ...file, ...change }));
const signed = (change: Partial<SignatureFacts>) => faults({ signatures: [{ ...signature, ...change }] });

describe('evidenceFindings', () => {
  it('passes a document the facility signed on its day', () => {
    expect(evidenceFindings(file)).toEqual([
      { check: 'signature', passed: true, found: 'Nguyễn Văn An' },
      { check: 'issuing_unit', passed: true, found: 'BỆNH VIỆN BẠCH MAI' },
      { check: 'issue_date', passed: true, found: '2026-09-14' },
      { check: 'first_use', passed: true, found: null },
    ]);
  });

  it('refuses a scan without a signature', () => {
    expect(faults({ signatures: [] })).toEqual(['unsigned', 'other_unit', 'date_not_signed']);
  });

  it('refuses a file that was changed after it was signed', () => {
    expect(signed({ valid: false })).toEqual(['altered']);
    expect(signed({ coversWholeFile: false })).toEqual(['altered']);
    expect(signed({ valid: false, name: '' })).toEqual(['altered']);
    expect(faults({ signatures: [{ ...signature, coversWholeFile: false }, signature] })).toEqual([]);
  });

  it('refuses a certificate of an unknown authority, where authorities are known', () => {
    expect(signed({ trusted: false })).toEqual(['untrusted']);
    expect(signed({ trusted: null })).toEqual([]);
  });

  it('refuses a document of another hospital, also one whose name only begins alike', () => {
    expect(signed({ organisation: 'Bệnh viện Chợ Rẫy' })).toEqual(['other_unit']);
    expect(signed({ organisation: 'Bệnh viện Bạch Mai cơ sở Ninh Bình' })).toEqual(['other_unit']);
    expect(signed({ organisation: '' })).toEqual(['other_unit']);
  });

  it('takes a document of the managing unit, and a name that says both', () => {
    expect(signed({ organisation: 'Bộ Y tế' })).toEqual([]);
    expect(signed({ organisation: 'Bệnh viện Bạch Mai – Bộ Y tế' })).toEqual([]);
    expect(faults({ names: [...file.names, ''] })).toEqual([]);
  });

  it('refuses a typed unit that did not sign', () => {
    expect(faults({ issuingUnit: 'Bệnh viện Chợ Rẫy' })).toEqual(['unit_not_signer']);
  });

  it('refuses what is dated or signed after the period', () => {
    expect(faults({ issuedOn: '2026-11-01' })).toEqual(['after_period']);
    expect(
      faults({ issuedOn: '2026-10-31', signatures: [{ ...signature, signedOn: '2026-11-01' }] }),
    ).toEqual(['after_period']);
    expect(
      faults({ issuedOn: '2026-10-31', signatures: [{ ...signature, signedOn: '2026-10-31' }] }),
    ).toEqual([]);
  });

  it('refuses a date the signature does not bear out', () => {
    expect(faults({ issuedOn: '2026-09-21' })).toEqual([]);
    expect(faults({ issuedOn: '2026-09-22' })).toEqual(['date_not_signed']);
    expect(faults({ issuedOn: '2024-01-02' })).toEqual(['date_not_signed']);
    expect(signed({ signedOn: null })).toEqual(['date_not_signed']);
  });

  it('refuses bytes that already prove another claim', () => {
    expect(faults({ usedFor: 'E24' })).toEqual(['used']);
    expect(evidenceFindings({ ...file, usedFor: 'E24' })[3]?.found).toBe('E24');
  });
});
