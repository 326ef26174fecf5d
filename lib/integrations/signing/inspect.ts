import 'server-only';
import { certificateFacts, isIssuedBy, organisationOf, verifyCms } from '@/lib/integrations/signing/cms';

export interface InspectedSignature {
  name: string;
  /** The organisation its certificate names; empty when it names none. */
  organisation: string;
  serial: string;
  issuer: string;
  signedAt: Date | null;
  /** The signature is true for the bytes it covers. */
  valid: boolean;
  /** Its certificate was issued by one of the given roots. */
  trusted: boolean;
  coversWholeFile: boolean;
}

/** Every signature of a PDF in the order of its revisions. A file is as issued only if the last one covers all of it. */
export async function inspectSignatures(
  pdf: Buffer,
  roots: readonly Buffer[] = [],
): Promise<InspectedSignature[]> {
  const text = pdf.toString('latin1');
  const found: (InspectedSignature & { end: number })[] = [];
  for (const match of text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)) {
    const range = match.slice(1, 5).map(Number);
    const dictionary = text.slice(match.index, text.indexOf('endobj', match.index));
    found.push({
      ...(await inspectOne(pdf, range, roots)),
      signedAt: signingTime(dictionary),
      end: endOf(range),
    });
  }
  return found.sort((a, b) => a.end - b.end).map(({ end: _end, ...signature }) => signature);
}

async function inspectOne(pdf: Buffer, range: readonly number[], roots: readonly Buffer[]) {
  const [start = -1, length = 0, after = 0, rest = 0] = range;
  const contents = pdf.toString('latin1', start + length, after);
  const sound =
    start === 0 && after > length && endOf(range) <= pdf.length && /^<(?:[0-9a-f]{2})+>$/i.test(contents);
  const coversWholeFile = endOf(range) === pdf.length;
  const nobody = { name: '', organisation: '', serial: '', issuer: '', trusted: false };
  if (!sound) return { ...nobody, valid: false, coversWholeFile };
  const signed = Buffer.concat([pdf.subarray(0, length), pdf.subarray(after, after + rest)]);
  const { valid, signer } = await verifyCms(Buffer.from(contents.slice(1, -1), 'hex'), signed);
  if (!signer) return { ...nobody, valid, coversWholeFile };
  const { serial, issuer, subject } = certificateFacts(signer);
  const trusted = isIssuedBy(signer, roots);
  const organisation = organisationOf(signer);
  return { name: subject, organisation, serial, issuer, valid, trusted, coversWholeFile };
}

function endOf([, , after = 0, rest = 0]: readonly number[]): number {
  return after + rest;
}

/** /M (D:20261122103000+07'00') */
function signingTime(dictionary: string): Date | null {
  const match = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:([+-]\d\d)'(\d\d)'?|Z)?/.exec(dictionary);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, zoneHour = '+00', zoneMinute = '00'] = match;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zoneHour}:${zoneMinute}`);
}
