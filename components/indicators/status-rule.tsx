import { useLocale, useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { formatNumber, formatPercent, formatPoints } from '@/lib/i18n/format';
import { statusRule } from '@/lib/indicators/figures/rules';
import type { Figure } from '@/lib/indicators/schema';
import { headName } from './words';

/** The published rule behind the status word, with a worked example from the screen. */
export function StatusRule({ example }: { example: Figure | undefined }) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const share = (value: number) => formatPercent(value, locale, 0);
  return (
    <Details summary={t('rule.title')} className="mt-4 text-14">
      <ul className="flex max-w-prose list-disc flex-col gap-1 pl-4">
        <li>{t('rule.achieved')}</li>
        <li>{t('rule.ratio', { months: statusRule.window.month })}</li>
        <li>{t('rule.on_track', { share: share(statusRule.onTrack) })}</li>
        <li>{t('rule.at_risk', { share: share(statusRule.atRisk) })}</li>
        <li>{t('rule.off_track')}</li>
        <li>{t('rule.unknown', { share: share(statusRule.coverage / 100) })}</li>
        <li>{t('rule.no_target')}</li>
        <li>{t('rule.missed')}</li>
      </ul>
      {example !== undefined && <Example figure={example} />}
    </Details>
  );
}

function Example({ figure }: { figure: Figure }) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const { pace } = figure;
  if (pace === null || pace.actual === null || pace.required === null || pace.ratio === null) return null;
  const amount = (value: number) =>
    figure.unit === 'percent' ? formatPoints(value, locale, 2) : formatNumber(value, locale, 1);
  return (
    <p className="mt-2 max-w-prose">
      {t('rule.example', {
        name: headName(figure, { t, locale }),
        actual: amount(pace.actual),
        required: amount(pace.required),
        ratio: formatNumber(pace.ratio, locale, 2),
        status: t(`status.${figure.status}`),
      })}
    </p>
  );
}
