import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { type DossierMove, type DossierState, isDossierMove } from '@/lib/dossiers/workflow';
import { formatDateTime } from '@/lib/i18n/format';

interface NewsProps {
  news: readonly {
    id: string;
    code: string;
    procedure: { vi: string; en: string };
    subject: string;
    move: string;
    state: DossierState;
    reason: string | null;
    at: Date;
  }[];
}

/** What happened to one's dossiers, newest first, each with its dossier. */
export function NewsList({ news }: NewsProps) {
  const t = useTranslations('states');
  const own = useTranslations('applicant');
  const locale = useLocale();
  return (
    <ul className="border-t-2 border-ink">
      {news.map((line) => (
        <li key={line.id} className="keep relative border-b border-line py-4">
          <TextLink
            href={`/my/dossiers/${line.code}`}
            quiet
            className="font-medium after:absolute after:inset-0"
          >
            {isKnown(line.move) ? t(`done.${line.move}`) : t(`state.${line.state}`)}
          </TextLink>
          <p className="text-small">
            {line.procedure[locale]}
            {line.subject !== '' && `: ${line.subject}`}
          </p>
          {line.reason !== null && (
            <p className="text-small">{own('reasonGiven', { reason: line.reason })}</p>
          )}
          <p className="text-small text-muted">
            {formatDateTime(line.at, locale)} · <span className="tabular">{line.code}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function isKnown(move: string): move is DossierMove | 'open' {
  return move === 'open' || isDossierMove(move);
}
