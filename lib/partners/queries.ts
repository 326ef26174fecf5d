import 'server-only';
import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { exchangeLog } from '@/db/schema/outbox';
import { mailOn, partnerSettings, scannerOn, simulatorsOn } from '@/lib/config/features';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';
import {
  type Counterpart,
  counterparts,
  type ExchangeLine,
  type Mode,
  noTraffic,
  type PartnerLine,
  type Traffic,
} from './schema';

const pageSize = 50;
const day = 86_400_000;

/** Sign-in runs in the browser, the scanner and the demonstration keys on this machine: no exchange to log. */
const unlogged: readonly Counterpart[] = ['vneid', 'staff_sign_on', 'scanner', 'signing', 'timestamp'];

function modeOf(partner: Counterpart): Mode {
  const standIn = simulatorsOn() ? 'simulated' : 'off';
  switch (partner) {
    case 'vneid':
    case 'staff_sign_on':
      return simulatorsOn() ? 'simulated' : 'real';
    case 'mail':
      return mailOn() ? 'real' : standIn;
    case 'sms':
      return standIn;
    case 'scanner':
      return scannerOn() ? 'real' : 'off';
    case 'signing':
    case 'timestamp':
      return partnerSettings(partner) === null ? 'local' : 'real';
    case 'population':
    case 'business_registry':
    case 'payment':
    case 'national_portal':
    case 'vss':
      return partnerSettings(partner) === null ? standIn : 'real';
  }
}

/** A refusal is an answer: only a partner that did not answer properly counts against it. */
const answered = sql<number>`count(*) filter (where ${exchangeLog.outcome} not in ('unavailable', 'misconfigured'))::int`;

async function readTraffic(db: Database, since: Date): Promise<Map<string, Traffic>> {
  const rows = await db
    .select({
      partner: exchangeLog.partner,
      calls: sql<number>`count(*)::int`,
      ok: answered,
      medianMs: sql<number>`percentile_disc(0.5) within group (order by ${exchangeLog.durationMs})`,
      slowMs: sql<number>`percentile_disc(0.95) within group (order by ${exchangeLog.durationMs})`,
    })
    .from(exchangeLog)
    .where(gte(exchangeLog.at, since))
    .groupBy(exchangeLog.partner);
  return new Map(rows.map(({ partner, ...traffic }) => [partner, traffic]));
}

/** Every partner with how it is reached and how it did during the last day. */
export const listPartners = query<null, PartnerLine[]>({
  action: 'integration.read',
  run: async ({ db }) => {
    const [traffic, last] = await Promise.all([
      readTraffic(db, new Date(now().getTime() - day)),
      db
        .selectDistinctOn([exchangeLog.partner], {
          partner: exchangeLog.partner,
          at: exchangeLog.at,
          outcome: exchangeLog.outcome,
        })
        .from(exchangeLog)
        .orderBy(exchangeLog.partner, desc(exchangeLog.id)),
    ]);
    return counterparts.map((partner) => {
      const found = last.find((one) => one.partner === partner);
      return {
        partner,
        mode: modeOf(partner),
        logged: !unlogged.includes(partner),
        day: traffic.get(partner) ?? noTraffic,
        last: found === undefined ? null : { at: found.at, outcome: found.outcome },
      };
    });
  },
});

export interface PartnerView {
  partner: Counterpart;
  mode: Mode;
  logged: boolean;
  day: Traffic;
  week: Traffic;
  exchanges: ExchangeLine[];
  older: number | null;
}

export const getPartner = query<{ partner: string; before?: number | undefined }, PartnerView>({
  action: 'integration.read',
  run: async ({ db, input }) => {
    const partner = counterparts.find((one) => one === input.partner);
    if (partner === undefined) throw new DomainError('not_found', 'partner');
    const at = now().getTime();
    const [lastDay, lastWeek, rows] = await Promise.all([
      readTraffic(db, new Date(at - day)),
      readTraffic(db, new Date(at - 7 * day)),
      db
        .select({
          id: exchangeLog.id,
          verb: exchangeLog.verb,
          at: exchangeLog.at,
          durationMs: exchangeLog.durationMs,
          outcome: exchangeLog.outcome,
          payloadHash: exchangeLog.payloadHash,
          requestId: exchangeLog.requestId,
        })
        .from(exchangeLog)
        .where(
          and(
            eq(exchangeLog.partner, partner),
            input.before === undefined ? undefined : lt(exchangeLog.id, input.before),
          ),
        )
        .orderBy(desc(exchangeLog.id))
        .limit(pageSize + 1),
    ]);
    const exchanges = rows.slice(0, pageSize);
    return {
      partner,
      mode: modeOf(partner),
      logged: !unlogged.includes(partner),
      day: lastDay.get(partner) ?? noTraffic,
      week: lastWeek.get(partner) ?? noTraffic,
      exchanges,
      older: rows.length > pageSize ? (exchanges.at(-1)?.id ?? null) : null,
    };
  },
});
