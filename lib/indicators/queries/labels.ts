import 'server-only';
import { parts } from '@/lib/reporting/forms/elements';
import type { Words } from '../define';

const partById = new Map(parts.map((part) => [part.id, part]));

/** "Đơn thuốc ngoại trú: Tổng số đơn" */
export function labelOf(id: string): Words {
  const part = partById.get(id);
  if (part === undefined) return { vi: id, en: id };
  const { label, element } = part;
  if (label === undefined) return element.label;
  return { vi: `${element.label.vi}: ${label.vi}`, en: `${element.label.en}: ${label.en}` };
}
