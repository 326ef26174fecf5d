import { useLocale, useTranslations } from 'next-intl';
import { PageCrop } from '@/components/documents/page-picture';
import type { ReadPage } from '@/lib/documents/rules';
import { answerKey, type FieldCheck, partsOf } from '@/lib/dossiers/review/rules';
import { formatPercent } from '@/lib/i18n/format';
import { DecisionButton } from './decision-button';

interface DifferenceCardProps {
  code: string;
  differences: readonly FieldCheck[];
  pageOf: (check: FieldCheck) => ReadPage | null;
  canMark: boolean;
}

/** The one discrepancy to decide on now; the next follows when this one is decided. */
export function DifferenceCard({ code, differences, pageOf, canMark }: DifferenceCardProps) {
  const t = useTranslations('officer.difference');
  const locale = useLocale();
  const [check] = differences;
  if (check === undefined) return <p className="mt-4 text-14 text-muted">{t('none')}</p>;
  const { comparison, declared, label } = check;
  return (
    <section
      aria-labelledby="difference"
      className="keep mt-4 rounded border border-l-4 border-at-risk p-4 text-14"
    >
      <h2 id="difference" className="text-16">
        {t('title', { count: differences.length })}
      </h2>
      <p className="text-muted">
        {t('position', { index: 1, total: differences.length, label: label[locale] })}
      </p>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-muted">{t('declared')}</dt>
        <dd>
          <Parts text={declared} other={comparison.found} className="bg-danger-wash text-danger" />
        </dd>
        <dt className="text-muted">{t('read', { page: comparison.page })}</dt>
        <dd>
          <Parts text={comparison.found} other={declared} className="bg-wash text-ink" />
          <span className="text-muted">
            {' '}
            · {t('confidence', { share: formatPercent(comparison.confidence, locale, 0) })}
          </span>
        </dd>
      </dl>
      <div className="mt-3">
        <PageCrop
          documentId={check.documentId}
          name={check.paper}
          page={comparison.page}
          size={pageOf(check)}
          boxes={comparison.boxes}
        />
      </div>
      {canMark ? <Decisions code={code} check={check} /> : <p className="mt-3 text-muted">{t('readOnly')}</p>}
    </section>
  );
}

function Parts({ text, other, className }: { text: string; other: string; className: string }) {
  const { before, change, after } = partsOf(text, other);
  return (
    <span className="font-semibold">
      {before}
      {change !== '' && <mark className={`rounded px-0.5 ${className}`}>{change}</mark>}
      {after}
    </span>
  );
}

function Decisions({ code, check }: { code: string; check: FieldCheck }) {
  const t = useTranslations('officer.difference');
  const { declared, comparison, field, documentId } = check;
  const common = { code, component: answerKey(field), paper: documentId, page: String(comparison.page) };
  const choices = [
    { key: 'byScan', verdict: 'good', note: t('noteScan', { value: comparison.found }), variant: 'primary' },
    {
      key: 'byDeclared',
      verdict: 'good',
      note: t('noteDeclared', { value: declared }),
      variant: 'secondary',
    },
    {
      key: 'ask',
      verdict: 'wrong',
      note: t('noteAsk', { declared, read: comparison.found }),
      variant: 'secondary',
    },
  ] as const;
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {choices.map(({ key, verdict, note, variant }, index) => (
        <DecisionButton
          key={key}
          values={{ ...common, verdict, note }}
          label={t(key)}
          shortcut={String(index + 1)}
          variant={variant}
        />
      ))}
    </div>
  );
}
