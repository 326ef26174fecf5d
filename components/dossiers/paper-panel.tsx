import { useTranslations } from 'next-intl';
import { PagePicture, pageHref } from '@/components/documents/page-picture';
import { Details } from '@/components/ui/details';
import { EmptyState } from '@/components/ui/notice';
import { Segments } from '@/components/ui/tabs';
import { TextLink } from '@/components/ui/text-link';
import type { ReadPage } from '@/lib/documents/rules';
import type { FieldCheck } from '@/lib/dossiers/review/rules';
import type { PaperLine } from './components-panel';
import { dossierHref } from './queue-rows';

interface PaperPanelProps {
  code: string;
  papers: readonly PaperLine[];
  open: PaperLine | null;
  page: number;
  /** What the machine read on the open page; null until then. */
  read: ReadPage | null;
  checks: readonly FieldCheck[];
}

/** The paper on the desk: one page large, the places under discussion framed. */
export function PaperPanel({ code, papers, open, page, read, checks }: PaperPanelProps) {
  const t = useTranslations('officer.paper');
  if (open === null) return <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>;
  const tabs = papers.map((paper) => ({
    href: paperHref(code, paper.documentId, 1),
    label: paper.name,
    current: paper.documentId === open.documentId,
    count:
      paper.documentId === open.documentId && paper.pageCount > 1 ? `${page}/${paper.pageCount}` : undefined,
  }));
  const boxes = checks
    .filter(
      ({ documentId, comparison }) =>
        documentId === open.documentId && comparison.page === page && comparison.verdict === 'differs',
    )
    .flatMap(({ comparison }) => comparison.boxes);
  return (
    <section aria-labelledby="papers">
      <h2 id="papers" className="sr-only">
        {t('title')}
      </h2>
      <Segments label={t('choose')} tabs={tabs} />
      <div className="mt-3">
        {open.scan === 'infected' ? (
          <p className="font-semibold text-danger">{t('blocked')}</p>
        ) : (
          <PagePicture documentId={open.documentId} name={open.name} page={page} size={read} boxes={boxes} />
        )}
      </div>
      <PageSteps code={code} open={open} page={page} />
      {read !== null && read.words.length > 0 && (
        <Details summary={t('words')} className="mt-2 text-14">
          <p>{read.words.map(({ text }) => text).join(' ')}</p>
        </Details>
      )}
    </section>
  );
}

function PageSteps({ code, open, page }: { code: string; open: PaperLine; page: number }) {
  const t = useTranslations('officer.paper');
  return (
    <p className="no-print mt-2 flex flex-wrap gap-x-5 gap-y-1 text-14">
      {open.pageCount > 1 && (
        <span className="tabular text-muted">{t('position', { page, pages: open.pageCount })}</span>
      )}
      {page > 1 && <TextLink href={paperHref(code, open.documentId, page - 1)}>{t('previous')}</TextLink>}
      {page < open.pageCount && (
        <TextLink href={paperHref(code, open.documentId, page + 1)}>{t('next')}</TextLink>
      )}
      {open.scan !== 'infected' && (
        <TextLink href={pageHref(open.documentId, 'file')}>{t('download')}</TextLink>
      )}
    </p>
  );
}

function paperHref(code: string, documentId: string, page: number): string {
  return `${dossierHref(code)}?paper=${documentId}${page > 1 ? `&page=${page}` : ''}`;
}
