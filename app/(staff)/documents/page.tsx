import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { BenchKeys } from '@/components/documents/bench-keys';
import { type Described, DescribeForm } from '@/components/documents/describe-form';
import { Filmstrip } from '@/components/documents/filmstrip';
import { MetadataMeter } from '@/components/documents/metadata-meter';
import { PagePicture } from '@/components/documents/page-picture';
import { ShortcutSwitch } from '@/components/dossiers/shortcut-switch';
import { Main } from '@/components/shell/main';
import { EmptyState, InsetText } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { languageOf, missingMetadata, proposeMetadata } from '@/lib/documents/metadata/rules';
import { type BenchSheet, listUndescribed, readBenchPaper } from '@/lib/dossiers/queries/bench';
import { formatBytes, formatDate, formatPercent } from '@/lib/i18n/format';
import { DomainError } from '@/lib/kernel/errors';
import type { Actor } from '@/lib/policy/actor';
import { requireStaffWith } from '@/lib/session/staff';
import { firstOf, type SearchParams } from '../dossiers/lines';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('documents');
  return { title: t('title') };
}

/** The bench: strip, page, fields; the next paper comes by itself. */
export default async function DocumentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireStaffWith('document.digitise');
  const { id, after, done } = firstOf(await searchParams);
  const [strip, t] = await Promise.all([listUndescribed(actor, { after }), getTranslations('documents')]);
  const openId = id ?? strip.papers[0]?.id;
  const at = strip.papers.findIndex((paper) => paper.id === openId);
  const next = strip.papers[at + 1]?.id ?? null;
  const previous = strip.papers[at - 1]?.id ?? null;
  const href = (paper: string | null) => (paper === null ? null : `/documents?id=${paper}`);
  return (
    <Main width="full">
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1>{t('title')}</h1>
        <ShortcutSwitch />
      </div>
      <p className="text-muted">{t('lead')}</p>
      {done !== undefined && (
        <div role="status" className="mt-3">
          <InsetText>{t('saved')}</InsetText>
        </div>
      )}
      <BenchKeys nextHref={href(next)} previousHref={href(previous)} />
      {openId === undefined ? (
        <div className="mt-6">
          <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
        </div>
      ) : (
        <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[13rem_minmax(0,1.5fr)_minmax(20rem,1fr)]">
          <div>
            <p className="mb-2 text-14 font-semibold">
              {strip.more
                ? t('countMore', { count: strip.papers.length })
                : t('count', { count: strip.papers.length })}
            </p>
            <Filmstrip
              openId={openId}
              papers={strip.papers.map((paper) => ({ ...paper, dossierCode: paper.dossierCode ?? '' }))}
            />
            {strip.more && (
              <TextLink href={`/documents?after=${strip.papers.at(-1)?.id ?? ''}`}>{t('more')}</TextLink>
            )}
          </div>
          <Sheet actor={actor} id={openId} next={next} />
        </div>
      )}
      <p className="no-print mt-6 hidden text-14 text-muted pointer-fine:block">{t('keys')}</p>
    </Main>
  );
}

async function open(actor: Actor, id: string): Promise<BenchSheet> {
  try {
    return await readBenchPaper(actor, { id });
  } catch (cause) {
    if (cause instanceof DomainError && cause.code === 'not_found') notFound();
    throw cause;
  }
}

async function Sheet({ actor, id, next }: { actor: Actor; id: string; next: string | null }) {
  const [paper, t, locale, scan] = await Promise.all([
    open(actor, id),
    getTranslations('documents'),
    getLocale(),
    getTranslations('papers.scan'),
  ]);
  const state = paper.scan === 'pending' ? 'not_scanned' : paper.scan;
  const { values, proposed } = describedOf(paper, (date) => formatDate(date, locale));
  return (
    <>
      <div>
        {paper.scan === 'infected' ? null : (
          <PagePicture documentId={paper.id} name={paper.name} page={1} size={paper.pages?.[0] ?? null} />
        )}
      </div>
      <div>
        <h2>{paper.name}</h2>
        <p className="text-14">
          <TextLink href={`/dossiers/${encodeURIComponent(paper.dossierCode ?? '')}?paper=${paper.id}`}>
            {t('ofDossier', { code: paper.dossierCode ?? '' })}
          </TextLink>
          <span className="text-muted"> · {paper.applicantName}</span>
        </p>
        <p className="mb-4 text-14 text-muted">
          {t(`source.${paper.source}`)} ·{' '}
          {t('quality', { format: paper.mime, size: formatBytes(paper.size, locale), scan: scan(state) })}
          {' · '}
          {paper.confidence === null
            ? t('unread')
            : t('read', { share: formatPercent(paper.confidence, locale, 0) })}
        </p>
        <MetadataMeter missing={missingOf(paper)} />
        <div className="mt-5">
          <DescribeForm
            key={paper.id}
            id={paper.id}
            version={paper.version}
            next={next}
            values={values}
            proposed={proposed}
          />
        </div>
      </div>
    </>
  );
}

/** What is known, else what the machine proposes, in the order of the form. */
function describedOf(
  paper: BenchSheet,
  dateText: (date: string) => string,
): { values: Described; proposed: (keyof Described)[] } {
  const read = proposeMetadata(paper.pages ?? []);
  const known = {
    numberSymbol: paper.numberSymbol,
    issuingAgency: paper.issuingAgency,
    issueDate: paper.issueDate,
    expiryDate: paper.expiryDate,
    abstract: paper.abstract,
    copyKind: paper.copyKind,
  };
  const offered = { ...read, abstract: null, expiryDate: null };
  const names = ['numberSymbol', 'issuingAgency', 'issueDate'] as const;
  const pick = (name: keyof typeof offered) => known[name] ?? offered[name] ?? '';
  const day = (date: string) => (date === '' ? '' : dateText(date));
  return {
    values: {
      numberSymbol: pick('numberSymbol'),
      issuingAgency: pick('issuingAgency'),
      issueDate: day(pick('issueDate')),
      expiryDate: day(pick('expiryDate')),
      abstract: pick('abstract'),
      copyKind: known.copyKind,
    },
    proposed: names.filter((name) => known[name] === null && read[name] !== null),
  };
}

function missingOf(paper: BenchSheet) {
  return missingMetadata({
    code: paper.id,
    name: paper.name,
    type: paper.typeCode,
    owner: paper.owner,
    numberSymbol: paper.numberSymbol,
    issuingAgency: paper.issuingAgency,
    issueDate: paper.issueDate,
    // Left empty by the officer who described it: the paper has no end.
    expiryDate: paper.expiryDate ?? paper.digitisedAt,
    abstract: paper.abstract,
    language: paper.language ?? languageOf(paper.pages ?? []),
    pages: paper.pages?.length || undefined,
    copyKind: paper.copyKind,
    source: paper.source,
    format: paper.mime,
    digitisedBy: paper.digitisedBy,
    digitisedAt: paper.digitisedAt,
  });
}
