import 'server-only';
import { DomainError } from '@/lib/kernel/errors';
import { publicQuery, query } from '@/lib/kernel/query';
import type { Actor } from '@/lib/policy/actor';
import { dossierIndicators } from '../facts/queries';
import type { Fact } from '../figures/define';
import { changeOf, isReached } from '../figures/rules';
import { definitionOf, measureOf } from '../measures/catalogue';
import type { Definition } from '../measures/define';
import { partsOf as partsRead } from '../measures/rules';
import type { GetIndicator, IndicatorView } from '../schema';
import { type Context, openContext } from './context';
import { type Course, groupOf, trendOf } from './course';
import { readEntryLines } from './entries';
import { atDeadlineOf, type Drawn, drawFigure } from './figure';
import { labelOf } from './labels';
import { missingBy } from './missing';
import { observationsOf } from './observations';
import { readRestatements } from './restatements';

/** One indicator opened, with who corrected and who entered as far as the reader may know them. */
export const getIndicator = query<GetIndicator, IndicatorView>({
  action: 'indicator.read',
  run: ({ actor, input }) => viewOf(input, actor),
});

/** The same for everybody, without names. */
export const getPublicIndicator = publicQuery<GetIndicator, IndicatorView>(({ input }) =>
  viewOf(input, null),
);

async function viewOf({ id, ...input }: GetIndicator, actor: Actor | null): Promise<IndicatorView> {
  const definition = definitionOf(id);
  if (definition === undefined) throw new DomainError('not_found', 'indicator');
  const context = await openContext(input, {
    own: dossierIndicators.includes(id) || definition.sources.includes('computed'),
    ids: [id],
  });
  const group = groupOf(context);
  const drawn = drawFigure(context, definition, group);
  const [restatements, entries] = await Promise.all([
    readRestatements(context, drawn, { group, actor }),
    readEntryLines(context, id, actor !== null),
  ]);
  return {
    figure: drawn.figure,
    definition: definitionView(context, definition, drawn.facts),
    trend: trendOf(drawn.course, drawn.facts),
    provinces: provincesOf(context, definition),
    atDeadline: deadlineView(context, drawn),
    reachedIn: reachedIn(drawn),
    missingBy: missingBy(context, drawn, group),
    change: changeSince(drawn.course),
    restatements,
    observations: observationsOf(context, id),
    entries,
  };
}

function definitionView(
  { reading }: Context,
  definition: Definition,
  facts: readonly Fact[],
): IndicatorView['definition'] {
  const { version, pillars, numerator, denominator, scope, owner, frequency, sources, checklist } =
    definition;
  const measure = measureOf(definition.id);
  const ids = measure === undefined ? definition.elements : partsRead(measure);
  const ticked = facts.findLast(({ provenance }) => provenance === 'entry')?.done;
  return {
    version,
    pillars,
    numerator,
    denominator: denominator ?? null,
    scope,
    formula: measure?.formula ?? null,
    elements: ids.map((id) => ({ id, label: labelOf(id) })),
    members: measure?.members.words ?? null,
    owner: { code: owner, name: reading.reference.units.get(owner) ?? { vi: owner, en: owner } },
    frequency,
    sources,
    checklist: checklist.map((item) => ({ ...item, done: ticked?.includes(item.code) ?? null })),
  };
}

/** Of the whole country, also while one province is looked at: a place is judged beside the others. */
function provincesOf(context: Context, definition: Definition) {
  if (measureOf(definition.id) === undefined) return [];
  return context.reading.registry.keys[context.world].map(
    (_, at) => drawFigure(context, definition, { dimension: context.world, at }).figure,
  );
}

function deadlineView({ today }: Context, { course, facts, target }: Drawn): IndicatorView['atDeadline'] {
  if (target === null || target.deadline === null || target.deadline >= today) return null;
  const known = atDeadlineOf(course, facts, target);
  if (known === null) return { period: null, value: null, numerator: null, denominator: null, source: null };
  const { period, value, numerator, denominator, fact } = known;
  const ref = fact?.source?.ref;
  return { period, value, numerator, denominator, source: ref === undefined ? null : { vi: ref, en: ref } };
}

function reachedIn({ course, target }: Drawn): string | null {
  const wanted = target?.value ?? null;
  if (wanted === null) return null;
  const first = course.reported.find(({ value }) => value !== null && isReached(value, wanted));
  return first?.period ?? null;
}

/** Since the period before, when both are known shares. */
function changeSince({ measure, reported, current }: Course): IndicatorView['change'] {
  if (measure === undefined || measure.kind === 'sum' || current === null || current.value === null)
    return null;
  const before = reported.findLast(({ period, value }) => period < current.period && value !== null);
  if (before === undefined) return null;
  const change = changeOf(before.totals, current.totals);
  return change && { from: before.period, ...change };
}
