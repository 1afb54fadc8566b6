import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const corpus = join(root, '..', 'shared', 'corpus');

const pdfsOf = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((f) => f.endsWith('.pdf'))
        .sort()
        .map((f) => join(folder, f))
    : [];

/** The account of the samples that comes as text. */
export const sampleText = (): string => join(root, 'samples', 'qingzhou-2024.txt');
/** A published account that comes as text, where it is. */
export const publishedText = (): string[] => [join(corpus, 'accounts', 'fushun-2024.txt')].filter((f) => existsSync(f));
/** The sample accounts of the project: always there. */
export const samples = (): string[] => pdfsOf(join(root, 'samples'));
/** Published documents beside the project, where they are: none in a stranger's clone. */
export const published = (folder: 'accounts' | 'declined' | 'bad'): string[] => pdfsOf(join(corpus, folder));
export const sampleNeighbours = (): string[] => pdfsOf(join(root, 'samples', 'declined'));
export const fromRoot = (...parts: string[]): string => join(root, ...parts);
export const nameOf = (path: string): string => path.replace(/^.*\/|\.pdf$/g, '');

/** The transcribed truth of an account, if there is one beside it (samples) or in the folder `truth` (published). */
export function truthOf(path: string): Record<string, string>[] | undefined {
  const beside = path.replace(/\.(pdf|txt)$/, '.truth.csv');
  const apart = path.replace(/accounts\/(.*)\.(pdf|txt)$/, 'truth/$1.csv');
  const file = [beside, apart].find((f) => f.endsWith('.csv') && existsSync(f));
  if (!file) return undefined;
  const [head, ...lines] = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .map((l) => l.split(','));
  return lines.map((l) => Object.fromEntries(head!.map((h, i) => [h, l[i] ?? ''])));
}
