import { setTimeout as delay } from 'node:timers/promises';
import { type Port, portOf, type Verbs } from '@/lib/integrations/exchange';
import {
  type Mood,
  moods,
  type Simulated,
  type SwitchboardLine,
  simulated,
} from '@/lib/integrations/switchboard/port';
import { DomainError } from '@/lib/kernel/errors';

/** The moods of all simulated partners and how often each was called. */
export class Weather {
  private readonly lines = new Map<Simulated, { mood: Mood; calls: number }>(
    simulated.map((partner) => [partner, { mood: 'ok', calls: 0 }]),
  );

  constructor(readonly slowMs = 3_000) {}

  moodOf(partner: Simulated): Mood {
    return this.lines.get(partner)?.mood ?? 'ok';
  }

  set(partner: Simulated, mood: Mood): void {
    this.lines.set(partner, { mood, calls: this.lines.get(partner)?.calls ?? 0 });
  }

  /** Counts a call and makes it wait when the partner is slow. */
  async feel(partner: Simulated): Promise<Mood> {
    const line = this.lines.get(partner);
    if (line !== undefined) line.calls += 1;
    const mood = this.moodOf(partner);
    if (mood === 'slow') await delay(this.slowMs);
    return mood;
  }

  state(): SwitchboardLine[] {
    return [...this.lines].map(([partner, line]) => ({ partner, ...line }));
  }
}

export const isSimulated = (name: string): name is Simulated => simulated.some((partner) => partner === name);
export const isMood = (name: unknown): name is Mood => moods.some((mood) => mood === name);

/** What a caller meets in each mood; a malformed answer is as good as none. */
export function under<V extends Verbs>(
  weather: Weather,
  subject: { partner: Simulated; verbs: V; port: Port<V> },
): Port<V> {
  const { partner, verbs, port } = subject;
  return portOf(verbs, (verb) => async (input, options) => {
    const mood = await weather.feel(partner);
    if (mood === 'down' || mood === 'malformed') throw new DomainError('unavailable', partner);
    if (mood === 'rejects') throw new DomainError('denied', partner);
    const read = verbs[verb]?.input.safeParse(input);
    if (!read?.success) throw new DomainError('invalid', partner, { cause: read?.error });
    return port[verb](read.data as never, options);
  });
}
