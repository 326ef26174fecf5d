import { useLocale, useTranslations } from 'next-intl';
import { Main, PageTitle } from '@/components/shell/main';
import { BackLink } from '@/components/ui/breadcrumbs';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { ErrorSummary } from '@/components/ui/error-summary';
import { FileInput } from '@/components/ui/file-input';
import { InsetText } from '@/components/ui/notice';
import { maxUploadBytes } from '@/lib/documents/schema';
import { formatNumber } from '@/lib/i18n/format';
import type { Component } from '@/lib/procedures/define';
import { CameraInput } from './applicant-camera';
import { type HandedIn, HandedInList, UploadForm } from './applicant-papers';
import { ReuseForm } from './applicant-reuse';

interface PaperPageProps {
  code: string;
  component: Component;
  files: readonly HandedIn[];
  reusable: Parameters<typeof ReuseForm>[0]['papers'];
  editable: boolean;
  /** A supplement is being answered: the way back leads there. */
  answering: boolean;
  news: 'added' | 'removed' | null;
  fault: string | null;
}

export function PaperPage({
  code,
  component,
  files,
  reusable,
  editable,
  answering,
  news,
  fault,
}: PaperPageProps) {
  const t = useTranslations('applicant');
  const procedures = useTranslations('procedures');
  const locale = useLocale();
  const home = `/my/dossiers/${code}${answering ? '/supplement' : ''}`;
  const room = files.length < Math.max(1, component.maxFiles);
  return (
    <Main width="prose">
      <BackLink href={home}>{t(answering ? 'backTo.supplement' : 'backTo.tasks')}</BackLink>
      {fault !== null && <ErrorSummary errors={[{ field: 'file', message: fault }]} />}
      <PageTitle lead={component.whenText?.[locale]}>{component.title[locale]}</PageTitle>
      <p className="text-small text-muted">
        {component.copy.map((kind) => procedures(`copy.${kind}`)).join(', ')} ·{' '}
        {procedures('files', { count: component.maxFiles })}
      </p>
      {news !== null && (
        <div role="status" className="mt-4">
          <InsetText>{t(`paper.${news}`)}</InsetText>
        </div>
      )}
      <section id={`paper-${component.code}`} className="mt-6">
        <h2>{t('paper.handedIn')}</h2>
        <HandedInList code={code} component={component.code} files={files} editable={editable} />
      </section>
      {editable && room && reusable.length > 0 && (
        <section className="mt-8">
          <Details summary={t('reuse.title')} open={files.length === 0}>
            <ReuseForm code={code} component={component.code} papers={reusable} />
          </Details>
        </section>
      )}
      {editable && room && <UploadParts code={code} component={component.code} />}
      {editable && !room && <p className="mt-6 text-muted">{t('paper.full')}</p>}
      {!editable && <p className="mt-6 text-muted">{t('paper.closed')}</p>}
      <ButtonRow>
        <ButtonLink href={home}>{t('paper.continue')}</ButtonLink>
      </ButtonRow>
    </Main>
  );
}

function UploadParts({ code, component }: { code: string; component: string }) {
  const t = useTranslations('applicant.paper');
  const locale = useLocale();
  return (
    <section className="no-print mt-8 flex flex-col gap-8">
      <h2 className="sr-only">{t('upload')}</h2>
      <UploadForm code={code} component={component}>
        <FileInput
          name="file"
          label={t('fileLabel')}
          hint={t('fileHint', { limit: formatNumber(maxUploadBytes / 2 ** 20, locale) })}
          accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
          maxBytes={maxUploadBytes}
        />
      </UploadForm>
      <div className="hidden pointer-coarse:block">
        <UploadForm code={code} component={component}>
          <CameraInput label={t('camera')} hint={t('cameraHint')} />
        </UploadForm>
      </div>
    </section>
  );
}
