import { z } from 'zod';

export const moods = ['ok', 'slow', 'down', 'rejects', 'malformed'] as const;
export type Mood = (typeof moods)[number];

/** Everything the simulators stand in for. */
export const simulated = [
  'vneid',
  'staff_sign_on',
  'population',
  'business_registry',
  'payment',
  'national_portal',
  'vss',
  'mail',
  'sms',
] as const;
export type Simulated = (typeof simulated)[number];

export const SwitchboardLine = z.object({
  partner: z.enum(simulated),
  mood: z.enum(moods),
  calls: z.number().int(),
});
export type SwitchboardLine = z.infer<typeof SwitchboardLine>;
export const SwitchboardState = z.array(SwitchboardLine);

/** A message the simulated mail or SMS partner would have delivered. */
export const SimulatedMessage = z.object({
  id: z.string(),
  channel: z.enum(['mail', 'sms']),
  to: z.string(),
  subject: z.string().nullable(),
  text: z.string(),
  at: z.iso.datetime(),
});
export type SimulatedMessage = z.infer<typeof SimulatedMessage>;

export interface SwitchboardPort {
  read(): Promise<SwitchboardLine[]>;
  setMood(partner: Simulated, mood: Mood): Promise<SwitchboardLine>;
  messages(): Promise<SimulatedMessage[]>;
}
