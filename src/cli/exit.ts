/** Exit statuses of the command. */
export const EXIT = { done: 0, strict: 1, usage: 2, input: 3 } as const;
