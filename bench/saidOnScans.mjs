// What a scan says in its text, against what the text layer of the same document says.

/** Counts of figures: `number` and `subject` are what was read and is not printed so; those of a number say whether it is in doubt. */
export const SAID = {
  said: 0,
  saidRight: 0,
  saidDisputed: 0,
  numberReported: 0,
  numberSilent: 0,
  subject: 0,
  notFound: 0,
};

export function saidOnScan(printed, read) {
  const count = { ...SAID, said: printed.length };
  const left = [...printed];
  const take = (fits) => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const figure = (a) => (b) => a.measure === b.measure && a.value === b.value && a.unit === b.unit;
  const others = read.filter((s) => {
    if (!take((p) => figure(s)(p) && p.subject === s.subject)) return true;
    count.saidRight++;
    if (s.standing === 'disputed') count.saidDisputed++;
    return false;
  });
  for (const s of others) {
    if (take(figure(s))) count.subject++;
    else if (s.standing === 'disputed') count.numberReported++;
    else count.numberSilent++;
  }
  count.notFound = printed.length - count.saidRight - count.subject;
  return count;
}
