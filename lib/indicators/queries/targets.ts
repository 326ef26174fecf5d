import 'server-only';
import { query } from '@/lib/kernel/query';
import { indicators } from '../catalogue';
import { verdictOf } from '../figures/rules';
import type { Definition } from '../measures/define';
import type { ListTargets, TargetLine } from '../targets/schema';
import { type Context, openContext } from './context';
import { groupOf } from './course';
import { atDeadlineOf, type Drawn, drawFigure } from './figure';
import { observationsOf } from './observations';

/** All 72 of the plans: the target, what was known at the deadline, what is known now, what follows. */
export const listTargets = query<ListTargets, TargetLine[]>({
  action: 'indicator.read',
  async run({ input: { pillar, status, ...input } }) {
    const context = await openContext(input, { own: true });
    return indicators
      .filter(({ pillars }) => pillar === undefined || pillars.includes(pillar))
      .map((indicator) => lineOf(context, indicator))
      .filter(({ figure }) =>
        status === 'missed' ? figure.missed : status === undefined || figure.status === status,
      );
  },
});

function lineOf(context: Context, definition: Definition): TargetLine {
  const drawn = drawFigure(context, definition, groupOf(context));
  return {
    id: definition.id,
    title: definition.title,
    pillars: definition.pillars,
    figure: drawn.figure,
    baseline: baselineOf(context, definition.id),
    atDeadline: deadlineOf(context, drawn),
  };
}

/** The earliest published figure that names the indicator. */
function baselineOf(context: Context, id: string): TargetLine['baseline'] {
  const first = observationsOf(context, id).at(-1);
  return first === undefined ? null : { value: first.text, asOf: first.asOf, source: first.source };
}

/** Judged by what is known of that day, not by what was known on it. */
function deadlineOf({ today }: Context, { course, facts, target }: Drawn): TargetLine['atDeadline'] {
  if (target === null || target.deadline === null || target.deadline >= today) return null;
  const known = atDeadlineOf(course, facts, target);
  const { value, numerator, denominator } = known ?? { value: null, numerator: null, denominator: null };
  const { status } = verdictOf({
    value,
    valueOn: target.deadline,
    target: target.value,
    deadline: target.deadline,
    successorDeadline: null,
    today,
    points: [],
    atDeadline: value,
  });
  return { value, numerator, denominator, status };
}
