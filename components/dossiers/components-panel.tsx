import { useLocale, useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { TextLink } from '@/components/ui/text-link';
import type { StoredDocument } from '@/lib/documents/schema';
import { componentsToMark, type Mark } from '@/lib/dossiers/review/rules';
import { formatBytes, formatPercent } from '@/lib/i18n/format';
import type { Component, ProcedureDefinition } from '@/lib/procedures/define';
import type { Answers } from '@/lib/procedures/fields/define';
import { needsUpload } from '@/lib/procedures/rules';
import { MarkForm } from './mark-form';

export interface PaperLine {
  documentId: string;
  component: string;
  name: string;
  mime: string;
  size: number;
  scan: StoredDocument['scan'];
  reused: boolean;
  round: number;
  pageCount: number;
  confidence: number | null;
}

interface ComponentsPanelProps {
  code: string;
  definition: ProcedureDefinition;
  answers: Answers;
  marks: readonly Mark[];
  papers: readonly PaperLine[];
  /** The reader may judge now. */
  canMark: boolean;
}

/** Each component the law asks for: its files and their quality, and the judgement so far. */
export function ComponentsPanel({ code, definition, answers, marks, papers, canMark }: ComponentsPanelProps) {
  const t = useTranslations('officer.components');
  return (
    <section aria-labelledby="components" className="mt-8">
      <h2 id="components" className="mb-2">
        {t('title')}
      </h2>
      <ul className="border-t border-line text-14">
        {componentsToMark(definition, answers, marks).map(({ component, mark }) => (
          <ComponentRow
            key={component.code}
            code={code}
            component={component}
            mark={mark}
            canMark={canMark}
            papers={papers.filter((paper) => paper.component === component.code)}
          />
        ))}
      </ul>
    </section>
  );
}

interface ComponentRowProps {
  code: string;
  component: Component;
  mark: Mark | null;
  papers: readonly PaperLine[];
  canMark: boolean;
}

function ComponentRow({ code, component, mark, papers, canMark }: ComponentRowProps) {
  const t = useTranslations('officer.components');
  const locale = useLocale();
  const title = component.title[locale];
  return (
    <li className="keep border-b border-line py-2">
      <div className="flex items-baseline justify-between gap-3">
        <span className="font-medium">{title}</span>
        <Verdict mark={mark} />
      </div>
      <ComponentFiles code={code} component={component} papers={papers} />
      {mark?.note && <p className="text-muted">“{mark.note}”</p>}
      {canMark && (
        <Details summary={t('judge')}>
          <MarkForm code={code} component={component.code} title={title} note={mark?.note ?? ''} />
        </Details>
      )}
    </li>
  );
}

function Verdict({ mark }: { mark: Mark | null }) {
  const t = useTranslations('officer.components');
  const tone = mark?.verdict === 'good' ? 'text-primary' : 'text-warn';
  return <span className={`shrink-0 font-semibold ${tone}`}>{t(mark?.verdict ?? 'unmarked')}</span>;
}

/** How the component came: which files and of what quality, or which register stands in for them. */
export function ComponentFiles({
  code,
  component,
  papers,
}: {
  code: string;
  component: Component;
  papers: readonly PaperLine[];
}) {
  const t = useTranslations('officer.components');
  if (papers.length === 0) {
    const source = needsUpload(component)
      ? 'none'
      : component.reuse.includes('FORM')
        ? 'form'
        : 'fromRegister';
    return <p className="text-muted">{t(source)}</p>;
  }
  return (
    <ul className="text-muted">
      {papers.map((paper) => (
        <li key={paper.documentId}>
          <TextLink href={`/dossiers/${encodeURIComponent(code)}?paper=${paper.documentId}`}>
            {paper.name}
          </TextLink>
          <PaperQuality paper={paper} />
        </li>
      ))}
    </ul>
  );
}

function PaperQuality({ paper }: { paper: PaperLine }) {
  const t = useTranslations('officer.components');
  const scan = useTranslations('papers.scan');
  const locale = useLocale();
  const state = paper.scan === 'clean' || paper.scan === 'infected' ? paper.scan : 'not_scanned';
  return (
    <span className="block">
      {t('quality', { pages: paper.pageCount, size: formatBytes(paper.size, locale), scan: scan(state) })}
      {' · '}
      {paper.confidence === null
        ? t('unread')
        : t('confidence', { share: formatPercent(paper.confidence, locale, 0) })}
      {paper.reused && ` · ${t('reused')}`}
      {paper.round > 0 && ` · ${t('round', { round: paper.round })}`}
    </span>
  );
}
