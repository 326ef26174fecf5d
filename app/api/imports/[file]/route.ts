import { DomainError } from '@/lib/kernel/errors';
import { isSameSite } from '@/lib/kernel/same-site';
import type { Actor } from '@/lib/policy/actor';
import { applyKept } from '@/lib/reporting/exchange/commands';
import { type ImportProgress, ImportRef } from '@/lib/reporting/exchange/schema';
import { findActor } from '@/lib/session/actor';

/** Writes the file whose dry run the person has just read, and says line by line how far it is. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  if (!isSameSite(request.headers)) return new Response(null, { status: 403 });
  const actor = await findActor();
  if (actor === null) return new Response(null, { status: 401 });
  const period = new URL(request.url).searchParams.get('period');
  const { data: ref } = ImportRef.safeParse({ ...(await params), ...(period === null ? {} : { period }) });
  if (ref === undefined) return new Response(null, { status: 404 });
  return new Response(linesOf(actor, ref, request.signal), {
    headers: {
      'content-type': 'application/x-ndjson',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

/** Whoever leaves stops the writing at the next step; what is written stays, and the same file writes the rest. */
function linesOf(actor: Actor, ref: ImportRef, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const say = (line: ImportProgress) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      const onStep = ({ new: added, changed }: { new: number; changed: number }) => {
        signal.throwIfAborted();
        say({ kind: 'written', cells: added + changed });
      };
      try {
        const { written, reports } = await applyKept(actor, { ...ref, onStep });
        say({ kind: 'done', cells: written, reports });
        controller.close();
      } catch (cause) {
        if (!signal.aborted && !(cause instanceof DomainError)) controller.error(cause);
        else if (!signal.aborted) {
          say({ kind: 'fault', code: (cause as DomainError).code });
          controller.close();
        }
      }
    },
  });
}
