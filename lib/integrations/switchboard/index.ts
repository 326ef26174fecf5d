import 'server-only';
import { z } from 'zod';
import { env } from '@/lib/config/env';
import { simulatorsUrl } from '@/lib/integrations/simulators/address';
import {
  SimulatedMessage,
  SwitchboardLine,
  type SwitchboardPort,
  SwitchboardState,
} from '@/lib/integrations/switchboard/port';
import { asDomainError, DomainError } from '@/lib/kernel/errors';

/** The moods live with the simulators, one process for all: this is the portal's end of the wire. */
export function switchboard(): SwitchboardPort {
  if (!env().SIMULATORS) throw new DomainError('not_found', 'switchboard');
  const ask = async <T extends z.ZodType>(
    path: string,
    schema: T,
    init: RequestInit = {},
  ): Promise<z.output<T>> => {
    const response = await fetch(`${simulatorsUrl()}/switchboard${path}`, {
      ...init,
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok) throw new DomainError('unavailable', 'switchboard');
    return schema.parse(await response.json());
  };
  const asked = <T extends z.ZodType>(path: string, schema: T, init?: RequestInit) =>
    ask(path, schema, init).catch(asDomainError('unavailable', 'switchboard'));
  return {
    read: () => asked('', SwitchboardState),
    setMood: (partner, mood) =>
      asked(`/${partner}`, SwitchboardLine, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mood }),
      }),
    messages: () => asked('/messages', z.array(SimulatedMessage)),
  };
}
