import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { componentMarks, dossiers } from '@/db/schema/dossiers';
import { command } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import { MarkComponent } from '../schema';
import { findDossier } from './find';

/** The reviewer's judgement of one component or answer: only when all are judged may a supplement be asked. */
export const markComponent = command({
  action: 'dossier.review',
  sees: 'dossier.read',
  input: MarkComponent,
  find: (reader, { code }) => findDossier(reader, code),
  async run({ tx, actor, input, found, now }) {
    if (found.facts.state !== 'in_review') throw new DomainError('unlawful_move', 'mark');
    const { component, verdict, note } = input;
    const { components, form } = found.definition;
    const answers = form.flatMap(({ fields }) => fields.map(({ code }) => `answers.${code}`));
    if (![...components.map(({ code }) => code), ...answers].includes(component))
      throw new DomainError('not_found', 'component');
    const mark = { verdict, note: note ?? null, markedBy: actor.accountId, markedAt: now };
    await tx
      .insert(componentMarks)
      .values({ dossierId: found.dossier.id, component, ...mark })
      .onConflictDoUpdate({ target: [componentMarks.dossierId, componentMarks.component], set: mark });
    const [row] = await tx
      .update(dossiers)
      .set({ version: sql`${dossiers.version} + 1`, updatedAt: now })
      .where(and(eq(dossiers.id, found.dossier.id), eq(dossiers.version, found.dossier.version)))
      .returning({ version: dossiers.version });
    if (row === undefined) throw new DomainError('conflict', 'dossier.version');
    return row;
  },
  trace: ({ input: { component, verdict } }) => ({ detail: { component, verdict } }),
});
