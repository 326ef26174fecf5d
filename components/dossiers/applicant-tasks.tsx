import { useLocale, useTranslations } from 'next-intl';
import { Progress } from '@/components/ui/progress';
import { type Task, TaskList } from '@/components/ui/task-list';
import type { DraftTasks, PaperTask, SectionTask } from '@/lib/dossiers/tasks/rules';
import { formatMoney } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';

type Say = ReturnType<typeof useTranslations<'applicant'>>;

/** Everything a draft still asks for, in any order; the last check opens when the rest is done. */
export function DraftTaskList({ code, tasks }: { code: string; tasks: DraftTasks }) {
  const t = useTranslations('applicant');
  const locale = useLocale();
  const home = `/my/dossiers/${code}`;
  const last: Task = {
    id: 'check',
    title: t('task.check'),
    status: tasks.ready ? t('task.open') : t('task.closed'),
    open: tasks.ready,
    ...(tasks.ready ? { href: `${home}/check` } : { hint: t('task.closedHint') }),
  };
  return (
    <>
      <Progress done={tasks.done} total={tasks.total} />
      <p className="mt-2 text-muted">{t('anyOrder')}</p>
      <TaskList
        title={t('task.declare')}
        tasks={tasks.sections.map((task) => sectionLine(task, { home, t, locale }))}
      />
      {tasks.papers.length > 0 && (
        <TaskList
          title={t('task.papers')}
          tasks={tasks.papers.map((task) => paperLine(task, { home, t, locale }))}
        />
      )}
      <TaskList title={t('task.send')} tasks={[...feeLines(tasks, { home, t, locale }), last]} />
    </>
  );
}

interface Context {
  home: string;
  t: Say;
  locale: Locale;
}

function sectionLine({ section, state, faults }: SectionTask, { home, t, locale }: Context): Task {
  const status = {
    done: t('task.done'),
    started: t('task.left', { count: faults.length }),
    untouched: t('task.untouched'),
  }[state];
  return {
    id: section.code,
    title: section.title[locale],
    href: `${home}/sections/${section.code}`,
    status,
    open: state !== 'done',
  };
}

function paperLine({ component, files, optional }: PaperTask, { home, t, locale }: Context): Task {
  const none = optional ? t('task.ifAny') : t('task.noFile');
  return {
    id: `paper-${component.code}`,
    title: component.title[locale],
    hint: component.whenText?.[locale],
    href: `${home}/papers/${component.code}`,
    status: files > 0 ? t('task.files', { count: files }) : none,
    open: files === 0 && !optional,
  };
}

function feeLines({ fee }: DraftTasks, { home, t, locale }: Context): Task[] {
  if (fee === null) return [];
  const title = t('task.fee', { amount: formatMoney(fee.amount, locale) });
  return [
    {
      id: 'fee',
      title,
      href: `${home}/fee`,
      status: fee.paid ? t('task.paid') : t('task.unpaid'),
      open: !fee.paid,
    },
  ];
}
