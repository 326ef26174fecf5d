import 'server-only';
import { createHash, timingSafeEqual, X509Certificate } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pki from 'pkijs';
import type { SignatureFacts } from '@/lib/integrations/signing/port';

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
} as const;

export interface SigningKey {
  key: CryptoKey;
  /** DER; the signer's own certificate first, then its issuers. */
  chain: readonly Buffer[];
}

/** A detached CMS over a SHA-256 digest with the attributes PAdES baseline asks for (ETSI EN 319 142-1). */
export async function makeCms(digest: Buffer, { key, chain }: SigningKey): Promise<Buffer> {
  const [own] = chain;
  if (!own) throw new Error('a signer needs a certificate');
  const certificates = chain.map((der) => pki.Certificate.fromBER(arrayBufferOf(der)));
  const [certificate] = certificates;
  if (!certificate) throw new Error('a signer needs a certificate');
  const signed = new pki.SignedData({
    version: 1,
    encapContentInfo: new pki.EncapsulatedContentInfo({ eContentType: oid.data }),
    signerInfos: [
      new pki.SignerInfo({
        version: 1,
        sid: new pki.IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new pki.SignedAndUnsignedAttributes({ type: 0, attributes: attributesOf(digest, own) }),
      }),
    ],
    certificates,
  });
  await signed.sign(key, 0, 'SHA-256');
  const content = new pki.ContentInfo({ contentType: oid.signedData, content: signed.toSchema(true) });
  return Buffer.from(content.toSchema().toBER());
}

function attributesOf(digest: Buffer, certificate: Buffer): pki.Attribute[] {
  const hash = createHash('sha256').update(certificate).digest();
  // SigningCertificateV2 { certs { ESSCertIDv2 { certHash } } }: SHA-256 is the default and so not named.
  const reference = new asn1.Sequence({
    value: [
      new asn1.Sequence({
        value: [new asn1.Sequence({ value: [new asn1.OctetString({ valueHex: hash })] })],
      }),
    ],
  });
  return [
    new pki.Attribute({ type: oid.contentType, values: [new asn1.ObjectIdentifier({ value: oid.data })] }),
    new pki.Attribute({ type: oid.messageDigest, values: [new asn1.OctetString({ valueHex: digest })] }),
    new pki.Attribute({ type: oid.signingCertificateV2, values: [reference] }),
  ];
}

export interface CmsVerdict {
  valid: boolean;
  signer: pki.Certificate | null;
}

/** Whether the CMS is a true signature over these very bytes by the certificate it names. */
export async function verifyCms(cms: Buffer, content: Buffer): Promise<CmsVerdict> {
  try {
    const signed = signedDataOf(cms);
    const signer = signerOf(signed);
    const [info] = signed.signerInfos;
    if (!signer || !info || signed.signerInfos.length !== 1) return { valid: false, signer };
    const digest = createHash('sha256').update(content).digest();
    const attributes = info.signedAttrs?.attributes ?? [];
    if (!holdsOctets(attributes, oid.messageDigest, digest)) return { valid: false, signer };
    return { valid: await signed.verify({ signer: 0, data: arrayBufferOf(content) }), signer };
  } catch {
    // Broken ASN.1 or an unknown algorithm: not a signature we can vouch for.
    return { valid: false, signer: null };
  }
}

function holdsOctets(attributes: readonly pki.Attribute[], type: string, expected: Buffer): boolean {
  const value: unknown = attributes.find((attribute) => attribute.type === type)?.values[0];
  if (!(value instanceof asn1.OctetString)) return false;
  const found = Buffer.from(value.valueBlock.valueHexView);
  return found.length === expected.length && timingSafeEqual(found, expected);
}

/** Whether one of these roots (DER) issued the certificate itself; the demonstration authority has no levels between. */
export function isIssuedBy(certificate: pki.Certificate, roots: readonly Buffer[]): boolean {
  const own = new X509Certificate(Buffer.from(certificate.toSchema().toBER()));
  return roots.some((root) => {
    const issuer = new X509Certificate(root);
    return own.checkIssued(issuer) && own.verify(issuer.publicKey);
  });
}

/** CMS in a PDF is padded with zeros to its reserved length; BER knows its own end. */
function signedDataOf(cms: Buffer): pki.SignedData {
  const content = pki.ContentInfo.fromBER(arrayBufferOf(cms));
  return new pki.SignedData({ schema: content.content });
}

function signerOf(signed: pki.SignedData): pki.Certificate | null {
  const sid: unknown = signed.signerInfos[0]?.sid;
  if (!(sid instanceof pki.IssuerAndSerialNumber)) return null;
  const found = signed.certificates?.find(
    (candidate): candidate is pki.Certificate =>
      candidate instanceof pki.Certificate &&
      candidate.serialNumber.isEqual(sid.serialNumber) &&
      candidate.issuer.isEqual(sid.issuer),
  );
  return found ?? null;
}

export function signatureFactsOf(cms: Buffer): Omit<SignatureFacts, 'signedAt'> {
  const signed = signedDataOf(cms);
  const signer = signerOf(signed);
  const algorithm = signed.signerInfos[0]?.signatureAlgorithm.algorithmId ?? '';
  if (!signer) throw new Error('a signature names no certificate');
  return { ...certificateFacts(signer), algorithm: algorithmNames[algorithm] ?? algorithm };
}

const algorithmNames: Record<string, string> = {
  '1.2.840.10045.4.3.2': 'ECDSA with SHA-256',
  '1.2.840.113549.1.1.11': 'RSA with SHA-256',
};

export function certificateFacts(certificate: pki.Certificate) {
  return {
    serial: Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString('hex'),
    issuer: commonName(certificate.issuer),
    subject: commonName(certificate.subject),
  };
}

export const organisationOf = ({ subject }: pki.Certificate): string => attributeOf(subject, 'organisation');

const commonName = (name: pki.RelativeDistinguishedNames) => attributeOf(name, 'commonName');

function attributeOf(name: pki.RelativeDistinguishedNames, type: 'commonName' | 'organisation'): string {
  const entry = name.typesAndValues.find((pair) => pair.type === oid[type]);
  return entry ? String(entry.value.valueBlock.value) : '';
}

function arrayBufferOf(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
