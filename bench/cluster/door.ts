import { setTimeout as pause } from 'node:timers/promises';
import type { Server } from '../define';
import type { Ledger } from './ledger';

export interface Asked extends RequestInit {
  headers: Record<string, string>;
}

/** What stands before several web processes: takes them in turn, and the next one when one does not answer. */
export type Door = (path: string, asked: Asked) => Promise<Response>;

const patience = 240;

/** @param webs the processes there are now: they change while one is killed and replaced. */
export function openDoor(webs: () => readonly Server[], ledger: Ledger): Door {
  let turn = 0;
  return async (path, asked) => {
    for (let attempt = 0; attempt < patience; attempt += 1) {
      const all = webs();
      turn += 1;
      const web = all[turn % all.length];
      const answer = web === undefined ? null : await answerOf(new URL(path, web.url), asked);
      ledger.requests += 1;
      if (answer === null) ledger.unreachable += 1;
      else if (await isUnderWay(answer)) ledger.underWay += 1;
      else if (answer.status < 500) return answer;
      else ledger.failures.set(path, (ledger.failures.get(path) ?? 0) + 1);
      await pause(250);
    }
    throw new Error(`no answer to ${path}`);
  };
}

/** The whole answer, or null when the connection broke before its end. */
async function answerOf(url: URL, asked: Asked): Promise<Response | null> {
  try {
    const answer = await fetch(url, {
      ...asked,
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
    });
    const body = await answer.arrayBuffer();
    const { status, headers } = answer;
    return new Response([204, 303, 304, 307].includes(status) ? null : body, { status, headers });
  } catch {
    return null;
  }
}

/** The first call under the same key has not ended, or died a moment ago: the portal says to ask again. */
async function isUnderWay(answer: Response): Promise<boolean> {
  if (answer.status !== 409) return false;
  const { code } = (await answer.clone().json()) as { code?: string };
  return code === 'idempotency_in_progress';
}
