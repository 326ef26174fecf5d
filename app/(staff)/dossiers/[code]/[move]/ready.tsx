import { getLocale, getTranslations } from 'next-intl/server';
import { DraftPreview } from '@/components/dossiers/draft-preview';
import { IntakeChecklist } from '@/components/dossiers/intake-checklist';
import type { StaffMove } from '@/components/dossiers/move-facts';
import type { EventLine } from '@/components/dossiers/move-fields';
import { MoveForm } from '@/components/dossiers/move-form';
import { MoveSummary } from '@/components/dossiers/move-summary';
import { dossierHref } from '@/components/dossiers/queue-rows';
import type { DossierView } from '@/lib/dossiers/queries/get';
import { readMoveOptions } from '@/lib/dossiers/queries/work';
import { formatDate, formatDateTime } from '@/lib/i18n/format';
import { civilDateAt } from '@/lib/kernel/calendar';
import type { Actor } from '@/lib/policy/actor';
import type { Role } from '@/lib/policy/table';
import { getProcedureVersion } from '@/lib/procedures/queries';
import { papersOf } from '../desk';
import { fieldsOfMove } from './fields';

const dangerous: readonly StaffMove[] = ['reject_intake', 'stop', 'revoke_result', 'refuse_remediation'];
const atIntake: readonly StaffMove[] = ['accept', 'ask_before_intake', 'reject_intake'];
const showDraft: readonly StaffMove[] = [
  'submit_for_sign',
  'submit_refusal',
  'check',
  'return_for_rework',
  'sign',
  'issue',
  'issue_refusal',
];

/** A lawful move with its consequences in words, then the form, then the one button. */
export async function ReadyMove({ actor, view, move }: { actor: Actor; view: DossierView; move: StaffMove }) {
  const [t, name, locale, options, procedure, events] = await Promise.all([
    getTranslations('officer'),
    getTranslations('states.move'),
    getLocale(),
    readMoveOptions(actor, { code: view.code, move }),
    getProcedureVersion({ slug: view.definition.slug, version: view.definition.version }),
    eventLines(view),
  ]);
  const laws = procedure.legalBasis.map(({ number, title }) => `${number} (${title[locale]})`);
  return (
    <>
      <div className="my-6 max-w-prose">
        <MoveSummary move={move} from={view.state} started={view.receivedAt !== null} />
      </div>
      {atIntake.includes(move) && (
        <IntakeChecklist
          code={view.code}
          definition={view.definition}
          answers={view.answers}
          papers={papersOf(view)}
          missing={view.missing}
          accepted={options.accepted}
          today={civilDateAt(view.now)}
        />
      )}
      {options.supplementDueAt !== null && (
        <p className="mb-6">
          {t('move.deadline')}:{' '}
          <span className="tabular font-semibold">{formatDate(options.supplementDueAt, locale)}</span>
        </p>
      )}
      {showDraft.includes(move) && (
        <DraftPreview
          view={view}
          laws={procedure.legalBasis.map(({ number, title }) => `${number} (${title.vi})`)}
          pdfHref={move === 'sign' ? `${dossierHref(view.code)}/draft` : null}
        />
      )}
      <MoveForm
        code={view.code}
        move={move}
        version={view.version}
        events={events}
        fields={fieldsOfMove({ view, move, options, laws, locale, t })}
        submitLabel={move === 'sign' ? t('move.sign') : name(move)}
        backHref={dossierHref(view.code)}
        danger={dangerous.includes(move)}
      />
    </>
  );
}

/** The history in words, for whoever is overtaken while typing. */
async function eventLines(view: DossierView): Promise<EventLine[]> {
  const [t, done, role, locale] = await Promise.all([
    getTranslations('officer.history'),
    getTranslations('states.done'),
    getTranslations('staff.role'),
    getLocale(),
  ]);
  return view.events.map((event) => ({
    seq: event.seq,
    title: done(event.move),
    detail: [
      t('by', { name: event.actorName, role: role(event.role as Role) }),
      formatDateTime(event.at, locale),
      event.reason === null ? null : `${t('reason')}: ${event.reason}`,
    ]
      .filter(Boolean)
      .join(' · '),
  }));
}
