import { UsageError } from '../../errors.js';
import { type AllowedHosts, request } from './hosts.js';

export interface S3Object {
  readonly address: string;
  /** Changes with the content. */
  readonly etag: string;
}

const LIST_BYTES = 64 * 1024 * 1024;

/** Objects of a bucket that speaks S3, with the keys of the environment (AWS_ACCESS_KEY_ID ..., AWS_REGION, AWS_ENDPOINT_URL). */
export class S3 {
  private constructor(
    private readonly sign: (url: string, init: RequestInit) => Promise<Request>,
    private readonly base: (bucket: string) => string,
    private readonly allowed: AllowedHosts,
  ) {}

  /** Errors: usage where the environment has no keys. */
  static async open(allowed: AllowedHosts, env: NodeJS.ProcessEnv = process.env): Promise<S3> {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
    if (!accessKeyId || !secretAccessKey)
      throw new UsageError('s3:// needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment');
    const region = env['AWS_REGION'] ?? 'us-east-1';
    const endpoint = env['AWS_ENDPOINT_URL_S3'] ?? env['AWS_ENDPOINT_URL'];
    const { AwsClient } = await import('aws4fetch').catch((cause: unknown) => {
      throw new UsageError(
        's3:// needs the package aws4fetch, which is not installed here: npm install aws4fetch@1.0.20',
        {
          cause,
        },
      );
    });
    const sessionToken = env['AWS_SESSION_TOKEN'];
    const client = new AwsClient({
      accessKeyId,
      secretAccessKey,
      ...(sessionToken ? { sessionToken } : {}),
      region,
      service: 's3',
    });
    return new S3(
      (url, init) => client.sign(url, init),
      (bucket) =>
        endpoint ? `${endpoint.replace(/\/$/, '')}/${bucket}` : `https://${bucket}.s3.${region}.amazonaws.com`,
      allowed,
    );
  }

  async get(address: string, most: number): Promise<Uint8Array> {
    return (await request(await this.sign(this.urlOf(address), { method: 'GET' }), this.allowed, most)).bytes;
  }

  async has(address: string): Promise<boolean> {
    const asked = await this.sign(this.urlOf(address), { method: 'HEAD' });
    return (await request(asked, this.allowed, 0, [404])).status !== 404;
  }

  async put(address: string, text: string): Promise<void> {
    await request(await this.sign(this.urlOf(address), { method: 'PUT', body: text }), this.allowed, LIST_BYTES);
  }

  /** The objects below `s3://bucket/prefix/`, page by page. */
  async *list(address: string): AsyncGenerator<S3Object> {
    const { bucket, key } = parse(address);
    let more = '';
    do {
      const query = new URLSearchParams({
        'list-type': '2',
        prefix: key,
        ...(more ? { 'continuation-token': more } : {}),
      });
      const asked = await this.sign(`${this.base(bucket)}/?${query}`, { method: 'GET' });
      const xml = new TextDecoder().decode((await request(asked, this.allowed, LIST_BYTES)).bytes);
      for (const [, content] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
        const name = tag(content!, 'Key');
        if (!name.endsWith('/')) yield { address: `s3://${bucket}/${name}`, etag: tag(content!, 'ETag') };
      }
      more = tag(xml, 'NextContinuationToken');
    } while (more !== '');
  }

  private urlOf(address: string): string {
    const { bucket, key } = parse(address);
    return `${this.base(bucket)}/${key.split('/').map(encodeURIComponent).join('/')}`;
  }
}

function parse(address: string): { readonly bucket: string; readonly key: string } {
  const [, bucket, key = ''] = /^s3:\/\/([^/]+)(?:\/(.*))?$/s.exec(address) ?? [];
  if (!bucket) throw new UsageError(`${address}: expected s3://BUCKET/KEY`);
  return { bucket, key };
}

const tag = (xml: string, name: string): string =>
  (new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(xml)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
