import { parseDate } from '@/lib/i18n/parse';
import { bodyOf } from '@/lib/kernel/body';
import { DomainError, InvalidInput } from '@/lib/kernel/errors';
import { boundaryOf, MalformedForm, readMultipart, textOf } from '@/lib/kernel/multipart';
import { isSameSite } from '@/lib/kernel/same-site';
import { seeOther } from '@/lib/kernel/see-other';
import type { Actor } from '@/lib/policy/actor';
import { offerEvidence } from '@/lib/reporting/evidence/commands/offer';
import type { OfferOutcome } from '@/lib/reporting/evidence/schema';
import { findActor } from '@/lib/session/actor';

type Fields = Record<string, string>;

/** What was typed beside the file comes back with a refusal, so that nobody types it twice. */
const kept = ['numberSymbol', 'issuedOn', 'issuingUnit'] as const;

/** A plain form with its file last: the fields before it say what the file is to prove. */
export async function POST(request: Request): Promise<Response> {
  const boundary = boundaryOf(request.headers.get('content-type'));
  const body = bodyOf(request);
  if (!isSameSite(request.headers) || body === null || boundary === null)
    return new Response(null, { status: 403 });
  const actor = await findActor();
  if (actor === null) return seeOther('/sign-in?callbackUrl=%2Freporting');
  const fields: Fields = {};
  try {
    const outcome = await take(actor, readMultipart(body, boundary), fields);
    return answer(fields, outcome.outcome === 'offered' ? [] : outcome.faults);
  } catch (cause) {
    const code = codeOf(cause);
    if (code === null) throw cause;
    // A browser that is still sending does not read our answer: take the rest, unless it is the size that is wrong.
    if (code !== 'too_large') for await (const _ of body);
    return answer(fields, [code]);
  }
}

async function take(
  actor: Actor,
  parts: ReturnType<typeof readMultipart>,
  fields: Fields,
): Promise<OfferOutcome> {
  for await (const { name, fileName, body } of parts) {
    if (fileName === null) fields[name] = await textOf(body);
    else if (fileName === '') throw new InvalidInput([{ path: 'file', code: 'no_file' }]);
    else return await offerEvidence(actor, { stream: body, name: fileName }, claimOf(fields));
  }
  throw new InvalidInput([{ path: 'file', code: 'no_file' }]);
}

/** A page may hold a form for each element, so the fields carry the element's name. */
const typed = ({ element = '', ...fields }: Fields, name: (typeof kept)[number]) =>
  fields[`${element}-${name}`] ?? '';

function claimOf(fields: Fields) {
  const { report = '', element = '' } = fields;
  return {
    reportId: report,
    element,
    numberSymbol: typed(fields, 'numberSymbol'),
    issuedOn: parseDate(typed(fields, 'issuedOn')) ?? '',
    issuingUnit: typed(fields, 'issuingUnit'),
  };
}

function codeOf(cause: unknown): string | null {
  if (cause instanceof InvalidInput)
    return cause.issues[0]?.code === 'no_file' ? 'no_file' : `field_${cause.issues[0]?.path ?? ''}`;
  if (cause instanceof DomainError) return cause.code;
  return cause instanceof MalformedForm ? 'no_file' : null;
}

function answer(fields: Fields, faults: readonly string[]): Response {
  const { element = '' } = fields;
  const back = /^\/reporting\/[\w/-]+$/.test(fields.back ?? '') ? fields.back : '/reporting';
  const query = new URLSearchParams(
    faults.length === 0
      ? { offered: element }
      : {
          refused: element,
          fault: faults.join(','),
          ...Object.fromEntries(kept.map((name) => [name, typed(fields, name)])),
        },
  );
  return seeOther(`${back}?${query}#evidence-${encodeURIComponent(element)}`);
}
