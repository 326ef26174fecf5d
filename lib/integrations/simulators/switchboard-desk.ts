import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MessageTray } from '@/lib/integrations/simulators/message-tray';
import { sendJson } from '@/lib/integrations/simulators/partner-endpoint';
import { readBody } from '@/lib/integrations/simulators/request';
import { isMood, isSimulated, type Weather } from '@/lib/integrations/simulators/weather';

/** `GET /switchboard`, `GET /switchboard/messages`, `GET|PUT /switchboard/<partner>`. */
export async function serveSwitchboard(
  world: { weather: Weather; tray: MessageTray },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { weather, tray } = world;
  const partner = new URL(request.url ?? '/', 'http://switchboard').pathname.split('/')[2] ?? '';
  if (partner === '') return sendJson(response, 200, weather.state());
  if (partner === 'messages') return sendJson(response, 200, tray.list());
  if (!isSimulated(partner)) return sendJson(response, 404, { code: 'unknown_partner' });
  if (request.method === 'PUT') {
    const mood = moodOf(await readBody(request));
    if (!isMood(mood)) return sendJson(response, 400, { code: 'unknown_mood' });
    weather.set(partner, mood);
  }
  sendJson(
    response,
    200,
    weather.state().find((line) => line.partner === partner),
  );
}

function moodOf(body: string): unknown {
  try {
    return (JSON.parse(body) as { mood?: unknown }).mood;
  } catch {
    return undefined;
  }
}
