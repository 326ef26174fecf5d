import { useTranslations } from 'next-intl';
import { InsetText } from '@/components/ui/notice';
import { StatusTag } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import type { ChainVerdict as Verdict } from '@/lib/audit/schema';

/** The chain of one record after every hash was worked out again. */
export function ChainVerdict({ verdict: { acts, broken } }: { verdict: Verdict }) {
  const t = useTranslations('audit.act');
  return (
    <div role="status">
      <InsetText tone={broken === null ? 'plain' : 'danger'}>
        {broken === null ? (
          <StatusTag tone="achieved">{t('whole', { acts })}</StatusTag>
        ) : (
          <>
            <StatusTag tone="overdue">{t('broken', { seq: broken.seq })}</StatusTag>
            <p>{t(`faults.${broken.fault}`)}</p>
            <TextLink href={`/audit/${broken.id}`}>{t('openBroken')}</TextLink>
          </>
        )}
      </InsetText>
    </div>
  );
}
