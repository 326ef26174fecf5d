import { createServer } from 'node:net';
import { desc } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { database } from '@/db/client';
import { exchangeLog } from '@/db/schema/outbox';
import { useDatabase } from '@/db/testing';
import { businessRegistry, mail } from '@/lib/integrations';
import { startSimulators } from '@/lib/integrations/simulators';
import { switchboard } from '@/lib/integrations/switchboard';
import { DomainError } from '@/lib/kernel/errors';

useDatabase();

let running: Awaited<ReturnType<typeof startSimulators>>;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

beforeAll(async () => {
  const port = await freePort();
  process.env.SIMULATORS_PORT = String(port);
  running = await startSimulators({ port, slowMs: 20 });
});
afterAll(() => running.close());

it('an unset partner is simulated and the exchange is logged', async () => {
  const record = await businessRegistry().lookup({ taxCode: '0199001236' }, { requestId: 'request-1' });
  expect(record.name).toBe('Công ty TNHH Dược phẩm An Phúc');
  const [line] = await database().select().from(exchangeLog).orderBy(desc(exchangeLog.id)).limit(1);
  expect(line).toMatchObject({
    partner: 'business_registry',
    verb: 'lookup',
    outcome: 'ok',
    requestId: 'request-1',
  });
});

it('the switchboard sets a mood for every process, and the log shows it', async () => {
  expect(await switchboard().setMood('business_registry', 'down')).toMatchObject({ mood: 'down' });
  const attempt = businessRegistry().lookup({ taxCode: '0199001236' });
  await expect(attempt).rejects.toThrow(DomainError);
  const [line] = await database().select().from(exchangeLog).orderBy(desc(exchangeLog.id)).limit(1);
  expect(line?.outcome).toBe('unavailable');
  const state = await switchboard().read();
  expect(state.find(({ partner }) => partner === 'business_registry')).toMatchObject({
    mood: 'down',
    calls: 2,
  });
});

it('mail without an SMTP server lands in the tray of the switchboard', async () => {
  await mail().send({ to: 'citizen@mau.moh.example', subject: 'Hồ sơ đã nộp', text: 'Mã hồ sơ …' });
  expect((await switchboard().messages())[0]).toMatchObject({
    channel: 'mail',
    to: 'citizen@mau.moh.example',
  });
});
