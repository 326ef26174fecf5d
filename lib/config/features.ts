import { type Env, env, type Partner } from './env';

/** Simulated sign-in and partners, and the switchboard: only while no real issuer is set. */
export function simulatorsOn(): boolean {
  return env().SIMULATORS;
}

/** Where a partner is and how it knows us; null when it isn't connected. */
export function partnerSettings(
  partner: Partner,
  settings: Env = env(),
): { url: string; secret: string } | null {
  const name = partner.toUpperCase() as Uppercase<Partner>;
  const url = settings[`PARTNER_${name}_URL`];
  const secret = settings[`PARTNER_${name}_SECRET`];
  return url === undefined || secret === undefined ? null : { url, secret };
}

/** Uploads are scanned for malware only when a scanner is connected; otherwise the page says "not scanned". */
export function scannerOn(): boolean {
  return env().CLAMD_URL !== undefined;
}

/** Without a mail server messages stay in the portal's own inbox. */
export function mailOn(): boolean {
  return env().SMTP_URL !== undefined;
}
