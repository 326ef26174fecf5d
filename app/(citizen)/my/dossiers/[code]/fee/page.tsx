import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FeePage } from '@/components/dossiers/applicant-fee';
import { refreshPayment } from '@/lib/dossiers/commands/pay';
import { getDossier } from '@/lib/dossiers/queries/get';
import { findLastPayment } from '@/lib/dossiers/queries/payment';
import { DomainError } from '@/lib/kernel/errors';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('applicant'))('fee.title') };
}

/** The payment platform sends people back here; a callback that has not come yet is asked for. */
export default async function DossierFeePage({ params }: PageProps<'/my/dossiers/[code]/fee'>) {
  const [{ code }, actor] = await Promise.all([params, requireActor()]);
  const reachable = await refreshPayment(actor, { code }).then(
    () => true,
    (cause: unknown) => {
      if (cause instanceof DomainError && cause.code === 'not_found') return true;
      if (cause instanceof DomainError) return false;
      throw cause;
    },
  );
  const dossier = await orNotFound(getDossier(actor, { code }));
  const last = await orNotFound(findLastPayment(actor, { dossierId: dossier.id }));
  return <FeePage dossier={dossier} last={last?.state ?? null} reachable={reachable} />;
}
