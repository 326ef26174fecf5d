import config from '@payload-config';
import { generatePageMetadata, RootPage } from '@payloadcms/next/views';
import type { Metadata } from 'next';
import { importMap } from '../import-map';

interface Address {
  params: Promise<{ segments: string[] }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

export const generateMetadata = (address: Address): Promise<Metadata> =>
  generatePageMetadata({ config, ...address });

export default function Page(address: Address) {
  return RootPage({ config, importMap, ...address });
}
