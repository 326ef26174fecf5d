import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { DossierHead } from '@/components/dossiers/dossier-head';
import { HistoryPanel } from '@/components/dossiers/history-panel';
import { formNumberOf, isStaffMove, type StaffMove } from '@/components/dossiers/move-facts';
import { dossierHref } from '@/components/dossiers/queue-rows';
import { InsetText } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { DossierView } from '@/lib/dossiers/queries/get';
import { type BlockedMove, explainBlocked } from '@/lib/dossiers/queries/work';
import { moveRow } from '@/lib/dossiers/workflow';
import type { Actor } from '@/lib/policy/actor';
import { reachOf } from '@/lib/policy/authorize';
import { requireStaffWith } from '@/lib/session/staff';
import { canMark, headOf, openDossier } from '../desk';
import { ReadyMove } from './ready';
import { Walk } from './walk';

interface Props {
  params: Promise<{ code: string; move: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ move }, name] = await Promise.all([params, getTranslations('states.move')]);
  return isStaffMove(move) ? { title: name(move) } : {};
}

/** One page per move: what it does, what it needs, what the applicant gets. */
export default async function MovePage({ params }: Props) {
  const [actor, { code, move }, locale] = await Promise.all([
    requireStaffWith('dossier.read'),
    params,
    getLocale(),
  ]);
  if (!isStaffMove(move) || reachOf(actor, moveRow(move).action).length === 0) notFound();
  const view = await openDossier(actor, code);
  return (
    <main id="main" tabIndex={-1} className="flex grow flex-col">
      <DossierHead facts={headOf(view, locale)} whyHref={`${dossierHref(view.code)}#clock`} />
      <div className="grid grow grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,2fr)_minmax(18rem,1fr)]">
        <div className="px-4 py-8 sm:px-6">
          <MoveTitle code={view.code} move={move} />
          <MoveBody actor={actor} view={view} move={move} />
        </div>
        <aside className="border-line px-4 py-8 sm:px-6 lg:border-l">
          <HistoryPanel events={view.events} />
        </aside>
      </div>
    </main>
  );
}

async function MoveTitle({ code, move }: { code: string; move: StaffMove }) {
  const [t, name] = await Promise.all([getTranslations('officer'), getTranslations('states.move')]);
  const number = formNumberOf(move);
  return (
    <>
      <p className="text-14">
        <TextLink href={dossierHref(code)}>{t('move.back')}</TextLink>
      </p>
      <h2 className="mt-2 text-21 sm:text-27">
        {name(move)}
        {number !== null && <span className="font-normal text-muted"> · {t('moves.form', { number })}</span>}
      </h2>
      <p className="mt-2 max-w-prose">{t(`move.does.${move}`)}</p>
    </>
  );
}

async function MoveBody({ actor, view, move }: { actor: Actor; view: DossierView; move: StaffMove }) {
  const lawful = view.moves.includes(move);
  const walks = move === 'ask_supplement' && canMark(view);
  if (walks && view.unmarked.length > 0) return <Walk view={view} />;
  if (lawful) {
    return (
      <>
        {walks && <Walk view={view} done />}
        <ReadyMove actor={actor} view={view} move={move} />
      </>
    );
  }
  const blocked = (await explainBlocked(actor, { code: view.code })).find((one) => one.move === move);
  return <NotNow view={view} blocked={blocked} />;
}

async function NotNow({ view, blocked }: { view: DossierView; blocked: BlockedMove | undefined }) {
  const [t, state] = await Promise.all([getTranslations('officer'), getTranslations('states.state')]);
  return (
    <div className="mt-6 max-w-prose">
      <InsetText tone="warn">
        <p className="font-semibold">{t('move.notNow')}</p>
        <p>{t('move.notNowHint', { state: state(view.state) })}</p>
        {blocked?.barred && <p>{t('guard.barred')}</p>}
        {blocked?.unmet.map((guard) => (
          <p key={guard}>{t(`guard.${guard}`)}</p>
        ))}
      </InsetText>
    </div>
  );
}
