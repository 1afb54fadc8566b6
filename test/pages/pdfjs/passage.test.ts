import { expect, test } from '@jest/globals';
import { Passage } from '../../../src/pages/pdfjs/passage.js';

const heardBy = (port: Passage, signal?: AbortSignal): unknown[] => {
  const heard: unknown[] = [];
  port.addEventListener('message', ({ data }) => heard.push(data), signal ? { signal } : undefined);
  return heard;
};

test('a message arrives later, and is not copied', async () => {
  const port = new Passage();
  const heard = heardBy(port);
  const message = { sourceName: 'main', data: { bytes: new Uint8Array(3) } };
  port.postMessage(message);
  expect(heard).toEqual([]);
  await Promise.resolve();
  expect(heard[0]).toBe(message);
});

test('a list of operators outlives that its sender empties it', async () => {
  const port = new Passage();
  const heard = heardBy(port);
  const chunk = { fnArray: [31, 32], argsArray: [null, [1]], length: 2 };
  port.postMessage({ stream: 4, chunk });
  chunk.fnArray.length = 0;
  chunk.argsArray.length = 0;
  await Promise.resolve();
  expect(heard).toEqual([{ stream: 4, chunk: { fnArray: [31, 32], argsArray: [null, [1]], length: 2 } }]);
});

test('who has gone hears nothing', async () => {
  const port = new Passage();
  const gone = new AbortController();
  const heard = [heardBy(port, gone.signal), heardBy(port)];
  gone.abort();
  port.postMessage({});
  await Promise.resolve();
  expect(heard.map((h) => h.length)).toEqual([0, 1]);
  port.terminate();
  port.postMessage({});
  await Promise.resolve();
  expect(heard.map((h) => h.length)).toEqual([0, 1]);
});
