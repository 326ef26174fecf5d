import 'server-only';
import { DomainError, InvalidInput } from '@/lib/kernel/errors';
import { publicQuery } from '@/lib/kernel/query';
import { forms } from '@/lib/reporting/forms/catalogue';
import type { AskFigures, FigureAnswer, FigureDetail } from '../api/schema';
import { definitionOf, definitions } from '../measures/catalogue';
import { kindIn } from '../periods/rules';
import type { BoardInput, Figure } from '../schema';
import { type Context, openContext } from './context';
import { groupOf } from './course';
import { drawFigure } from './figure';
import { getPublicIndicator } from './indicator';

/** Every figure for a program: the 72 indicators, then the coverage measures. */
export const listFigureAnswers = publicQuery<AskFigures, FigureAnswer[]>(async ({ input }) => {
  const context = await openContext(boardInput(input), { own: true }).catch(namedField);
  return definitions.map((definition) =>
    answerOf(drawFigure(context, definition, groupOf(context)).figure, context.reading.reference.units),
  );
});

export const getFigureDetail = publicQuery<AskFigures & { id: string }, FigureDetail>(async ({ input }) => {
  const { id, ...asked } = input;
  const view = await getPublicIndicator({ id, ...boardInput(asked) }).catch(namedField);
  const { checklist: _, sources: __, ...definition } = view.definition;
  return {
    ...answerOf(view.figure, new Map([[definition.owner.code, definition.owner.name]])),
    definition: { ...definition, pillars: [...definition.pillars], elements: [...definition.elements] },
    atDeadline: view.atDeadline,
    trend: [...view.trend],
  };
});

function boardInput({ province, asOf, period }: AskFigures): BoardInput {
  const place = province === undefined || province.startsWith('p') ? province : `p34-${province}`;
  return { place, asOf, period, world: '34' };
}

/** A province nobody knows is a wrong field of the request; an indicator nobody knows is not there. */
function namedField(cause: unknown): never {
  if (cause instanceof DomainError && cause.detail === 'place')
    throw new InvalidInput([{ path: 'province', code: 'not_an_option' }]);
  throw cause;
}

function answerOf(figure: Figure, units: Context['reading']['reference']['units']): FigureAnswer {
  const { measure, place, target, pace, members, answered, fresh, carried, source: _, ...rest } = figure;
  const known = members !== null && answered !== null && fresh !== null && carried !== null;
  return {
    ...rest,
    id: measure,
    province: place && { ...place, code: place.id.slice(-2) },
    target: target?.value ?? null,
    targetText: target?.text ?? null,
    deadline: target?.deadline ?? null,
    legalDocument: target?.legalDocument ?? null,
    successor: successorOf(target),
    pace: pace && { ...pace, periods: pace.months },
    source: sourceOf(figure, units),
    coverage: known ? { members, answered, fresh, carried } : null,
  };
}

function successorOf(target: Figure['target']): FigureAnswer['successor'] {
  if (target === null || target.successor === null) return null;
  const { id, title, value, deadline, legalDocument } = target.successor;
  return { id, title, target: value, deadline, legalDocument };
}

/** Where the value comes from, in words a program may show as they are. */
function sourceOf(
  figure: Figure,
  units: ReadonlyMap<string, { vi: string; en: string }>,
): FigureAnswer['source'] {
  const { provenance, period, source, measure } = figure;
  const told = (vi: string, en: string) => ({ text: { vi, en }, confidence: source?.confidence ?? null });
  switch (provenance) {
    case 'none':
      return null;
    case 'reports': {
      const form = forms.find(({ frequency }) => period !== null && frequency === kindIn(period));
      return told(`${form?.title.vi}, kỳ ${period}, đã khóa`, `${form?.title.en}, period ${period}, locked`);
    }
    case 'published':
      return told(source?.ref ?? '', source?.ref ?? '');
    case 'computed':
      return told('Tính từ các chỉ tiêu khác', 'Computed from the other targets');
    case 'dossiers':
      return told('Hồ sơ, danh mục trên Cổng', 'Dossiers and registers of the portal');
    case 'entry': {
      const owner = units.get(definitionOf(measure)?.owner ?? '');
      return told(`Đơn vị chủ trì: ${owner?.vi ?? ''}`, `Owner: ${owner?.en ?? ''}`);
    }
  }
}
