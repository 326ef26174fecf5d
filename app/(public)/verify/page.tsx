import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { InsetText } from '@/components/ui/notice';
import { CapabilityForm } from '@/components/verification/capability-form';
import { Verdict, VerifiedPaper } from '@/components/verification/verdict';
import { VerifyFile } from '@/components/verification/verify-file';
import { verifyPaper } from '@/lib/dossiers/queries/public';
import { hashOf } from '@/lib/kernel/hash-text';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verify'))('title') };
}

export default async function VerifyPage({ searchParams }: PageProps<'/verify'>) {
  const { sha256: given, fault } = await searchParams;
  const sha256 = hashOf(given);
  const [t, pages, found] = await Promise.all([
    getTranslations('verify'),
    getTranslations('pages'),
    sha256 === null ? null : verifyPaper({ sha256 }),
  ]);
  return (
    <Main width="prose">
      <Breadcrumbs crumbs={[{ href: '/', label: pages('home') }, { label: t('title') }]} />
      <div className="mt-4">
        <PageTitle lead={t('lead')}>{t('question')}</PageTitle>
      </div>
      {fault !== undefined && (
        <InsetText tone="danger">{t(fault === 'too_large' ? 'tooLarge' : 'noFile')}</InsetText>
      )}
      {found !== null && (
        <div className="mb-10">
          <Verdict status={found.status} />
          {found.status !== 'unknown' && <VerifiedPaper paper={found} />}
        </div>
      )}
      <VerifyFile />
      <div className="mt-10">
        <CapabilityForm />
      </div>
    </Main>
  );
}
