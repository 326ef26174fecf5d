import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Messages between the portal and its partners are signed: HMAC-SHA-256 over `timestamp.body`.
 * Freshness is a matter of the wire, so it is judged by the machine's clock, not by the portal's.
 */
export const signatureHeaders = { timestamp: 'x-timestamp', signature: 'x-signature' } as const;

const FRESH_FOR_MS = 5 * 60_000;

export interface SignedMessage {
  timestamp: string | null;
  signature: string | null;
  body: string;
}

const macOf = (secret: string, timestamp: string, body: string) =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

export function signatureOf(secret: string, body: string, at: Date = new Date()): Record<string, string> {
  const timestamp = String(at.getTime());
  return {
    [signatureHeaders.timestamp]: timestamp,
    [signatureHeaders.signature]: macOf(secret, timestamp, body),
  };
}

export function isGenuine(secret: string, message: SignedMessage, at: Date = new Date()): boolean {
  const { timestamp, signature, body } = message;
  if (timestamp === null || signature === null || !/^\d{1,16}$/.test(timestamp)) return false;
  if (Math.abs(at.getTime() - Number(timestamp)) > FRESH_FOR_MS) return false;
  const [given, expected] = [Buffer.from(signature), Buffer.from(macOf(secret, timestamp, body))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

export function hashOf(payload: string): string {
  return createHash('sha256').update(payload).digest('hex');
}
