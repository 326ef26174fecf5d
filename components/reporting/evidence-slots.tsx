import { useLocale, useTranslations } from 'next-intl';
import { Block } from '@/components/ui/figure';
import { StatusTag, type StatusTone } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import { formatDate } from '@/lib/i18n/format';
import type { EvidenceView } from '@/lib/reporting/schema';

interface EvidenceSlotsProps {
  reportId: string;
  /** Elements of the form that take a document, by name. */
  slots: readonly { element: string; label: string }[];
  evidence: readonly EvidenceView[];
  canOffer: boolean;
}

const tones = {
  offered: 'paused',
  accepted: 'achieved',
  refused: 'off_track',
  withdrawn: 'neutral',
} as const satisfies Record<EvidenceView['state'], StatusTone>;

/** One slot for each claim that names a document, with what was last handed in for it. */
export function EvidenceSlots({ reportId, slots, evidence, canOffer }: EvidenceSlotsProps) {
  const t = useTranslations('reporting.slots');
  const locale = useLocale();
  if (slots.length === 0) return null;
  return (
    <Block title={t('title')}>
      <ul>
        {slots.map(({ element, label }) => {
          const last = evidence.find((one) => one.element === element && one.state !== 'withdrawn');
          return (
            <li key={element} className="border-b border-line py-2 text-small first:pt-0">
              <p>
                {label} <span className="text-muted">({element})</span>
              </p>
              {last === undefined ? (
                <p className="text-14 text-muted">{t('none')}</p>
              ) : (
                <p className="flex flex-wrap items-baseline gap-x-3 text-14">
                  <StatusTag tone={tones[last.state]}>{t(`state.${last.state}`)}</StatusTag>
                  <span>
                    {t('paper', { number: last.numberSymbol, date: formatDate(last.issuedOn, locale) })}
                  </span>
                </p>
              )}
              <TextLink href={`/reporting/${reportId}/evidence#evidence-${element}`} className="text-14">
                {t(canOffer && last === undefined ? 'add' : 'open')}
                <span className="sr-only"> {label}</span>
              </TextLink>
            </li>
          );
        })}
      </ul>
    </Block>
  );
}
