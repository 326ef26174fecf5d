import type { CronItem } from 'graphile-worker';

/** A job that comes round by the clock of Hà Nội; the name is one of the registry's. */
export interface Scheduled {
  job: string;
  /** Minute, hour, day, month, weekday, in Vietnam's time. */
  at: string;
}

export const schedule: readonly Scheduled[] = [
  { job: 'dossiers.expire_supplements', at: '30 7 * * *' },
  { job: 'dossiers.expire_payments', at: '40 7 * * *' },
  { job: 'documents.scan', at: '*/15 * * * *' },
  { job: 'documents.purge', at: '0 2 * * *' },
  { job: 'audit.root', at: '10 0 * * *' },
  { job: 'access.disable_idle', at: '15 1 * * *' },
  { job: 'reporting.open_periods', at: '5 0 * * *' },
  { job: 'reporting.remind', at: '45 7 * * *' },
  { job: 'access.forget_answers', at: '20 1 * * *' },
];

/** Graphile-worker counts in UTC; Vietnam is seven hours ahead all year. */
export function inUtc(at: string): string {
  const [minute = '*', hour = '*', day = '*', month = '*', weekday = '*'] = at.split(' ');
  if (hour === '*' || hour.startsWith('*/')) return at;
  if (!/^\d+$/.test(hour) || (Number(hour) < 7 && (day !== '*' || weekday !== '*')))
    throw new Error(`A schedule names one hour, and a day only from 7:00 on: ${at}`);
  return `${minute} ${(Number(hour) + 17) % 24} ${day} ${month} ${weekday}`;
}

/** The identifier makes a round unique: two workers never do the same night twice. */
export function cronItems(items: readonly Scheduled[] = schedule): CronItem[] {
  return items.map(({ job, at }) => ({
    task: job,
    match: inUtc(at),
    identifier: `${job}@${at}`,
    options: { backfillPeriod: 24 * 60 * 60 * 1000, maxAttempts: 25 },
  }));
}
