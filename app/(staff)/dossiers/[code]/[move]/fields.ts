import type { getTranslations } from 'next-intl/server';
import type { ItemLine, MoveFieldSpec } from '@/components/dossiers/move-fields';
import type { DossierView } from '@/lib/dossiers/queries/get';
import type { Candidate, MoveOptions } from '@/lib/dossiers/queries/work';
import { defectsOf } from '@/lib/dossiers/review/rules';
import { type MoveField, neededFields } from '@/lib/dossiers/schema';
import type { DossierMove } from '@/lib/dossiers/workflow';
import { formatDate } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import { needsUpload, requiredComponents } from '@/lib/procedures/rules';

export type OfficerWords = Awaited<ReturnType<typeof getTranslations<'officer'>>>;

interface Asked {
  view: DossierView;
  move: DossierMove;
  options: MoveOptions;
  laws: readonly string[];
  locale: Locale;
  t: OfficerWords;
}

const refusals: readonly DossierMove[] = ['propose_refusal', 'refuse_remediation'];

/** What the move's page asks, read off the workflow's table; a refusal may also name its legal ground. */
export function fieldsOfMove(asked: Asked): MoveFieldSpec[] {
  const fields = neededFields(asked.move).flatMap((field) => specOf(field, asked));
  const isRefusal = refusals.includes(asked.move);
  return isRefusal
    ? [...fields, ...specOf('ground', asked).map((field) => ({ ...field, required: false }))]
    : fields;
}

function specOf(field: MoveField, asked: Asked): MoveFieldSpec[] {
  const { move, options, laws, locale, t } = asked;
  const words = (name: 'reason' | 'ground' | 'opinion'): MoveFieldSpec => ({
    kind: 'textarea',
    name,
    label: t(`move.${name}`),
  });
  switch (field) {
    case 'reason':
    case 'opinion':
      return [words(field)];
    case 'ground': {
      const list = laws.length === 0 ? '' : ` ${t('move.groundChoices', { list: laws.join('; ') })}`;
      return [
        { kind: 'textarea', name: 'ground', label: t('move.ground'), hint: `${t('move.groundHint')}${list}` },
      ];
    }
    case 'decision':
      return [
        {
          kind: 'textarea',
          name: 'decision',
          label: t(refusals.includes(move) ? 'move.decisionRefuse' : 'move.decisionGrant'),
        },
      ];
    case 'assignee':
      return [
        {
          kind: 'radios',
          name: 'assignee',
          label: t('move.assignee'),
          options: people(options.reviewers, t),
          empty: t('move.noReviewers'),
        },
      ];
    case 'experts':
      return [
        {
          kind: 'checkboxes',
          name: 'experts',
          label: t('move.experts'),
          options: people(options.experts, t),
          empty: t('move.noExperts'),
        },
      ];
    case 'newDate':
      return newDateFields(options, locale, t);
    case 'amount':
      return [
        {
          kind: 'amount',
          name: 'amount',
          label: t('move.amount'),
          hint: t('move.amountHint'),
          suffix: t('move.dong'),
        },
      ];
    case 'items':
      return [{ kind: 'items', name: 'items', label: t('move.item'), lines: itemLines(asked) }];
  }
}

function people(candidates: readonly Candidate[], t: OfficerWords) {
  return candidates.map(({ id, name, title, load }) => ({
    value: id,
    label: name,
    hint: [title, t('move.load', { count: load })].filter(Boolean).join(' · '),
  }));
}

function newDateFields({ newDates }: MoveOptions, locale: Locale, t: OfficerWords): MoveFieldSpec[] {
  const options = newDates.map(({ date, workingDays }) => ({
    value: date,
    label: t('move.newDateOption', { date: formatDate(date, locale), days: workingDays }),
  }));
  return [
    {
      kind: 'radios',
      name: 'newDate',
      label: t('move.newDate'),
      options,
      empty: '',
      value: newDates[0]?.date,
    },
    { kind: 'date', name: 'newDateOther', label: t('move.newDateOther') },
  ];
}

/** Before intake every component may be asked for; during review what was judged wrong or missing, already filled in. */
function itemLines({ view, move, locale, t }: Asked): ItemLine[] {
  if (move === 'ask_supplement') {
    return defectsOf(view.definition, view.marks).map(({ component, title, verdict, note }) => ({
      component,
      title: title[locale],
      note: t(`components.${verdict}`),
      asked: true,
      what: verdict === 'missing' ? title.vi : '',
      reason: note,
    }));
  }
  return requiredComponents(view.definition, view.answers).map((component) => {
    const missing = view.missing.includes(component.code);
    const files = view.attachments.filter((paper) => paper.component === component.code).length;
    const came =
      files > 0
        ? t('components.files', { count: files })
        : needsUpload(component)
          ? t('components.none')
          : t('components.fromRegister');
    return {
      component: component.code,
      title: component.title[locale],
      note: missing ? t('components.missing') : came,
      asked: missing,
      what: missing ? component.title.vi : '',
      reason: '',
    };
  });
}
