import 'server-only';
import { S3Client } from '@aws-sdk/client-s3';
import { AwsS3StorageAdapter } from '@flystorage/aws-s3';
import { FileStorage } from '@flystorage/file-storage';
import { listFiles } from '@/lib/integrations/storage/listing';
import { measured } from '@/lib/integrations/storage/meter';
import type { Shelf } from '@/lib/integrations/storage/port';

/** `s3://bucket?endpoint=…&region=…&prefix=…`; credentials come from the environment as the AWS tools read them. */
export function s3Shelf(address: string): Shelf {
  const url = new URL(address);
  const endpoint = url.searchParams.get('endpoint');
  const client = new S3Client({
    region: url.searchParams.get('region') ?? 'us-east-1',
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const prefix = url.searchParams.get('prefix') ?? '';
  const adapter = new AwsS3StorageAdapter(client, {
    bucket: url.hostname,
    prefix,
    uploadConfiguration: { queueSize: 2, partSize: 5 * 1024 * 1024 },
  });
  const files = new FileStorage(adapter);
  return {
    write: (path, source) => files.write(path, source, { mimeType: 'application/octet-stream' }),
    // An object is durable when the service has answered the write.
    flush: async () => undefined,
    read: (path) => files.read(path),
    measure: async (path) => measured(await files.read(path)),
    exists: (path) => files.fileExists(path),
    async settle(from, to) {
      if (!(await files.fileExists(to))) await files.copyFile(from, to);
    },
    remove: (path) => files.deleteFile(path),
    list: (path) => listFiles(files, path),
  };
}
