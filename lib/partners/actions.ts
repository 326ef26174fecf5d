'use server';
import { redirect } from 'next/navigation';
import { simulatorsOn } from '@/lib/config/features';
import { switchboard } from '@/lib/integrations/switchboard';
import { moods, simulated } from '@/lib/integrations/switchboard/port';
import { DomainError } from '@/lib/kernel/errors';

/** Whoever rehearses sets how a simulated partner behaves; a portal with real partners has no such board. */
export async function setMoodAction(form: FormData): Promise<void> {
  assertSimulated();
  const partner = simulated.find((one) => one === form.get('partner'));
  const mood = moods.find((one) => one === form.get('mood'));
  if (partner !== undefined && mood !== undefined) await quietly(switchboard().setMood(partner, mood));
  redirect('/switchboard?done=1');
}

export async function resetMoodsAction(): Promise<void> {
  assertSimulated();
  await quietly(Promise.all(simulated.map((partner) => switchboard().setMood(partner, 'ok'))));
  redirect('/switchboard?done=1');
}

function assertSimulated(): void {
  if (!simulatorsOn()) throw new DomainError('not_found', 'switchboard');
}

/** When the simulators are gone the page itself says so. */
async function quietly(act: Promise<unknown>): Promise<void> {
  await act.catch((cause: unknown) => {
    if (!(cause instanceof DomainError)) throw cause;
  });
}
