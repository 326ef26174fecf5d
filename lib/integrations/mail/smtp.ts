import 'server-only';
import { createTransport } from 'nodemailer';
import type { Exchange } from '@/lib/integrations/exchange';
import type { Mail } from '@/lib/integrations/mail/port';
import { hashOf } from '@/lib/integrations/signature';
import { DomainError } from '@/lib/kernel/errors';

/** A key makes the Message-ID, so that a repeated delivery is recognised by the mailbox. */
export function mailOverSmtp(settings: {
  url: string;
  from: string;
  record(exchange: Exchange): Promise<void>;
}): Mail {
  const transport = createTransport({ url: settings.url, connectionTimeout: 10_000, socketTimeout: 20_000 });
  const domain = settings.from.split('@').at(-1) ?? 'localhost';
  return {
    async send(message, options = {}) {
      const payload = JSON.stringify(message);
      const messageId = `<${hashOf(options.idempotencyKey ?? payload).slice(0, 32)}@${domain}>`;
      const startedAt = new Date();
      const fault = await transport.sendMail({ ...message, from: settings.from, messageId }).then(
        () => null,
        (cause: unknown) => new DomainError('unavailable', 'mail', { cause }),
      );
      await settings.record({
        partner: 'mail',
        verb: 'send',
        startedAt,
        durationMs: Date.now() - startedAt.getTime(),
        outcome: fault?.code ?? 'ok',
        payloadHash: hashOf(payload),
        requestId: options.requestId ?? null,
      });
      if (fault !== null) throw fault;
      return { messageId };
    },
  };
}
