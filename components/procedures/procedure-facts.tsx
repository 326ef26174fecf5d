import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ConfidenceMark } from '@/components/ui/confidence-mark';
import { formatDuration, formatMoney, formatNumber } from '@/lib/i18n/format';
import type { ProcedureDefinition, Source } from '@/lib/procedures/define';

/** How long people really waited; null when too few dossiers ended to say anything. */
export interface WaitingTime {
  count: number;
  median: number;
  slow: number;
}

/** Where a value comes from, small, under the value it belongs to. */
export function SourceLine({ source }: { source: Source }) {
  const locale = useLocale();
  return (
    <p className="text-14">
      <ConfidenceMark confidence={source.confidence} source={source.ref} href={source.url} />
      {source.note !== undefined && <span className="block text-muted">{source.note[locale]}</span>}
    </p>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="keep border-t border-line py-4">
      <dt className="text-16 text-muted">{label}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}

interface ProcedureFactsProps {
  definition: ProcedureDefinition;
  waiting: WaitingTime | null;
  unitName: string;
}

export function ProcedureFacts({ definition, waiting, unitName }: ProcedureFactsProps) {
  const t = useTranslations('procedures');
  const pages = useTranslations('pages.procedure');
  const locale = useLocale();
  const { level, partReason, result } = definition;
  return (
    <dl className="border-b border-line">
      <Fact label={t('detail.limit')}>
        <LimitFact definition={definition} />
      </Fact>
      {waiting !== null && (
        <Fact label={pages('waited')}>
          <p>
            {pages('waitedHalf', { days: formatNumber(waiting.median, locale, 1) })}{' '}
            {pages('waitedSlow', { days: formatNumber(waiting.slow, locale, 1) })}
          </p>
          <p className="text-14 text-muted">
            {pages('waitedOf', { count: formatNumber(waiting.count, locale) })}
          </p>
        </Fact>
      )}
      <Fact label={t('detail.fee')}>
        <FeeFact definition={definition} />
      </Fact>
      <Fact label={t('detail.applicant')}>
        {definition.applicant.map((kind) => t(`applicant.${kind}`)).join(', ')}
      </Fact>
      <Fact label={t('detail.unit')}>{unitName}</Fact>
      <Fact label={t('detail.result')}>
        <p>{result.title[locale]}</p>
        {result.validity !== null && (
          <p className="text-16">
            {t('detail.validity')}: {validityWords(result.validity, t, locale)}
          </p>
        )}
      </Fact>
      <Fact label={t('detail.supplement')}>
        {t('supplement.rounds', { rounds: definition.supplement.maxRounds })},{' '}
        {t('supplement.within', { period: formatDuration(definition.supplement, locale) })}
        <SourceLine source={definition.supplement.source} />
      </Fact>
      <Fact label={t('detail.level')}>
        <p>{t(`level.${level}`)}</p>
        <p className="text-16">{t(`levelMeaning.${level}`)}</p>
        {partReason !== undefined && (
          <p className="mt-1 text-16">
            <strong className="font-semibold">
              {t('detail.partReason')}: {t(`partReason.${partReason.kind}`)}.
            </strong>{' '}
            {partReason[locale]}
          </p>
        )}
      </Fact>
      <Fact label={t('detail.code')}>{definition.code ?? t('detail.noCode')}</Fact>
    </dl>
  );
}

function LimitFact({ definition }: { definition: ProcedureDefinition }) {
  const t = useTranslations('procedures');
  const locale = useLocale();
  const { limit } = definition;
  if (limit === null) return <p>{t('time.unknown')}</p>;
  return (
    <>
      <p className="text-21 font-semibold">{formatDuration(limit, locale)}</p>
      {limit.variants?.map((variant) => (
        <p key={variant.title.vi}>
          {variant.title[locale]}: {formatDuration(variant, locale)}
        </p>
      ))}
      <SourceLine source={limit.source} />
    </>
  );
}

function FeeFact({ definition }: { definition: ProcedureDefinition }) {
  const t = useTranslations('procedures');
  const locale = useLocale();
  const { fee } = definition;
  if (fee === null) return <p>{t('fee.unread')}</p>;
  const money = (amount: number | null) =>
    amount === null ? t('fee.unread') : amount === 0 ? t('fee.none') : formatMoney(amount, locale);
  return (
    <>
      <p className="text-21 font-semibold">{money(fee.amount)}</p>
      {fee.variants?.map((variant) => (
        <p key={variant.title.vi}>
          {variant.title[locale]}: {money(variant.amount)}
        </p>
      ))}
      {fee.amount !== 0 && <p className="text-16">{t(`fee.moment.${fee.moment}`)}</p>}
      <SourceLine source={fee.source} />
    </>
  );
}

type Say = ReturnType<typeof useTranslations<'procedures'>>;

function validityWords(
  validity: NonNullable<ProcedureDefinition['result']['validity']>,
  t: Say,
  locale: 'vi' | 'en',
): string {
  if (validity.text !== undefined) return validity.text[locale];
  return validity.kind === 'term' ? formatDuration(validity, locale) : t('validity.unlimited');
}
