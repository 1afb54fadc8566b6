type Listener = (event: { readonly data: unknown }) => void;

/**
 * The port between the two halves of pdf.js, which run in one thread here. The one that pdf.js makes for itself copies every message in depth, a
 * tenth of what a page costs; over this one they share what is in it. Only the lists of operators are copied, which their sender empties
 * as soon as they are sent.
 */
export class Passage {
  private readonly listeners = new Set<Listener>();

  postMessage(message: object): void {
    const data = withOwnLists(message);
    queueMicrotask(() => {
      for (const listener of [...this.listeners]) listener({ data });
    });
  }

  addEventListener(_: string, listener: Listener, options?: { readonly signal?: AbortSignal }): void {
    this.listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.listeners.delete(listener));
  }

  removeEventListener(_: string, listener: Listener): void {
    this.listeners.delete(listener);
  }

  terminate(): void {
    this.listeners.clear();
  }
}

interface Operators {
  readonly fnArray: readonly unknown[];
  readonly argsArray: readonly unknown[];
}

function withOwnLists(message: object): object {
  const { chunk } = message as { readonly chunk?: Partial<Operators> | null };
  if (!chunk || !Array.isArray(chunk.fnArray) || !Array.isArray(chunk.argsArray)) return message;
  return { ...message, chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() } };
}
