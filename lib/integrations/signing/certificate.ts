import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pki from 'pkijs';

const attributeTypes = { C: '2.5.4.6', O: '2.5.4.10', OU: '2.5.4.11', T: '2.5.4.12', CN: '2.5.4.3' } as const;
export type NameParts = Partial<Record<keyof typeof attributeTypes, string>>;

const extensionIds = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
} as const;

/** Bits of the key usage extension (RFC 5280, 4.2.1.3), first octet. */
const usage = { signer: 0b1100_0000, authority: 0b0000_0110 } as const;

export interface CertificateOrder {
  subject: NameParts;
  publicKey: CryptoKey;
  /** Null for a root, which issues itself. */
  issuer: pki.Certificate | null;
  issuerKey: CryptoKey;
  notBefore: Date;
  notAfter: Date;
}

/** An X.509 certificate, DER: for signing documents, or as a root that may issue such. */
export async function issueCertificate(order: CertificateOrder): Promise<Buffer> {
  const certificate = new pki.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1.Integer({ valueHex: serial() });
  certificate.subject = distinguishedName(order.subject);
  certificate.issuer = order.issuer?.subject ?? certificate.subject;
  certificate.notBefore.value = order.notBefore;
  certificate.notAfter.value = order.notAfter;
  await certificate.subjectPublicKeyInfo.importKey(order.publicKey);
  certificate.extensions = extensionsOf(certificate, order.issuer);
  await certificate.sign(order.issuerKey, 'SHA-256');
  return Buffer.from(certificate.toSchema(true).toBER());
}

/** One attribute to a level, from the country down; pkijs would put all of them into a single level. */
function distinguishedName(parts: NameParts): pki.RelativeDistinguishedNames {
  const levels = (Object.keys(attributeTypes) as (keyof typeof attributeTypes)[]).flatMap((key) => {
    const value = parts[key];
    if (value === undefined) return [];
    const text = key === 'C' ? new asn1.PrintableString({ value }) : new asn1.Utf8String({ value });
    const pair = new pki.AttributeTypeAndValue({ type: attributeTypes[key], value: text });
    return [new asn1.Set({ value: [pair.toSchema()] })];
  });
  return pki.RelativeDistinguishedNames.fromBER(new asn1.Sequence({ value: levels }).toBER());
}

function extensionsOf(certificate: pki.Certificate, issuer: pki.Certificate | null): pki.Extension[] {
  const root = issuer === null;
  const own = keyIdentifier(certificate);
  const authority = keyIdentifier(issuer ?? certificate);
  const bits = new Uint8Array([root ? usage.authority : usage.signer]);
  return [
    extension(
      'basicConstraints',
      new pki.BasicConstraints(root ? { cA: true, pathLenConstraint: 0 } : { cA: false }).toSchema(),
      true,
    ),
    extension('keyUsage', new asn1.BitString({ valueHex: bits.buffer, unusedBits: root ? 1 : 6 }), true),
    extension('subjectKeyIdentifier', new asn1.OctetString({ valueHex: own }), false),
    extension(
      'authorityKeyIdentifier',
      new pki.AuthorityKeyIdentifier({
        keyIdentifier: new asn1.OctetString({ valueHex: authority }),
      }).toSchema(),
      false,
    ),
  ];
}

function extension(name: keyof typeof extensionIds, value: asn1.AsnType, critical: boolean): pki.Extension {
  return new pki.Extension({ extnID: extensionIds[name], critical, extnValue: value.toBER(false) });
}

function keyIdentifier(certificate: pki.Certificate): Uint8Array<ArrayBuffer> {
  const key = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
  return new Uint8Array(createHash('sha1').update(key).digest());
}

/** Sixteen random bytes, positive as a certificate's serial number must be. */
function serial(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(randomBytes(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}
