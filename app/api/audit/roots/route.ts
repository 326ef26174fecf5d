import { listRoots } from '@/lib/audit/roots/queries';
import { isoOf } from '@/lib/kernel/calendar';

/** The daily roots for everybody: a copy kept elsewhere is what makes rewriting yesterday visible. */
export async function GET(): Promise<Response> {
  const roots = await listRoots(null);
  return Response.json(
    {
      algorithm: 'sha-256, merkle tree of RFC 6962; leaf = recordType LF recordId LF seq LF hash',
      items: roots.map(({ madeAt, ...root }) => ({ ...root, madeAt: isoOf(madeAt) })),
    },
    { headers: { 'cache-control': 'public, max-age=300' } },
  );
}
