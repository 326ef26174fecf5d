import 'server-only';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';
import { renderPaper } from '@/lib/pdf/render';
import { may } from '@/lib/policy/authorize';
import { findDossierOnce } from '../commands/find';
import { verifyAddress } from '../commands/papers';
import { drawDecision } from '../commands/results';

/** The very paper that would be signed now, without signature, number and address for strangers. */
export const previewResult = query<{ code: string }, { id: string; code: string; pdf: Buffer }>({
  action: 'dossier.sign',
  reads: ({ id }) => [{ type: 'dossier', id }],
  async run({ db, actor, input }) {
    const found = await findDossierOnce(db, input.code);
    if (!may(actor, 'dossier.sign', found.subject)) throw new DomainError('not_found', 'dossier');
    const { draw, code } = await drawDecision({ actor, found, now: now() });
    return { id: found.dossier.id, code, pdf: await renderPaper(draw({ verifyUrl: verifyAddress('') })) };
  },
});
