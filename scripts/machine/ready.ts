import type { Env } from '@/lib/config/env';
import { type Crew, logOf } from './crew';
import { tail } from './folders';
import { Fault, until } from './say';

/** Returns when the web server answers that everything it needs is there, or when it is no longer wanted. */
export async function waitUntilReady(settings: Env, crew: Crew, signal?: AbortSignal): Promise<void> {
  const address = `http://127.0.0.1:${settings.PORT}/api/health/ready`;
  const ready = until(async () => {
    if (signal?.aborted) return true;
    const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) }).catch(() => null);
    return answer?.ok ?? false;
  }, 120_000);
  if (await Promise.race([ready, crew.broken])) return;
  const log = logOf(crew.prefix, 'web');
  throw new Fault(
    `Máy chủ web chưa sẵn sàng sau 2 phút, xem ${log}. / The web server was not ready after 2 minutes, see ${log}.\n${tail(log)}`,
  );
}
