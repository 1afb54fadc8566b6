/** Lets many pass together, or one alone: who goes alone waits for those inside and holds back those who come. */
export class Turnstile {
  private inside = 0;
  private alone: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private emptied: (() => void) | undefined;

  async together<T>(work: () => Promise<T>): Promise<T> {
    while (this.waiting > 0) await this.alone;
    this.inside++;
    try {
      return await work();
    } finally {
      this.inside--;
      if (this.inside === 0) this.emptied?.();
    }
  }

  async byItself<T>(work: () => Promise<T>): Promise<T> {
    this.waiting++;
    const turn = this.alone.then(async () => {
      if (this.inside > 0)
        await new Promise<void>((resolve) => {
          this.emptied = resolve;
        });
      this.emptied = undefined;
      try {
        return await work();
      } finally {
        this.waiting--;
      }
    });
    this.alone = turn.catch(() => {});
    return turn;
  }
}
