import type { Progress } from '../workers/protocol.js';

/** Shows how far the reading of pictures is: one line on standard error that is written over, and only on a terminal. */
export function pictureProgress(to: NodeJS.WriteStream = process.stderr): ((progress: Progress) => void) | undefined {
  if (!to.isTTY) return undefined;
  return ({ page: done = 0, of = 1 }) => {
    const width = 24;
    const full = Math.round((width * done) / Math.max(1, of));
    const line = `reading pictures ${'█'.repeat(full)}${'░'.repeat(width - full)} page ${Math.min(done + 1, of)} of ${of}`;
    to.write(done < of ? `\r${line}` : `\r${' '.repeat(line.length + 4)}\r`);
  };
}
