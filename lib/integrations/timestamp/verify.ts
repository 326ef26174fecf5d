import 'server-only';
import { isIssuedBy, verifyCms } from '@/lib/integrations/signing/cms';
import { type StampToken, stampedText } from '@/lib/integrations/timestamp/port';

/** Whether the token was signed over this very digest at the time it states, by somebody these roots vouch for. */
export async function verifyStamp(
  token: StampToken,
  digest: Buffer,
  roots: readonly Buffer[],
): Promise<boolean> {
  const { valid, signer } = await verdictOn(token, digest);
  return valid && signer !== null && isIssuedBy(signer, roots);
}

/** Whether the token is true in itself, whoever signed it. */
export async function isSound(token: StampToken, digest: Buffer): Promise<boolean> {
  return (await verdictOn(token, digest)).valid;
}

async function verdictOn(token: StampToken, digest: Buffer) {
  if (token.digest !== digest.toString('hex')) return { valid: false, signer: null };
  return verifyCms(Buffer.from(token.cms, 'base64'), stampedText(token));
}
