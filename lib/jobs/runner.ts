import 'server-only';
import { EventEmitter } from 'node:events';
import {
  type LogFunctionFactory,
  Logger,
  parseCronItems,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import { env } from '@/lib/config/env';
import { DomainError } from '@/lib/kernel/errors';
import type { JobDefinition } from '@/lib/kernel/outbox';
import { keepPresence, type Presence } from './presence';
import { jobs } from './registry';
import { cronItems } from './schedule';

const importance: Record<string, number> = { error: 50, warning: 40, info: 30, debug: 20 };
const threshold: Record<string, number> = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, silent: 60 };

/** One line of JSON per event; never a payload, it may hold personal data. */
const jsonLines: LogFunctionFactory = (scope) => (level, message) => {
  if ((importance[level] ?? 30) < (threshold[env().LOG_LEVEL] ?? 30)) return;
  const line = { level, at: new Date().toISOString(), message, task: scope.taskIdentifier, job: scope.jobId };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/**
 * The queue keeps a failure's message, and a database error quotes the values it was given: personal data, or bytes
 * no text column takes. So only the kind of the failure is passed on.
 */
function withoutContent(failure: unknown): never {
  if (failure instanceof DomainError) throw new Error(`${failure.code} ${failure.detail ?? ''}`.trim());
  const inner = failure instanceof Error && failure.cause instanceof Error ? failure.cause : failure;
  const code = typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'code') : undefined;
  throw new Error(
    `${inner instanceof Error ? inner.name : 'failure'} ${typeof code === 'string' ? code : ''}`.trim(),
  );
}

export function taskList(definitions: readonly JobDefinition[]): TaskList {
  return Object.fromEntries(
    definitions.map((definition) => [
      definition.name,
      (payload: unknown) => Promise.resolve(definition.run(payload)).catch(withoutContent),
    ]),
  );
}

const presenceEvery = 15_000;

/** Takes up jobs until it is stopped; a job under way is finished first. `every`: how often dead workers are looked for. */
export async function startRunner(
  definitions: readonly JobDefinition[] = jobs,
  every = presenceEvery,
): Promise<Pick<Runner, 'stop' | 'promise'>> {
  const events: WorkerEvents = new EventEmitter();
  let presence: Promise<Presence> | undefined;
  events.once('pool:create', ({ workerPool }) => {
    presence = keepPresence(workerPool.id, every);
    // Its failure is met below.
    presence.catch(() => undefined);
  });
  const runner = await run({
    connectionString: env().DATABASE_URL,
    concurrency: 4,
    maxPoolSize: 6,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList: taskList(definitions),
    parsedCronItems: parseCronItems(cronItems()),
    logger: new Logger(jsonLines),
    events,
  });
  // A worker nobody knows to be alive would lose its jobs to others: it does not start.
  const present = await presence;
  const left = runner.promise.finally(() => present?.leave());
  return { promise: left, stop: () => runner.stop().then(() => left) };
}
