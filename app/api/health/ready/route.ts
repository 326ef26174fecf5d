import { isReady } from '@/lib/audit/queries';

/** The process can serve: the database answers and its tables are there. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json({ status: ready ? 'ok' : 'unavailable' }, { status: ready ? 200 : 503 });
}
