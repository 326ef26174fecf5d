import { hashOf } from '@/lib/integrations/signature';
import type { MessageTray } from '@/lib/integrations/simulators/message-tray';
import type { Sms } from '@/lib/integrations/sms/port';

export function simulatedSms(tray: MessageTray): Sms {
  return {
    async send({ to, text }, options = {}) {
      const messageId = `TN${hashOf(options.idempotencyKey ?? `${to}.${text}`)
        .slice(0, 16)
        .toUpperCase()}`;
      tray.put({ id: messageId, channel: 'sms', to, subject: null, text });
      return { messageId };
    },
  };
}
