import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Main, PageTitle } from '@/components/shell/main';
import { BackLink } from '@/components/ui/breadcrumbs';
import { InsetText } from '@/components/ui/notice';
import { Verdict, VerifiedPaper } from '@/components/verification/verdict';
import { VerifyFile } from '@/components/verification/verify-file';
import { verifyPaper } from '@/lib/dossiers/queries/public';
import { hashOf } from '@/lib/kernel/hash-text';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verify'))('title'), robots: { index: false } };
}

/** An unknown key gets the same page as any other answer: nothing tells whether it was close. */
export default async function VerifyPaperPage({ params, searchParams }: PageProps<'/verify/[capability]'>) {
  const { capability } = await params;
  const { sha256: given, fault } = await searchParams;
  const dropped = hashOf(given);
  const [t, paper] = await Promise.all([getTranslations('verify'), verifyPaper({ capability })]);
  const known = paper.status !== 'unknown';
  const same = known && dropped === paper.sha256;
  return (
    <Main width="prose">
      <BackLink href="/verify">{t('title')}</BackLink>
      <PageTitle>{t('question')}</PageTitle>
      {known && dropped !== null && !same ? (
        <Verdict status="changed">
          <p className="mt-2 text-14 break-all text-muted">{t('droppedHash', { sha256: dropped })}</p>
        </Verdict>
      ) : (
        <Verdict status={paper.status}>
          {same && <p className="mt-2 font-semibold">{t('sameFile')}</p>}
        </Verdict>
      )}
      {known && <VerifiedPaper paper={paper} />}
      {fault !== undefined && (
        <InsetText tone="danger">{t(fault === 'too_large' ? 'tooLarge' : 'noFile')}</InsetText>
      )}
      <div className="no-print mt-10">
        <VerifyFile href={`/verify/${encodeURIComponent(capability)}`} label={t('compare')} />
      </div>
    </Main>
  );
}
