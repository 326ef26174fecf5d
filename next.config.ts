import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  // It makes code larger: only components that are drawn again and again ask for it, by 'use memo'.
  reactCompiler: { compilationMode: 'annotation' },
  typedRoutes: false,
  poweredByHeader: false,
  // Tests are checked by themselves; and a kept state of the compiler once reported files that had come since.
  typescript: { tsconfigPath: 'tsconfig.build.json' },
  // Native or self-loading packages: bundling them would lose their binaries, fonts or language data.
  serverExternalPackages: [
    'pdfkit',
    'sharp',
    'tesseract.js',
    'pdfjs-dist',
    '@napi-rs/canvas',
    'postgres',
    'graphile-worker',
    'exceljs',
    'fontkit',
    'oidc-provider',
    'pkijs',
    'asn1js',
    '@signpdf/signpdf',
    '@signpdf/utils',
    '@flystorage/file-storage',
    '@flystorage/local-fs',
    '@flystorage/aws-s3',
    '@aws-sdk/client-s3',
    '@expo-google-fonts/be-vietnam-pro',
  ],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
  async headers() {
    const security = [
      { key: 'X-Content-Type-Options', value: 'nosniff' },
      { key: 'Referrer-Policy', value: 'same-origin' },
      { key: 'Permissions-Policy', value: 'camera=(self), microphone=(), geolocation=()' },
      { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
    ];
    return [{ source: '/:path*', headers: security }];
  },
};

const withWords = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // Words are taken apart when the portal is built: the parser of their syntax stays out of the browser.
  experimental: {
    messages: { path: './lib/i18n/messages', format: 'json', locales: ['vi', 'en'], precompile: true },
  },
});

export default withWords(config);
