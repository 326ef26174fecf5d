import type { ReactNode } from 'react';
import { Tag } from './status-tag';
import { TextLink } from './text-link';

export interface Task {
  id: string;
  title: string;
  /** Absent while the task can't be opened yet. */
  href?: string | undefined;
  hint?: string | undefined;
  status: string;
  /** Something is still asked of the reader. */
  open?: boolean | undefined;
}

export function TaskList({
  title,
  tasks,
  level = 2,
}: {
  title: ReactNode;
  tasks: readonly Task[];
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="mt-8">
      <Heading className="border-b border-line pb-2 text-body font-semibold">{title}</Heading>
      <ul>
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </ul>
    </section>
  );
}

function TaskLine({ task }: { task: Task }) {
  const status = `task-${task.id}-status`;
  return (
    <li className="relative flex items-center justify-between gap-4 border-b border-line py-3">
      <div className="min-w-0">
        {task.href === undefined ? (
          <span className="text-muted">{task.title}</span>
        ) : (
          <TextLink href={task.href} quiet className="font-medium after:absolute after:inset-0">
            {task.title}
          </TextLink>
        )}
        {task.hint !== undefined && <p className="text-small text-muted">{task.hint}</p>}
      </div>
      <span id={status} className="shrink-0 text-right text-small">
        {task.open ? (
          <Tag>{task.status}</Tag>
        ) : (
          <span className={task.href ? '' : 'text-muted'}>{task.status}</span>
        )}
      </span>
    </li>
  );
}
