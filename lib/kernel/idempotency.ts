import 'server-only';
import { and, eq, lt, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { idempotencyKeys } from '@/db/schema/accounts';
import { now } from './clock';
import { Fault } from './fault';
import { newId } from './ids';

/** An answer that may be given again, word for word. */
export interface Given {
  status: number;
  body: unknown;
}

interface Call {
  accountId: string;
  key: string;
  /** Hash of what was asked; a streamed body knows its own only when it has been read. */
  digest: () => Promise<string>;
  run: () => Promise<Given>;
}

/** A key may be used anew after this. */
const keptFor = 24 * 3_600_000;
/** A first call that runs says so this often; when it has been silent for so long it died with its process. */
const beat = 5_000;
const silence = 30_000;

/**
 * Runs a call once per key: the same call again gets the same answer, another call under the same key is
 * refused, and of two at the same time one wins. A refused call keeps nothing, so it may be mended and repeated.
 */
export async function once({ accountId, key, digest, run }: Call): Promise<Given & { replayed: boolean }> {
  const id = await claim(accountId, key);
  if (id === null) return { ...(await replay(accountId, key, digest)), replayed: true };
  const beating = setInterval(() => void sayAlive(id).catch(() => undefined), beat);
  try {
    const given = await run();
    await database()
      .update(idempotencyKeys)
      .set({ ...given, requestHash: await digest() })
      .where(eq(idempotencyKeys.id, id));
    return { ...given, replayed: false };
  } catch (cause) {
    await database().delete(idempotencyKeys).where(eq(idempotencyKeys.id, id));
    throw cause;
  } finally {
    clearInterval(beating);
  }
}

/** A key's time counts from here anew, so that nobody takes it over while its first call runs. */
async function sayAlive(id: string): Promise<void> {
  await database().update(idempotencyKeys).set({ createdAt: now() }).where(eq(idempotencyKeys.id, id));
}

/** The race is lost in the database: one insert wins, or takes over what is too old. */
async function claim(accountId: string, key: string): Promise<string | null> {
  const at = now();
  const fresh = { id: newId(at), requestHash: '', status: null, body: null, createdAt: at };
  const before = (span: number) => sql`${new Date(at.getTime() - span).toISOString()}::timestamptz`;
  const [claimed] = await database()
    .insert(idempotencyKeys)
    .values({ ...fresh, accountId, key })
    .onConflictDoUpdate({
      target: [idempotencyKeys.accountId, idempotencyKeys.key],
      set: fresh,
      setWhere: sql`${idempotencyKeys.createdAt} < ${before(keptFor)}
        or (${idempotencyKeys.status} is null and ${idempotencyKeys.createdAt} < ${before(silence)})`,
    })
    .returning({ id: idempotencyKeys.id });
  return claimed?.id ?? null;
}

/** Forgets the answers that can't be asked for again; they may hold personal data. */
export async function forgetAnswers(): Promise<number> {
  const gone = await database()
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, new Date(now().getTime() - keptFor)))
    .returning({ id: idempotencyKeys.id });
  return gone.length;
}

async function replay(accountId: string, key: string, digest: () => Promise<string>): Promise<Given> {
  const [kept] = await database()
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.accountId, accountId), eq(idempotencyKeys.key, key)));
  if (kept === undefined || kept.status === null)
    throw new Fault('idempotency_in_progress', 'Idempotency-Key');
  if (kept.requestHash !== (await digest())) throw new Fault('idempotency_mismatch', 'Idempotency-Key');
  return { status: kept.status, body: kept.body };
}
