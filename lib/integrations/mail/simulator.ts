import type { Mail } from '@/lib/integrations/mail/port';
import { hashOf } from '@/lib/integrations/signature';
import type { MessageTray } from '@/lib/integrations/simulators/message-tray';

/** Delivers into a tray that the switchboard shows. */
export function simulatedMail(tray: MessageTray): Mail {
  return {
    async send({ to, subject, text }, options = {}) {
      const messageId = `<${hashOf(options.idempotencyKey ?? `${to}.${subject}.${text}`).slice(0, 32)}@mau.moh.example>`;
      tray.put({ id: messageId, channel: 'mail', to, subject, text });
      return { messageId };
    },
  };
}
