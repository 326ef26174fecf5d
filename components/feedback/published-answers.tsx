import { useLocale, useTranslations } from 'next-intl';
import { SampleBadge } from '@/components/ui/sample';
import type { ComplaintSubject } from '@/lib/feedback/schema';
import { formatDate } from '@/lib/i18n/format';

interface Answer {
  code: string;
  subject: ComplaintSubject;
  procedure: { vi: string; en: string } | null;
  answer: string;
  receivedAt: Date;
  publishedAt: Date;
  sample: boolean;
}

/** One article each: what it was about, what was answered, when. */
export function PublishedAnswers({ rows }: { rows: readonly Answer[] }) {
  const t = useTranslations('feedback');
  const locale = useLocale();
  return (
    <ol>
      {rows.map((row) => (
        <li key={row.code} className="keep border-t border-line py-5">
          <h2 className="text-body font-semibold">
            {t(`subject.${row.subject}`)}
            {row.procedure !== null && ` · ${row.procedure[locale]}`}
          </h2>
          <p className="mt-2 break-words whitespace-pre-line">{row.answer}</p>
          <p className="mt-2 text-small text-muted">
            {t('public.facts', {
              code: row.code,
              received: formatDate(row.receivedAt, locale),
              published: formatDate(row.publishedAt, locale),
            })}
          </p>
          {row.sample && <SampleBadge />}
        </li>
      ))}
    </ol>
  );
}
