import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer } from 'node:http';
import next from 'next';

/*
 * The framework's own server behind one question: a board that all see alike is sent as it is held, packed once. The
 * framework would draw and pack it for each of five hundred who open it together.
 */

const port = Number(process.env.PORT);
const app = next({ dev: false, hostname: 'localhost', port });
const drawn = app.getRequestHandler();
await app.prepare();

// Who takes a file finds the connection it comes over here (lib/kernel/body.ts).
const arriving = new AsyncLocalStorage();
globalThis.portalArriving = () => arriving.getStore();

const server = createServer(async (request, response) => {
  try {
    if (!(await globalThis.portalFront?.(request, response)))
      await arriving.run(request, () => drawn(request, response));
  } catch (error) {
    console.error(error);
    response.destroy();
  }
});

// Longer than a reverse proxy or a browser keeps a connection it may still use: who closes first never cuts a request.
server.keepAliveTimeout = 75_000;

function stop() {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 10_000).unref();
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

server.listen(port, () => console.log(`ready on ${port}`));
