import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Confirmation } from '@/components/dossiers/applicant-confirmation';
import { Main } from '@/components/shell/main';
import { env } from '@/lib/config/env';
import { getDossier } from '@/lib/dossiers/queries/get';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { qrPath } from '@/lib/kernel/qr';
import { limitOf } from '@/lib/procedures/rules';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('applicant'))('confirmation.title') };
}

/** May be bookmarked: it says the same whenever it is opened again. */
export default async function SubmittedPage({ params }: PageProps<'/my/dossiers/[code]/submitted'>) {
  const [{ code }, actor] = await Promise.all([params, requireActor()]);
  const dossier = await orNotFound(getDossier(actor, { code }));
  if (dossier.isDraft) notFound();
  const trackUrl = `${env().PUBLIC_URL}/track?code=${encodeURIComponent(dossier.code)}`;
  return (
    <Main width="prose">
      <Confirmation
        code={dossier.code}
        submittedAt={dossier.submittedAt}
        qr={qrPath(trackUrl)}
        trackUrl={trackUrl}
        receiptId={dossier.papers.find(({ kind }) => kind === 'submission_receipt')?.id ?? null}
        intake={dossier.definition.intakeLimit}
        limit={limitOf(dossier.definition, dossier.answers)}
      />
    </Main>
  );
}
