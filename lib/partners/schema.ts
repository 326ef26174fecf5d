export type { SwitchboardLine } from '@/lib/integrations/switchboard/port';

/** Everything the portal talks to, in the order of the page. */
export const counterparts = [
  'vneid',
  'staff_sign_on',
  'national_portal',
  'population',
  'business_registry',
  'vss',
  'payment',
  'signing',
  'timestamp',
  'mail',
  'sms',
  'scanner',
] as const;
export type Counterpart = (typeof counterparts)[number];

/** `local` is done by this installation itself with demonstration keys. */
export type Mode = 'real' | 'simulated' | 'local' | 'off';

export interface Traffic {
  calls: number;
  ok: number;
  medianMs: number | null;
  slowMs: number | null;
}

export const noTraffic: Traffic = { calls: 0, ok: 0, medianMs: null, slowMs: null };

export interface PartnerLine {
  partner: Counterpart;
  mode: Mode;
  /** Whether its calls stand in the exchange log. */
  logged: boolean;
  day: Traffic;
  last: { at: Date; outcome: string } | null;
}

export interface ExchangeLine {
  id: number;
  verb: string;
  at: Date;
  durationMs: number;
  outcome: string;
  payloadHash: string;
  requestId: string | null;
}

export type PartnerState = 'well' | 'shaky' | 'down' | 'silent' | 'unlogged';

/** In words: fewer than 95 of 100 calls answered is unsteady, fewer than half is down. */
export function stateOf({ logged, day }: Pick<PartnerLine, 'logged' | 'day'>): PartnerState {
  if (!logged) return 'unlogged';
  if (day.calls === 0) return 'silent';
  const share = day.ok / day.calls;
  if (share >= 0.95) return 'well';
  return share >= 0.5 ? 'shaky' : 'down';
}
