import { foldTones } from '@/lib/kernel/text';
import type { ListRegister, RegisterKind, RegisterLine } from './schema';

/** What runs on machines has a security level and connections; a course, a rule or a programme has neither. */
const technical: readonly RegisterKind[] = [
  'system',
  'database',
  'platform',
  'facility_system',
  'external',
  'interconnection',
  'infrastructure',
  'security',
];

export const isTechnical = ({ kind }: { kind: RegisterKind }): boolean => technical.includes(kind);

/** What the register asks first of an entry. */
export const asked = ['owner', 'lifecycle', 'securityLevel', 'connections'] as const;
export type Asked = (typeof asked)[number];

const knownIn: Readonly<Record<Asked, (line: RegisterLine) => boolean>> = {
  owner: ({ owner }) => owner !== null,
  lifecycle: ({ lifecycle }) => lifecycle !== null,
  securityLevel: ({ securityLevel }) => securityLevel !== null,
  connections: ({ connections }) => connections.length > 0,
};

/** Of how many entries that have it an asked fact is known: the register shows its own gaps. */
export function knownOf(lines: readonly RegisterLine[]): { fact: Asked; known: number; total: number }[] {
  return asked.map((fact) => {
    const having = fact === 'owner' || fact === 'lifecycle' ? lines : lines.filter(isTechnical);
    return { fact, known: having.filter(knownIn[fact]).length, total: having.length };
  });
}

/** Found by number, by name in either language, by what is tracked; tone marks don't matter. */
export function matches(line: RegisterLine, { kind, q }: ListRegister): boolean {
  if (kind !== undefined && line.kind !== kind) return false;
  if (q === undefined || q === '') return true;
  const { id, name, tracks } = line;
  const text = foldTones([id, name.vi, name.en, tracks.vi, tracks.en].join(' '));
  return foldTones(q)
    .split(' ')
    .every((word) => text.includes(word));
}
