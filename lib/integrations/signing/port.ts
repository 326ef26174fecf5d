import { z } from 'zod';

/** Law on E-Transactions 20/2023/QH15, Decree 23/2025/NĐ-CP: the competent person signs, then the agency seals. */
export type SignPlace = 'approver' | 'records' | 'officer';

export const SignerIdentity = z.strictObject({
  name: z.string().min(1),
  title: z.string(),
  organisation: z.string().min(1),
  kind: z.enum(['person', 'agency']),
});
export type SignerIdentity = z.infer<typeof SignerIdentity>;

export interface SignInput {
  pdf: Buffer;
  signer: SignerIdentity;
  reason: string;
  at: Date;
  /** Which of the paper's reserved fields is filled. */
  place: SignPlace;
  /** Shown in the picture of the signature; for the records office `[number line, date line]`. */
  stampText?: readonly string[];
}

export interface SignatureFacts {
  serial: string;
  issuer: string;
  subject: string;
  signedAt: Date;
  algorithm: string;
}

export interface SignedPdf {
  pdf: Buffer;
  signature: SignatureFacts;
}

/** Throws DomainError `unavailable: signing` when nobody could sign, `invalid: pdf.*` when the paper has no free field. */
export interface Signing {
  sign(input: SignInput): Promise<SignedPdf>;
}

/** What travels to a remote signing service: a digest, never the paper. */
export const CmsRequest = z.strictObject({
  hash: z.literal('sha256'),
  digest: z.base64(),
  signer: SignerIdentity,
  reason: z.string(),
  at: z.iso.datetime(),
});
export type CmsRequest = z.infer<typeof CmsRequest>;

export const CmsAnswer = z.object({ cms: z.base64() });
export type CmsAnswer = z.infer<typeof CmsAnswer>;

/** How the switchboard can make a simulator behave. */
export type SigningMood = 'ok' | 'slow' | 'down' | 'rejects' | 'malformed';
