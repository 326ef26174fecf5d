import type { SimulatedMessage } from '@/lib/integrations/switchboard/port';

const MOST_KEPT = 500;

/** The last messages the simulated mail and SMS partners delivered, newest first; one id is one message. */
export class MessageTray {
  private readonly kept = new Map<string, SimulatedMessage>();

  constructor(private readonly now: () => Date) {}

  put(message: Omit<SimulatedMessage, 'at'>): void {
    if (!this.kept.has(message.id)) this.kept.set(message.id, { ...message, at: this.now().toISOString() });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
  }

  list(): SimulatedMessage[] {
    return [...this.kept.values()].reverse();
  }
}
