import 'server-only';
import type { Words } from '../define';
import { monthOf } from '../periods/rules';
import type { Dimension } from '../registry/define';
import { classWords, ownershipWords } from '../registry/define';
import type { IndicatorView } from '../schema';
import type { Context } from './context';
import { type Group, reportedIn } from './course';
import type { Drawn } from './figure';

type Missing = IndicatorView['missingBy'][number];

/** Where what is missing sits: by province, owner and class, the largest first. A province has no provinces. */
export function missingBy(context: Context, { course, figure }: Drawn, group: Group): Missing[] {
  const { measure, current } = course;
  if (measure === undefined || measure.kind === 'sum' || current === null) return [];
  if (figure.provenance !== 'reports') return [];
  const dimensions = [...(group === null ? [context.world] : []), 'ownership', 'class'] as const;
  return dimensions.flatMap((dimension) =>
    context.reading.registry.keys[dimension]
      .map((key, at): Missing => {
        const { totals } = reportedIn(context, measure, {
          month: monthOf(current.period),
          group: { dimension, at },
          within: group,
        });
        return {
          dimension: dimension === '34' || dimension === '63' ? 'province' : dimension,
          key,
          label: labelOf(context, dimension, key),
          missing: totals.denominator - totals.numerator,
          of: totals.denominator,
        };
      })
      .filter(({ missing }) => missing > 0)
      .sort((a, b) => b.missing - a.missing || (a.key < b.key ? -1 : 1)),
  );
}

function labelOf({ reading }: Context, dimension: Dimension, key: string): Words {
  if (dimension === 'ownership') return ownershipWords[key] ?? { vi: key, en: key };
  if (dimension === 'class') return classWords[key] ?? { vi: key, en: key };
  return reading.registry.places[dimension].find(({ id }) => id === key)?.name ?? { vi: key, en: key };
}
