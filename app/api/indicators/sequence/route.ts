import { readSequence, watching, watchSequence } from '@/lib/indicators/sequence/queries';

const heartbeat = 20_000;
/** A page that is still open asks again by itself. */
const longest = 600_000;
const mostWatchers = 2000;

/** The number of the last lock; to who asks for events, every new one as it is made. Wakes open boards. */
export async function GET(request: Request): Promise<Response> {
  const sequence = await readSequence();
  const headers = { 'cache-control': 'no-store, no-transform' };
  if (!(request.headers.get('accept') ?? '').includes('text/event-stream'))
    return Response.json({ sequence }, { headers });
  if (watching() >= mostWatchers)
    return Response.json({ sequence }, { status: 503, headers: { ...headers, 'retry-after': '30' } });
  return new Response(eventsFrom(sequence, request.signal), {
    headers: { ...headers, 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
  });
}

function eventsFrom(sequence: number, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      let last = -1;
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const tell = (next: number) => {
        if (next <= last) return;
        last = next;
        send(`id: ${next}\ndata: ${next}\n\n`);
      };
      const leave = () => {
        stop();
        controller.close();
      };
      const unwatch = watchSequence({ tell, leave });
      const beat = setInterval(() => send(': still here\n\n'), heartbeat);
      const end = setTimeout(leave, longest);
      stop = () => {
        clearInterval(beat);
        clearTimeout(end);
        signal.removeEventListener('abort', leave);
        unwatch();
      };
      signal.addEventListener('abort', leave);
      send('retry: 3000\n\n');
      tell(sequence);
    },
    cancel: () => stop(),
  });
}
