/**
 * Whether a file can prove a claim: signed and unaltered (Luật Giao dịch điện tử 20/2023/QH15), by this facility or
 * the unit that manages it, dated within the period, and not yet used. The four checks are this portal's.
 */
import { foldTones } from '@/lib/kernel/text';
import type { EvidenceCheck, EvidenceFault, EvidenceFinding } from './define';

export interface SignatureFacts {
  readonly name: string;
  readonly organisation: string;
  /** Civil date in Viet Nam; null when the signature names no time. */
  readonly signedOn: string | null;
  readonly valid: boolean;
  readonly coversWholeFile: boolean;
  /** Issued by an authority this installation knows; null when it knows none and so cannot tell. */
  readonly trusted: boolean | null;
}

export interface OfferedFile {
  /** In the order in which they were made: the last one has to cover the whole file. */
  readonly signatures: readonly SignatureFacts[];
  readonly issuedOn: string;
  readonly issuingUnit: string;
  readonly periodEnd: string;
  /** Names of the facility and of the units that manage it. */
  readonly names: readonly string[];
  /** The claim these bytes already prove: an element of the same facility, or `other`; null when none. */
  readonly usedFor: string | null;
}

/** A document is signed on its day, or seldom a few days before or after. */
const daysApart = 7;

export function evidenceFindings(file: OfferedFile): EvidenceFinding[] {
  return [signatureFinding(file), unitFinding(file), dateFinding(file), firstUseFinding(file)];
}

export const faultsOf = (findings: readonly EvidenceFinding[]): EvidenceFault[] =>
  findings.flatMap(({ fault }) => fault ?? []);

const passed = (check: EvidenceCheck, found: string | null): EvidenceFinding => ({
  check,
  passed: true,
  found,
});
const failed = (check: EvidenceCheck, fault: EvidenceFault, found: string | null): EvidenceFinding => ({
  check,
  passed: false,
  found,
  fault,
});

function signatureFinding({ signatures }: OfferedFile): EvidenceFinding {
  const last = signatures.at(-1);
  if (last === undefined) return failed('signature', 'unsigned', null);
  const broken = signatures.find(({ valid }) => !valid);
  if (broken !== undefined || !last.coversWholeFile)
    return failed('signature', 'altered', (broken ?? last).name || null);
  const stranger = signatures.find(({ trusted }) => trusted === false);
  if (stranger !== undefined) return failed('signature', 'untrusted', stranger.name);
  return passed('signature', last.name);
}

/** The certificate is what counts; the unit that was typed has to be the one that signed. */
function unitFinding(file: OfferedFile): EvidenceFinding {
  const { signatures, names, issuingUnit } = file;
  const own = signatures.find(({ organisation }) => isNamed(organisation, names));
  if (own === undefined) return failed('issuing_unit', 'other_unit', signatures.at(-1)?.organisation || null);
  if (!isNamed(issuingUnit, names)) return failed('issuing_unit', 'unit_not_signer', own.organisation);
  return passed('issuing_unit', own.organisation);
}

function dateFinding({ signatures, issuedOn, periodEnd }: OfferedFile): EvidenceFinding {
  const signedOn = signatures.at(-1)?.signedOn ?? null;
  const latest = signedOn !== null && signedOn > issuedOn ? signedOn : issuedOn;
  if (latest > periodEnd) return failed('issue_date', 'after_period', latest);
  if (signedOn === null || Math.abs(daysBetween(issuedOn, signedOn)) > daysApart)
    return failed('issue_date', 'date_not_signed', signedOn);
  return passed('issue_date', signedOn);
}

const firstUseFinding = ({ usedFor }: OfferedFile): EvidenceFinding =>
  usedFor === null ? passed('first_use', null) : failed('first_use', 'used', usedFor);

/** Marks, case and punctuation aside: "BỆNH VIỆN BẠCH MAI" is "Bệnh viện Bạch Mai". Part of a name is another name. */
function isNamed(organisation: string, names: readonly string[]): boolean {
  const given = plain(organisation);
  const plainNames = names.map(plain).filter((name) => name !== '');
  return plainNames.some(
    (name) => given === name || plainNames.some((other) => given === `${name} ${other}`),
  );
}

const plain = (name: string) =>
  foldTones(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
