import { useLocale, useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import { type DossierState, dossierStates } from '@/lib/dossiers/workflow';
import { formatDate } from '@/lib/i18n/format';
import { whoActs } from './applicant-state';

export interface OwnDossier {
  id: string;
  code: string | null;
  draftCode: string;
  state: DossierState;
  procedureVi: string;
  procedureEn: string;
  subject: string;
  submittedAt: Date | null;
  dueAt: Date | null;
  endedAt: Date | null;
  updatedAt: Date;
}

/** One's dossiers: what it is, where it stands, and whether it is one's turn. */
export function OwnDossiers({ dossiers }: { dossiers: readonly OwnDossier[] }) {
  const t = useTranslations('applicant');
  const states = useTranslations('states');
  const locale = useLocale();
  return (
    <ul className="border-t-2 border-ink">
      {dossiers.map((dossier) => (
        <li
          key={dossier.id}
          className="keep relative grid gap-x-6 gap-y-1 border-b border-line py-4 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="min-w-0">
            <TextLink
              href={`/my/dossiers/${dossier.code ?? dossier.draftCode}`}
              quiet
              className="font-medium after:absolute after:inset-0"
            >
              {locale === 'vi' ? dossier.procedureVi : dossier.procedureEn}
            </TextLink>
            <p className="text-small text-muted">
              {dossier.subject !== '' && `${dossier.subject} · `}
              <span className="tabular">{dossier.code ?? t('list.draft')}</span>
            </p>
          </div>
          <div className="text-small sm:text-right">
            <p>
              {whoActs(dossier.state) === 'you' ? (
                <Tag>{states(`state.${dossier.state}`)}</Tag>
              ) : (
                <span className="font-semibold">{states(wordOf(dossier.state))}</span>
              )}
            </p>
            <p className="text-muted">{dateWords(dossier, t, locale)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Steps between officers are one thing to an applicant: it is being handled. */
function wordOf(state: DossierState) {
  return dossierStates[state].public === 4 ? ('public.4' as const) : (`state.${state}` as const);
}

type Say = ReturnType<typeof useTranslations<'applicant'>>;

function dateWords({ endedAt, dueAt, updatedAt }: OwnDossier, t: Say, locale: 'vi' | 'en'): string {
  if (endedAt !== null) return t('list.ended', { date: formatDate(endedAt, locale) });
  if (dueAt !== null) return t('list.due', { date: formatDate(dueAt, locale) });
  return t('list.saved', { date: formatDate(updatedAt, locale) });
}
