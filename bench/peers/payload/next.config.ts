import { withPayload } from '@payloadcms/next/withPayload';

const here = import.meta.dirname;

export default withPayload({
  // This application stands by itself: the portal's lock file above is not its own.
  outputFileTracingRoot: here,
  turbopack: { root: here },
});
