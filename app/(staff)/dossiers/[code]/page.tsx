import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AnswersPanel } from '@/components/dossiers/answers-panel';
import { ClockPanel } from '@/components/dossiers/clock-panel';
import { ComponentsPanel } from '@/components/dossiers/components-panel';
import { DeskKeys } from '@/components/dossiers/desk-keys';
import { DifferenceCard } from '@/components/dossiers/difference-card';
import { DossierHead } from '@/components/dossiers/dossier-head';
import { HistoryPanel } from '@/components/dossiers/history-panel';
import { IssuedPanel } from '@/components/dossiers/issued-panel';
import { NextMoves } from '@/components/dossiers/next-moves';
import { PaperPanel } from '@/components/dossiers/paper-panel';
import { ShortcutSwitch } from '@/components/dossiers/shortcut-switch';
import { InsetText } from '@/components/ui/notice';
import type { DossierView } from '@/lib/dossiers/queries/get';
import { explainBlocked } from '@/lib/dossiers/queries/work';
import { checkAnswers, type FieldCheck, openDiscrepancies } from '@/lib/dossiers/review/rules';
import { isDossierMove } from '@/lib/dossiers/workflow';
import { civilDateAt } from '@/lib/kernel/calendar';
import { requireStaffWith } from '@/lib/session/staff';
import { firstOf, type SearchParams } from '../lines';
import { canMark, headOf, openDossier, papersOf } from './desk';

interface Props {
  params: Promise<{ code: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).code) };
}

/** The desk: answers and checks, the paper itself, and what may be done about it until when. */
export default async function DossierPage({ params, searchParams }: Props) {
  const actor = await requireStaffWith('dossier.read');
  const [{ code }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const view = await openDossier(actor, code);
  const [blocked, checks] = [await explainBlocked(actor, { code: view.code }), checksOf(view)];
  const { definition, answers, marks, moves } = view;
  return (
    <main id="main" tabIndex={-1} className="flex grow flex-col">
      <DossierHead facts={headOf(view, locale)} />
      <DeskKeys />
      <div className="grid grow grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1.45fr)_minmax(0,1.85fr)_minmax(17rem,1fr)]">
        <div className="px-4 py-6 sm:px-6">
          <AnswersPanel {...{ definition, answers, checks, marks }} />
          <ComponentsPanel
            {...{ code: view.code, definition, answers, marks }}
            papers={papersOf(view)}
            canMark={canMark(view)}
          />
        </div>
        <Papers view={view} checks={checks} query={firstOf(query)} />
        <aside className="order-first flex flex-col gap-8 border-line px-4 py-6 sm:px-6 lg:order-none lg:border-l">
          <Done move={firstOf(query).done} />
          <NextMoves code={view.code} moves={moves} blocked={blocked} />
          <ClockPanel clock={view.clock} today={civilDateAt(view.now)} />
          <HistoryPanel events={view.events} />
          <IssuedPanel papers={view.papers} fees={view.fees} />
          <ShortcutSwitch />
        </aside>
      </div>
    </main>
  );
}

function checksOf(view: DossierView): FieldCheck[] {
  const { definition, answers, attachments } = view;
  return checkAnswers({ definition, answers }, attachments);
}

function Papers({
  view,
  checks,
  query,
}: {
  view: DossierView;
  checks: FieldCheck[];
  query: Record<string, string | undefined>;
}) {
  const papers = papersOf(view);
  const differences = openDiscrepancies(checks, view.marks);
  const [first] = differences;
  const wanted = query.paper ?? first?.documentId;
  const open = papers.find(({ documentId }) => documentId === wanted) ?? papers[0] ?? null;
  const suggested = first !== undefined && open?.documentId === first.documentId ? first.comparison.page : 1;
  const page = Math.max(1, Math.trunc(Number(query.page ?? suggested)) || 1);
  const readOf = (documentId: string, at: number) =>
    view.attachments.find((paper) => paper.documentId === documentId)?.pages?.[at - 1] ?? null;
  return (
    <div className="border-line px-4 py-6 sm:px-6 lg:border-l">
      <PaperPanel
        code={view.code}
        papers={papers}
        open={open}
        page={page}
        read={open === null ? null : readOf(open.documentId, page)}
        checks={differences}
      />
      {papers.length > 0 && (
        <DifferenceCard
          code={view.code}
          differences={differences}
          pageOf={({ documentId, comparison }) => readOf(documentId, comparison.page)}
          canMark={canMark(view)}
        />
      )}
    </div>
  );
}

async function Done({ move }: { move: string | undefined }) {
  if (move === undefined || !isDossierMove(move)) return null;
  const [t, name] = await Promise.all([getTranslations('officer'), getTranslations('states.done')]);
  return (
    <div role="status">
      <InsetText>{t('done', { move: name(move) })}</InsetText>
    </div>
  );
}
