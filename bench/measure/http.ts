import { Agent, type IncomingMessage, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Call } from '../define';

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, scheduling: 'lifo' });

export interface Answer {
  status: number;
  bytes: number;
  text(): string;
}

/** One call over a kept connection. An answer is over when its last byte is here. */
export function call({ url, method = 'GET', headers = {}, body }: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method,
      agent,
      headers: { 'accept-encoding': 'gzip, br', accept: 'text/html,application/json', ...headers },
    });
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve(answerOf(response, Buffer.concat(chunks))));
    });
    sent.on('error', reject);
    sent.setTimeout(120_000, () => sent.destroy(new Error(`no answer within 120 s: ${url}`)));
    sent.end(body);
  });
}

function answerOf(response: IncomingMessage, body: Buffer): Answer {
  const text = () => {
    const encoding = response.headers['content-encoding'];
    if (encoding === 'gzip') return gunzipSync(body).toString('utf8');
    return (encoding === 'br' ? brotliDecompressSync(body) : body).toString('utf8');
  };
  return { status: response.statusCode ?? 0, bytes: body.length, text };
}

/** The answer when it is a good one; a redirect isn't: it is the way to the sign-in page. */
export async function good(asked: Call): Promise<Answer> {
  const answer = await call(asked);
  if (answer.status < 200 || answer.status >= 300)
    throw new Error(`${answer.status} from ${new URL(asked.url).pathname}`);
  return answer;
}

export async function assertExpected(asked: Call): Promise<void> {
  const answer = await good(asked);
  if (asked.expect !== undefined && !answer.text().includes(asked.expect))
    throw new Error(`${new URL(asked.url).pathname} does not contain "${asked.expect}"`);
}

export const closeConnections = (): void => agent.destroy();
