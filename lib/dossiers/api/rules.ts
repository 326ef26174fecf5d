/** From what the portal knows of a dossier to what the interface tells of it: instants with offset, addresses whole. */
import { isoOf } from '@/lib/kernel/calendar';
import type { ClockAnswer as ExplainedClock } from '@/lib/kernel/clock-query';
import type { ClockRule } from '@/lib/kernel/clock-rules';
import type { HandedIn } from '../commands/hand-in';
import type { ExchangedChange, ExchangedDossier } from '../queries/exchange';
import type { DossierView } from '../queries/get';
import type { Verification } from '../queries/public';
import { dossierStates } from '../workflow';
import type { Change, ClockAnswer, DossierDetail, DossierLine, DossierReceipt, Verdict } from './schema';

/** Where the portal stands and what time it is: what turns a record into an answer. */
export interface Setting {
  base: string;
  now: Date;
}

const instant = (at: Date | null): string | null => (at === null ? null : isoOf(at));

export const dossierHref = (base: string, code: string): string => `${base}/api/v1/dossiers/${code}`;

interface Paper {
  id: string;
  sha256: string;
  status: 'draft' | 'valid' | 'corrected' | 'revoked';
  expiresAt: Date | null;
}

/** A paper that still waits for its number is nobody's yet. */
function paperOf({ id, sha256, status, expiresAt }: Paper, { base, now }: Setting): DossierLine['results'] {
  if (status === 'draft') return [];
  const expired = status === 'valid' && expiresAt !== null && expiresAt < now;
  return [{ href: `${base}/api/v1/papers/${id}`, sha256, status: expired ? 'expired' : status }];
}

export function dossierLine(row: ExchangedDossier, setting: Setting): DossierLine {
  return {
    code: row.code,
    href: dossierHref(setting.base, row.code),
    procedure: row.procedure,
    state: row.state,
    publicStatus: dossierStates[row.state].public,
    applicantName: row.applicantName,
    externalRef: row.externalRef,
    submittedAt: instant(row.submittedAt),
    receivedAt: instant(row.receivedAt),
    dueAt: instant(row.dueAt),
    endedAt: instant(row.endedAt),
    sample: row.sample,
    results: row.results.flatMap((result) => paperOf(result, setting)),
  };
}

export function dossierDetail(view: DossierView, setting: Setting): DossierDetail {
  const { base } = setting;
  const results = view.papers.filter(({ kind }) => kind === 'result');
  return {
    ...dossierLine({ ...view, procedure: view.definition.slug, results: [] }, setting),
    results: results.flatMap((paper) => paperOf(paper, setting)),
    version: view.version,
    procedureVersion: view.definition.version,
    procedureTitle: view.definition.title,
    unit: view.unit,
    channel: view.channel,
    subject: view.subject,
    promisedAt: instant(view.promisedAt),
    supplementDueAt: instant(view.supplementDueAt),
    answers: view.answers,
    events: view.events.map(eventOf),
    documents: view.attachments.map(({ documentId, attachedAt, ...file }) => ({
      ...file,
      id: documentId,
      attachedAt: isoOf(attachedAt),
      href: `${base}/api/v1/documents/${documentId}`,
    })),
    papers: view.papers.flatMap(({ kind, number, title, issuedAt, capability, ...paper }) =>
      paperOf(paper, setting).map((issued) => ({
        ...issued,
        kind,
        number,
        title,
        issuedAt: isoOf(issuedAt),
        verify: `${base}/verify/${capability}`,
      })),
    ),
    fees: view.fees.map(({ settledAt, ...fee }) => ({ ...fee, settledAt: instant(settledAt) })),
    supplements: view.supplements.map(supplementOf),
    clock: clockOf(view.clock),
  };
}

function eventOf({
  seq,
  move,
  from,
  to,
  role,
  at,
}: DossierView['events'][number]): DossierDetail['events'][number] {
  return { seq, move, from, to, publicStatus: dossierStates[to].public, role, at: isoOf(at) };
}

function supplementOf(asked: DossierView['supplements'][number]): DossierDetail['supplements'][number] {
  const { round, items, requestedAt, dueAt, answeredAt } = asked;
  return {
    round,
    items: [...items],
    requestedAt: isoOf(requestedAt),
    dueAt: instant(dueAt),
    answeredAt: instant(answeredAt),
  };
}

function clockOf(clock: DossierView['clock']): DossierDetail['clock'] {
  if (clock === null) return null;
  const { dueIfConditional: _, ...answer } = clockAnswer({ ...clock, dueIfConditional: null });
  return { ...answer, standing: clock.standing?.category ?? null };
}

export function clockAnswer(clock: ExplainedClock & { rule: ClockRule }): ClockAnswer {
  const { rule, due, dueIfConditional, status, pausedDays, total, provisional, steps } = clock;
  return {
    rule,
    due: instant(due),
    dueIfConditional: instant(dueIfConditional),
    status,
    pausedDays,
    total,
    provisional,
    steps,
  };
}

export function changeOf({ sequence, code, kind, state, at }: ExchangedChange, base: string): Change {
  return {
    sequence,
    code,
    href: dossierHref(base, code),
    kind,
    state,
    publicStatus: dossierStates[state].public,
    at: isoOf(at),
  };
}

/** A paper nobody knows has no facts, and looks the same whatever was asked. */
export function verdictOf(found: Verification): Verdict {
  if (found.status === 'unknown') {
    const nothing = {
      issuer: null,
      issuedAt: null,
      sha256: null,
      title: null,
      number: null,
      successor: null,
    };
    return { status: 'unknown', ...nothing, expiresAt: null, statusAt: null, sample: false };
  }
  return {
    ...found,
    issuedAt: isoOf(found.issuedAt),
    expiresAt: instant(found.expiresAt),
    statusAt: instant(found.statusAt),
  };
}

/** What the caller is told of a dossier just handed in: a draft says where it is submitted, and what is owed first. */
export function receiptOf({ code, state, feeDue, receipt }: HandedIn, base: string): DossierReceipt {
  const href = dossierHref(base, code);
  return {
    code,
    href,
    state,
    publicStatus: dossierStates[state].public,
    feeDue: feeDue === null ? null : { ...feeDue, currency: 'VND' },
    submission: receipt === null ? `${href}/submission` : null,
    receipt:
      receipt === null ? null : { verify: `${base}/verify/${receipt.capability}`, sha256: receipt.sha256 },
  };
}
