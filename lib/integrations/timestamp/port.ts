import { z } from 'zod';

/** Proof that a digest existed at a moment (RFC 3161 in spirit): a CMS over digest, time and serial number. */
export interface Timestamp {
  stamp(digest: Buffer): Promise<StampToken>;
}

export const StampToken = z.strictObject({
  /** SHA-256 of what was stamped, hexadecimal. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  serial: z.string().regex(/^[0-9a-f]+$/),
  /** Detached CMS over `stampedText`, base64. */
  cms: z.base64(),
});
export type StampToken = z.infer<typeof StampToken>;

export const StampRequest = z.strictObject({ hash: z.literal('sha256'), digest: z.base64() });
export type StampRequest = z.infer<typeof StampRequest>;

/** The exact bytes the authority signs. */
export function stampedText({ digest, at, serial }: Omit<StampToken, 'cms'>): Buffer {
  return Buffer.from(`sha256:${digest}\n${at}\n${serial}\n`);
}
