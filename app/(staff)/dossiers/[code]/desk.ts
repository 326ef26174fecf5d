import { notFound } from 'next/navigation';
import type { PaperLine } from '@/components/dossiers/components-panel';
import type { HeadFacts } from '@/components/dossiers/dossier-head';
import { type DossierView, getDossier } from '@/lib/dossiers/queries/get';
import { moveRow } from '@/lib/dossiers/workflow';
import type { Locale } from '@/lib/i18n/locale';
import { DomainError } from '@/lib/kernel/errors';
import type { Actor } from '@/lib/policy/actor';

/** A dossier within reach; anything else is a page that does not exist. */
export async function openDossier(actor: Actor, code: string): Promise<DossierView> {
  try {
    return await getDossier(actor, { code: decodeURIComponent(code) });
  } catch (cause) {
    if (cause instanceof DomainError && (cause.code === 'not_found' || cause.code === 'denied')) notFound();
    throw cause;
  }
}

export function headOf(view: DossierView, locale: Locale): HeadFacts {
  const procedure = view.definition.title[locale];
  return {
    code: view.code,
    title: view.subject === '' ? procedure : `${procedure}: ${view.subject}`,
    applicantName: view.applicantName,
    state: view.state,
    channel: view.channel,
    assignee: view.assignee?.name ?? null,
    sample: view.sample,
    standing: view.clock?.standing ?? null,
    promisedAt: view.promisedAt,
    endedAt: view.endedAt,
  };
}

/** Papers in the order of the components, as the panels show them. */
export function papersOf(view: DossierView): PaperLine[] {
  const order = view.definition.components.map(({ code }) => code);
  return view.attachments
    .map(({ pages, ...paper }) => ({ ...paper, pageCount: pages?.length ?? 0 }))
    .sort((left, right) => order.indexOf(left.component) - order.indexOf(right.component));
}

/** Judging belongs to the assigned reviewer while the dossier is under review; the command asks again. */
export function canMark(view: DossierView): boolean {
  return view.state === 'in_review' && view.moves.some((move) => moveRow(move).action === 'dossier.review');
}
