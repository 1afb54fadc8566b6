import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { besideName, syncFolder } from '../outputs/write.js';
import { type Record, recordSchema } from './record.js';

/** A record without its digest, and where its line stands: what is kept in memory of each input. */
export interface Entry extends Omit<Record, 'digest' | 'expected' | 'found' | 'bytes' | 'settings'> {
  /** The settings as text: equal where they are equal. */
  readonly settings: string;
  /** Whether a finding of severity error stands. */
  readonly severe: boolean;
  /** Whether it was recorded by this process. */
  readonly fresh: boolean;
  readonly offset: number;
  readonly length: number;
}

/**
 * The manifest of a batch: one JSON a line, appended as documents are done and on the disk before the next step, so that it
 * is right after any kind of end. Of several lines for one input the last one counts. A line that broke off is dropped.
 */
export class Manifest {
  readonly entries = new Map<string, Entry>();
  /** The entry that has the result for a content. */
  readonly owners = new Map<string, Entry>();
  /** Outputs that stood in lines which no longer count. */
  readonly superseded = new Set<string>();
  /** Lines that were no records and are dropped. */
  broken = 0;
  private end = 0;
  private waiting: { readonly text: Buffer; readonly done: () => void; readonly fail: (error: unknown) => void }[] = [];
  private writing = false;

  private constructor(
    readonly path: string,
    private file: FileHandle,
  ) {}

  /** Opens the manifest of a folder and reads what is in it. */
  static async open(path: string): Promise<Manifest> {
    const file = await open(path, 'a+');
    const manifest = new Manifest(path, file);
    let rest = Buffer.alloc(0);
    for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) {
      rest = Buffer.concat([rest, chunk as Buffer]);
      for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
        manifest.take(rest.subarray(0, at + 1));
        rest = rest.subarray(at + 1);
      }
    }
    if (rest.length > 0) {
      manifest.broken++;
      await file.truncate(manifest.end);
    }
    return manifest;
  }

  /** Writes a record behind the others; it is on the disk when this returns. Records that wait are written together. */
  async append(record: Record): Promise<Entry> {
    const text = Buffer.from(`${JSON.stringify(record)}\n`);
    const written = new Promise<void>((done, fail) => {
      this.waiting.push({ text, done, fail });
    });
    void this.write();
    await written;
    return this.entries.get(record.path)!;
  }

  /** The records in the order of their paths. */
  async *records(): AsyncGenerator<Record> {
    for await (const line of this.lines()) yield JSON.parse(line.toString()) as Record;
  }

  /** Puts the lines into the order of their paths and drops those that no longer count: equal runs end in equal bytes. */
  async compact(): Promise<void> {
    const beside = join(dirname(this.path), besideName());
    const sorted = await open(beside, 'wx');
    try {
      for await (const line of this.lines()) await sorted.write(line);
      await sorted.sync();
      await sorted.close();
      await rename(beside, this.path);
      await syncFolder(dirname(this.path));
    } finally {
      await rm(beside, { force: true });
    }
    await this.file.close();
    this.file = await open(this.path, 'a+');
    let offset = 0;
    for (const entry of this.sorted()) {
      this.set({ ...entry, offset });
      offset += entry.length;
    }
    this.end = offset;
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private sorted(): Entry[] {
    return [...this.entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  private async *lines(): AsyncGenerator<Buffer> {
    for (const { offset, length } of this.sorted()) {
      const line = Buffer.alloc(length);
      await this.file.read(line, 0, length, offset);
      yield line;
    }
  }

  private async write(): Promise<void> {
    if (this.writing) return;
    this.writing = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0);
      try {
        await this.file.appendFile(Buffer.concat(batch.map((b) => b.text)));
        await this.file.datasync();
        for (const { text, done } of batch) {
          this.take(text, true);
          done();
        }
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
    this.writing = false;
  }

  private take(line: Buffer, fresh = false): void {
    const offset = this.end;
    this.end += line.length;
    const record = fresh ? (JSON.parse(line.toString()) as Record) : parse(line.toString());
    if (!record) {
      this.broken++;
      return;
    }
    const { digest, expected: _e, found: _f, bytes: _b, settings, ...kept } = record;
    this.set({
      ...kept,
      settings: JSON.stringify(settings),
      severe: digest?.findings.some((f) => f.severity === 'error') ?? false,
      fresh,
      offset,
      length: line.length,
    });
  }

  private set(entry: Entry): void {
    const before = this.entries.get(entry.path);
    if (before?.output && entry.sha256 && before.output !== entry.output) this.superseded.add(before.output);
    if (before?.sha256 && this.owners.get(before.sha256)?.path === entry.path) this.owners.delete(before.sha256);
    this.entries.set(entry.path, entry);
    if (entry.sha256 && entry.duplicateOf === null) this.owners.set(entry.sha256, entry);
  }
}

function parse(line: string): Record | undefined {
  try {
    return recordSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
